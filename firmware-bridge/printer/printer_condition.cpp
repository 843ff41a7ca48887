#include <firmware-bridge/printer/printer_condition.h>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

bool bit(quint8 byte, int number)
{
    return (byte >> number & 1) != 0;
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
    switch (kind) {
    case Kind::Ready:
        return {};
    case Kind::Starting:
        return u"starting"_s;
    case Kind::NearEnd:
        return u"nearEnd"_s;
    case Kind::PaperOut:
        return u"paperOut"_s;
    case Kind::CoverOpen:
        return u"coverOpen"_s;
    case Kind::CutterFault:
        return u"cutter"_s;
    case Kind::Broken:
        return u"broken"_s;
    case Kind::Silent:
        return u"silent"_s;
    case Kind::Unplugged:
        return u"unplugged"_s;
    }
    return {};
}

} // namespace starqueue::bridge
