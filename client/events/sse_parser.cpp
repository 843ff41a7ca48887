#include <client/events/sse_parser.h>

namespace starqueue::client {

using namespace Qt::StringLiterals;

QList<SseMessage> SseParser::feed(QByteArrayView piece)
{
    QList<SseMessage> complete;
    for (const char byte : piece) {
        if (m_failed)
            break;
        const bool secondHalfOfCrLf = m_afterCr && byte == '\n';
        m_afterCr = byte == '\r';
        if (secondHalfOfCrLf)
            continue;
        if (byte == '\r' || byte == '\n')
            takeLine(complete);
        else
            m_line.append(byte);
        m_failed = m_line.size() + m_data.size() > kLongest;
    }
    return complete;
}

void SseParser::takeLine(QList<SseMessage>& complete)
{
    QByteArrayView line(m_line);
    if (m_firstLine && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    m_firstLine = false;
    if (line.isEmpty()) {
        dispatch(complete);
    } else if (const qsizetype colon = line.indexOf(':'); colon < 0) {
        takeField(line, {});
    } else if (colon > 0) {
        const qsizetype begin = colon + 1 < line.size() && line[colon + 1] == ' ' ? colon + 2 : colon + 1;
        takeField(line.first(colon), line.sliced(begin));
    }
    m_line.clear();
}

void SseParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "event") {
        m_event = value.toByteArray();
    } else if (name == "data") {
        if (m_hasData)
            m_data.append('\n');
        m_data.append(value);
        m_hasData = true;
    } else if (name == "id" && !value.contains('\0')) {
        m_id = value.toByteArray();
    }
}

void SseParser::dispatch(QList<SseMessage>& complete)
{
    if (m_hasData)
        complete.append({m_event.isEmpty() ? u"message"_s : QString::fromUtf8(m_event), m_id, m_data});
    m_event.clear();
    m_data.clear();
    m_hasData = false;
}

} // namespace starqueue::client
