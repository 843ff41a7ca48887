#pragma once

#include <client/hall_client.h>
#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/steady_time.h>

#include <QHash>
#include <QObject>
#include <QSet>

namespace starqueue::bridge {

/// Turns keypad presses into counter commands.
///
/// A press expires after two seconds: an older one is acknowledged, dropped and counted, so that a "next"
/// pressed before a power cut doesn't call somebody later. Its idempotency key (requestId) is made from
/// (uid, epoch, seq), so that the same press sent twice calls once. Lives on one thread.
class KeypadRelay : public QObject
{
    Q_OBJECT

public:
    explicit KeypadRelay(client::HallClient& hall, QObject* parent = nullptr);

    void setKeypad(const QString& keypad, const QString& counter);
    void clearKeypads();
    void onPressed(const PressReport& press);

    [[nodiscard]] bool knows(const QString& keypad) const { return m_counters.contains(keypad); }

    static constexpr std::chrono::milliseconds kExpiry = std::chrono::seconds(2);

signals:
    void acknowledgeRequested(const QString& keypad, int epoch, int seq);
    /// Presses of this keypad so far that did nothing: too old, without meaning, or no hall to take them.
    void pressDropped(const QString& keypad, int total);

private:
    void drop(const PressReport& press, const QString& why);
    void send(const PressReport& press, client::api::May step, std::chrono::milliseconds age);

    client::HallClient& m_hall;
    QHash<QString, QString> m_counters; ///< keypad to counter
    QSet<QUuid> m_inFlight;
    QHash<QString, int> m_dropped; ///< by keypad
};

} // namespace starqueue::bridge
