#pragma once

#include <client/hall_client.h>

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace starqueue::bridge {

/// Reports to the hall how each device is (PUT /devices/{id}/state); the latest report wins.
///
/// A transition is reported at once, and again until the hall has decided about it. Counts (CRC errors,
/// dropped presses …) go with it; a change of counts alone is reported every few minutes, so that a noisy
/// cable costs no traffic. In the first seconds of a run "offline" isn't reported: a port that is just being
/// opened is no transition. Lives on one thread.
class DeviceStateReporter : public QObject
{
    Q_OBJECT

public:
    struct Pauses
    {
        std::chrono::milliseconds starting = std::chrono::seconds(2);
        std::chrono::milliseconds counts = std::chrono::minutes(5);
        std::chrono::milliseconds timeout = std::chrono::seconds(10); ///< then the newest report is sent
        std::chrono::milliseconds again = std::chrono::seconds(5);
    };
    using Count = std::optional<int> client::api::DeviceCounts::*;

    explicit DeviceStateReporter(client::HallClient& hall, QObject* parent = nullptr)
        : DeviceStateReporter(hall, Pauses(), parent)
    {}
    DeviceStateReporter(client::HallClient& hall, const Pauses& pauses, QObject* parent = nullptr);

    /// `report.details.counts` is left alone: setCount() is for that.
    void set(const QString& device, client::api::DeviceReport report);
    void setCount(const QString& device, Count count, int value);
    /// What was last set.
    [[nodiscard]] client::api::DeviceReport wanted(const QString& device) const
    {
        return m_wanted.value(device);
    }
    void forget(const QString& device);
    /// The hall can be reached (again) and may not know what it was told before.
    void reportAll();
    /// The hall says that the device's state has changed, perhaps by a report that was given up and came
    /// late: the newest is told again, which changes nothing if it was that one.
    void heardChange(const QString& device);

private:
    void report(const QString& device);
    void reported(const QString& device, const client::api::DeviceReport& sent, const client::Answer& answer);
    void reportOutstanding();

    client::HallClient& m_hall;
    QTimer m_starting;
    QTimer m_counts;
    QTimer m_again;
    std::chrono::milliseconds m_timeout;
    QHash<QString, client::api::DeviceReport> m_wanted;
    QHash<QString, client::api::DeviceReport> m_reported;
    QHash<QString, client::api::DeviceReport> m_inFlight;
    QSet<QString> m_doubted; ///< of those in flight: the hall may have heard another report since
};

} // namespace starqueue::bridge
