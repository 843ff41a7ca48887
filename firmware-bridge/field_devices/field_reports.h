#pragma once

#include <client/api/words.h>

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace starqueue::bridge {

/// The unit of a press's age.
inline constexpr std::chrono::milliseconds kTenth{100};

/// The oldest press in the ring buffer of a rating panel or keypad that wasn't acknowledged yet.
/// It is reported again at every poll until it is acknowledged by exactly (epoch, seq).
struct PressReport
{
    QString device;
    quint32 uid = 0;
    int epoch = 0;
    int seq = 0;
    int value = 0;                ///< score 1 to 5; keypad: key
    int token = 0;                ///< the session that the panel was armed for
    std::optional<int> ageTenths; ///< 0.1 s; none: the panel lost its power since

    bool operator==(const PressReport&) const = default;
};

/// A panel is armed for this session.
struct ArmReport
{
    QString device;
    int token = 0;
};

/// The state of a device on the bus, with its error counts.
struct DeviceHealth
{
    using State = client::api::DeviceState;

    QString device;
    State state = State::Offline;
    QString fault;    ///< "silent", "portInUse", "stuckKey" …; empty when well
    QString detail{}; ///< who has the port, or which group may open it
    quint32 uid = 0;
    int firmware = 0;
    int bootCount = 0;
    std::optional<int> crcErrors;    ///< damaged frames that a panel has heard since it started
    std::optional<int> linkTimeouts; ///< how often a display has lost its host since it started

    bool operator==(const DeviceHealth&) const = default;
};

/// A device's unique id as the hall's API spells it: eight hexadecimal digits.
[[nodiscard]] QString uidText(quint32 uid);

} // namespace starqueue::bridge

Q_DECLARE_METATYPE(starqueue::bridge::PressReport)
Q_DECLARE_METATYPE(starqueue::bridge::ArmReport)
Q_DECLARE_METATYPE(starqueue::bridge::DeviceHealth)
