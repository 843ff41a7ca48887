#include <firmware-bridge/simulators/families/real_time_parser.h>

#include <utility>

namespace starqueue::simulators {

namespace {

const QByteArray kHardwareReset("\x1C\xC0\x18\x10\x14\x1A", 6);

} // namespace

std::optional<QByteArray> RealTimeParser::feed(char byte)
{
    m_begun += byte;
    const qsizetype length = lengthOfBegun();
    if (length == 0) { // none begins so; this byte may begin another
        m_begun = QByteArray(1, byte);
        if (lengthOfBegun() == 0)
            m_begun.clear();
        return std::nullopt;
    }
    if (m_begun.size() < length)
        return std::nullopt;
    return std::exchange(m_begun, {});
}

// Of the command that begins so, as far as it can be told; 0: none does.
qsizetype RealTimeParser::lengthOfBegun() const
{
    if (m_begun[0] == 0x1C)
        return m_hardwareReset && kHardwareReset.startsWith(m_begun) ? kHardwareReset.size() : 0;
    if (m_begun[0] != 0x10)
        return 0;
    if (m_begun.size() == 1)
        return 3;
    if (m_begun[1] == 0x14)
        return m_begun.size() > 2 && m_begun[2] == 8 ? 10 : 5;
    return m_begun[1] == 0x04 || m_begun[1] == 0x05 ? 3 : 0;
}

} // namespace starqueue::simulators
