#include <firmware-bridge/field_devices/panel_registers.h>

namespace starqueue::bridge {

namespace {

constexpr quint16 kArmedBit = 1;
constexpr quint16 kStuckKeyBit = 2;
constexpr quint16 kRingFullBit = 4;
constexpr quint16 kEepromFaultBit = 8;

quint16 word(int value)
{
    return static_cast<quint16>(value);
}

} // namespace

QList<quint16> encodePanelReport(const PanelReport& report)
{
    const int status = (report.armed ? kArmedBit : 0) | (report.stuckKey ? kStuckKeyBit : 0) |
                       (report.ringFull ? kRingFullBit : 0) | (report.eepromFault ? kEepromFaultBit : 0);
    return {kPanelMagic,
            word(report.version),
            static_cast<quint16>(report.uid >> 16),
            static_cast<quint16>(report.uid & 0xFFFF),
            word(report.epoch),
            word(report.bootCount),
            word(status),
            word(report.headSeq),
            word(report.acknowledgedSeq),
            word(report.pending),
            word(report.oldestSeq),
            word(report.oldestValue),
            word(report.oldestToken),
            word(report.oldestAgeTenths),
            word(report.uptimeSeconds),
            word(report.crcErrors)};
}

std::optional<PanelReport> decodePanelReport(const QList<quint16>& input)
{
    if (input.size() < kPanelInputCount || input.at(0) != kPanelMagic)
        return std::nullopt;
    PanelReport report;
    report.version = input.at(1);
    report.uid = static_cast<quint32>(input.at(2)) << 16 | input.at(3);
    report.epoch = input.at(4);
    report.bootCount = input.at(5);
    report.armed = (input.at(6) & kArmedBit) != 0;
    report.stuckKey = (input.at(6) & kStuckKeyBit) != 0;
    report.ringFull = (input.at(6) & kRingFullBit) != 0;
    report.eepromFault = (input.at(6) & kEepromFaultBit) != 0;
    report.headSeq = input.at(7);
    report.acknowledgedSeq = input.at(8);
    report.pending = input.at(9);
    report.oldestSeq = input.at(10);
    report.oldestValue = input.at(11);
    report.oldestToken = input.at(12);
    report.oldestAgeTenths = input.at(13);
    report.uptimeSeconds = input.at(14);
    report.crcErrors = input.at(15);
    return report;
}

QList<quint16> encodePanelOrders(const PanelOrders& orders)
{
    return {word(orders.ackEpoch),      word(orders.ackSeq),      word(orders.token),
            word(orders.windowSeconds), word(orders.ledsAndBeep), word(orders.brightness),
            word(orders.language),      word(orders.nonce)};
}

std::optional<PanelOrders> decodePanelOrders(const QList<quint16>& holding)
{
    if (holding.size() < kPanelHoldingCount)
        return std::nullopt;
    return PanelOrders{holding.at(0), holding.at(1), holding.at(2), holding.at(3),
                       holding.at(4), holding.at(5), holding.at(6), holding.at(7)};
}

} // namespace starqueue::bridge
