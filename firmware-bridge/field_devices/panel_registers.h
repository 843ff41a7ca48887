#pragma once

#include <QList>
#include <QtGlobal>

#include <optional>

namespace starqueue::bridge {

/// What a rating panel or keypad says about itself (input registers 0 to 15).
struct PanelReport
{
    int version = 0;
    quint32 uid = 0;
    int epoch = 0; ///< in the panel's EEPROM, random after it was wiped
    int bootCount = 0;
    bool armed = false;
    bool stuckKey = false;
    bool ringFull = false;
    bool eepromFault = false;
    int headSeq = 0;
    int acknowledgedSeq = 0;
    int pending = 0;
    int oldestSeq = 0; ///< 0: no event waits
    int oldestValue = 0;
    int oldestToken = 0;
    int oldestAgeTenths = 0; ///< 0.1 s; kAgeUnknown after a restart of the panel
    int uptimeSeconds = 0;
    int crcErrors = 0;

    bool operator==(const PanelReport&) const = default;
};

/// What the host tells a panel (holding registers 0 to 7), always all of it.
struct PanelOrders
{
    int ackEpoch = 0;
    int ackSeq = 0;
    int token = 0; ///< 0 disarms
    int windowSeconds = 0;
    int ledsAndBeep = 0;
    int brightness = 80;
    int language = 0; ///< 0 Chinese, 1 English
    int nonce = 0;    ///< token, window and beep act only when this differs from the last

    bool operator==(const PanelOrders&) const = default;
};

/// The panel's register map, in both directions; see display_registers.h.
inline constexpr int kPanelInputCount = 16;
inline constexpr int kPanelHoldingCount = 8;
inline constexpr quint16 kPanelMagic = 0x5251;
inline constexpr int kAgeUnknown = 0xFFFF;

[[nodiscard]] QList<quint16> encodePanelReport(const PanelReport& report);
/// Empty when the block is short or the magic is another device's.
[[nodiscard]] std::optional<PanelReport> decodePanelReport(const QList<quint16>& input);

[[nodiscard]] QList<quint16> encodePanelOrders(const PanelOrders& orders);
[[nodiscard]] std::optional<PanelOrders> decodePanelOrders(const QList<quint16>& holding);

} // namespace starqueue::bridge
