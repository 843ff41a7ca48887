#include <firmware-bridge/fuzz/good_printer.h>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;
using Kind = SentCommand::Kind;

constexpr std::size_t kMostHeld = 64;
constexpr char kFullStatus = 20;
constexpr std::chrono::milliseconds kComesOut = 1s;
constexpr std::chrono::milliseconds kIsTaken = 5s;

} // namespace

void GoodPrinter::sent(const SentCommand& command, SteadyTime now)
{
    switch (command.kind) {
    case Kind::Ticket:
        m_ticketAt = now;
        return;
    case Kind::Status:
        if (m_atOnce.size() < kMostHeld)
            m_atOnce.push_back(command);
        return;
    case Kind::Clear:
        m_inOrder.clear();
        m_atOnce.push_back(command);
        return;
    case Kind::ProcessId:
    case Kind::Sensor:
        if (m_inOrder.size() < kMostHeld && !is(command.kind == Kind::Sensor ? WithoutSensor : WithoutIds))
            m_inOrder.push_back(command);
        return;
    }
}

QByteArray GoodPrinter::answers(SteadyTime now, int& count)
{
    QByteArray bytes;
    count = 0;
    for (const SentCommand& command : m_atOnce) {
        if (is(Mute))
            continue;
        ++count;
        bytes += command.kind == Kind::Clear ? QByteArray("7%\0", 3) : status(command.number, now);
    }
    m_atOnce.clear();
    if (is(Faults) || is(NeverDone))
        return bytes;
    for (const SentCommand& command : m_inOrder) {
        ++count;
        if (command.kind == Kind::ProcessId)
            bytes += "7\"" + QByteArray(command.id.data(), command.id.size());
        bytes += '\0';
    }
    m_inOrder.clear();
    return bytes;
}

QByteArray GoodPrinter::status(char question, SteadyTime now) const
{
    constexpr char kWell = 0x12;
    switch (question) {
    case 1:
        return QByteArray(1, is(Faults) ? kWell | 0x08 : kWell);
    case 2:
        return QByteArray(1, is(CoverOpen) ? kWell | 0x04 : is(CutterError) ? kWell | 0x40 : kWell);
    case 3:
        return QByteArray(1, is(CutterError) ? kWell | 0x08 : kWell);
    case 4:
        return QByteArray(1, is(PaperOut) ? kWell | 0x20 : liesAtExit(now) ? kWell | 0x40 : kWell);
    case kFullStatus:
        return fullStatus(now);
    default:
        return QByteArray(1, kWell);
    }
}

QByteArray GoodPrinter::fullStatus(SteadyTime now) const
{
    QByteArray bytes("\x10\x0F\0\0\0\0", 6);
    bytes[2] = static_cast<char>((is(PaperOut) ? 0x01 : 0) | (liesAtExit(now) ? 0x20 : 0));
    bytes[3] = is(CoverOpen) ? 0x01 : 0;
    bytes[5] = is(CutterError) ? 0x01 : 0;
    return bytes;
}

bool GoodPrinter::liesAtExit(SteadyTime now) const
{
    return m_presenter != PresenterProfile::Kind::None && !is(ShowsNone) && m_ticketAt >= 0ms &&
           now - m_ticketAt >= kComesOut && now - m_ticketAt < kIsTaken;
}

} // namespace starqueue::bridge
