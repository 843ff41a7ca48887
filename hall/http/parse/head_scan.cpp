#include <hall/http/parse/head.h>

namespace starqueue::hall::http::parse {

bool HeadScan::accepts(char byte, char previous) const
{
    const auto value = static_cast<unsigned char>(byte);
    if ((previous == '\r') != (byte == '\n'))
        return false;
    const bool control = value < 0x20 || value == 0x7F;
    if (control && byte != '\t' && byte != '\r' && byte != '\n')
        return false;
    const bool beginsLine = m_seen == m_lineStart;
    return !(beginsLine && (byte == ' ' || byte == '\t'));
}

HeadScan::State HeadScan::scan(std::string_view bytes)
{
    while (m_seen < bytes.size()) {
        const char byte = bytes[m_seen];
        if (!accepts(byte, m_seen == 0 ? '\0' : bytes[m_seen - 1]))
            return State::Malformed;
        ++m_seen;
        if (byte != '\n')
            continue;
        const bool emptyLine = m_seen - m_lineStart == 2;
        if (emptyLine)
            return State::Complete;
        m_lineStart = m_seen;
    }
    return State::NeedMore;
}

} // namespace starqueue::hall::http::parse
