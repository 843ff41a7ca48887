#include <firmware-bridge/printer/printer_condition.h>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

using client::api::PrinterWord;

bool bit(quint8 byte, int number)
{
    return (byte >> number & 1) != 0;
}

/// Unknown: there is no fault.
PrinterWord wordOf(PrinterState::Kind kind)
{
    using Kind = PrinterState::Kind;
    switch (kind) {
    case Kind::Ready:
        return PrinterWord::Unknown;
    case Kind::Starting:
        return PrinterWord::Starting;
    case Kind::NearEnd:
        return PrinterWord::NearEnd;
    case Kind::PaperOut:
        return PrinterWord::PaperOut;
    case Kind::CoverOpen:
        return PrinterWord::CoverOpen;
    case Kind::CutterFault:
        return PrinterWord::Cutter;
    case Kind::Broken:
        return PrinterWord::Broken;
    case Kind::Silent:
        return PrinterWord::Silent;
    case Kind::Unplugged:
        return PrinterWord::Unplugged;
    }
    return PrinterWord::Unknown;
}

} // namespace

// Bits as in the Epson TM-T88III and TM-L90 guides.
PrinterCondition conditionFrom(const AutomaticStatus& status)
{
    const auto& [first, second, third, fourth] = status.bytes;
    PrinterCondition condition;
    condition.offline = bit(first, 3);
    condition.coverOpen = bit(first, 5);
    condition.recoverableError = bit(second, 2) || bit(second, 6);
    condition.cutterFault = bit(second, 3);
    condition.broken = bit(second, 5);
    condition.nearEnd = bit(third, 0) || bit(third, 1);
    condition.paperOut = bit(third, 2) || bit(third, 3);
    return condition;
}

PrinterCondition updated(PrinterCondition condition, int question, RealTimeStatus status)
{
    const quint8 byte = status.byte;
    switch (question) {
    case 1:
        condition.offline = bit(byte, 3);
        break;
    case 2:
        condition.coverOpen = bit(byte, 2);
        condition.recoverableError = bit(byte, 6);
        break;
    case 3:
        condition.cutterFault = bit(byte, 3);
        condition.broken = bit(byte, 5);
        break;
    case 4:
        condition.nearEnd = bit(byte, 2) || bit(byte, 3);
        condition.paperOut = bit(byte, 5) || bit(byte, 6);
        break;
    default:
        break;
    }
    return condition;
}

PrinterCondition updated(PrinterCondition condition, PaperSensorStatus status)
{
    condition.nearEnd = bit(status.byte, 0) || bit(status.byte, 1);
    condition.paperOut = bit(status.byte, 2) || bit(status.byte, 3);
    return condition;
}

client::api::DeviceState PrinterState::state() const
{
    using client::api::DeviceState;
    switch (kind) {
    case Kind::Ready:
        return DeviceState::Ok;
    case Kind::NearEnd:
        return DeviceState::Warning;
    case Kind::Starting:
    case Kind::Silent:
    case Kind::Unplugged:
        return DeviceState::Offline;
    default:
        return DeviceState::Fault;
    }
}

QString PrinterState::fault() const
{
    return client::api::toWord(wordOf(kind));
}

} // namespace starqueue::bridge
