#include <firmware-bridge/printer/output_pacer.h>

#include <firmware-bridge/escpos/command_reader.h>

#include <algorithm>
#include <array>
#include <utility>

namespace starqueue::bridge {

namespace {

constexpr int kSmallestPortion = 256; ///< the longest command
constexpr int kLargestPortion = 512;  ///< half a second at 9600 baud: so long a question waits at most
constexpr int kBitsAByte = 10;        ///< 8N1

std::chrono::microseconds timeOnWire(qsizetype bytes, int baud)
{
    return std::chrono::microseconds(bytes * kBitsAByte * 1'000'000 / baud);
}

// No byte of a ticket is a DLE: what contains one of these sends it.
bool clearsTheBuffer(const QByteArray& output)
{
    static const std::array kCommands{QByteArray("\x10\x14\x08", 3),
                                      QByteArray("\x1C\xC0\x18\x10\x14\x1A", 6),
                                      QByteArray("\x10\x05\x02", 3)};
    return std::any_of(kCommands.begin(), kCommands.end(),
                       [&output](const QByteArray& command) { return output.contains(command); });
}

} // namespace

OutputPacer::OutputPacer(int buffer, int baud) : m_portion(portionFor(buffer)), m_baud(std::max(baud, 300)) {}

int OutputPacer::portionFor(int buffer)
{
    return std::clamp(buffer / 2, kSmallestPortion, kLargestPortion);
}

void OutputPacer::add(const QByteArray& output)
{
    if (clearsTheBuffer(output))
        clear();
    if (m_waiting.empty() && output.size() <= m_portion) {
        m_urgent += output;
        return;
    }
    // What stands within a ticket proves by its answer that what is before it has arrived.
    bool mayOvertake = true;
    escpos::CommandReader reader;
    for (const escpos::Command& command : reader.feed(output.toStdString())) {
        mayOvertake = mayOvertake && command.kind == escpos::Command::Kind::RealTime;
        if (mayOvertake)
            m_urgent += QByteArray::fromStdString(command.bytes);
        else
            m_waiting.push_back(QByteArray::fromStdString(command.bytes));
    }
    if (!reader.unfinished().empty())
        m_waiting.push_back(QByteArray::fromStdString(reader.unfinished()));
}

QByteArray OutputPacer::due(SteadyTime now)
{
    QByteArray bytes = std::exchange(m_urgent, QByteArray());
    sent(bytes.size(), now);
    while (!m_isHeld && !m_waiting.empty() && hasRoomFor(m_waiting.front().size(), now)) {
        bytes += m_waiting.front();
        sent(m_waiting.front().size(), now);
        m_waiting.pop_front();
    }
    return bytes;
}

void OutputPacer::clear()
{
    m_urgent.clear();
    m_waiting.clear();
}

void OutputPacer::sent(qsizetype bytes, SteadyTime now)
{
    m_idleAt = std::max<std::chrono::microseconds>(m_idleAt, now) + timeOnWire(bytes, m_baud);
}

// A command that is longer than a portion goes once the line is idle.
bool OutputPacer::hasRoomFor(qsizetype bytes, SteadyTime now) const
{
    return m_idleAt <= now || m_idleAt - now + timeOnWire(bytes, m_baud) <= timeOnWire(m_portion, m_baud);
}

} // namespace starqueue::bridge
