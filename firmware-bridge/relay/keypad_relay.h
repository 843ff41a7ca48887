#pragma once

#include <client/hall_client.h>
#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/steady_time.h>

#include <QHash>
#include <QObject>
#include <QSet>

namespace starqueue::bridge {

/// Turns keypad events into counter commands.
///
/// An event is worth two seconds: older ones are acknowledged, dropped and counted, so that a
/// "next" pressed before a power cut doesn't call somebody later. Its requestId is made from
/// (uid, epoch, seq), so that the same press asked twice calls once. Lives on one thread.
class KeypadRelay : public QObject
{
    Q_OBJECT

public:
    explicit KeypadRelay(client::HallClient& hall, QObject* parent = nullptr);

    void setKeypad(const QString& keypad, const QString& counter);
    void clearKeypads();
    void onPressed(const PressReport& press);

    [[nodiscard]] bool knows(const QString& keypad) const { return m_counters.contains(keypad); }
    [[nodiscard]] int expiredEvents() const { return m_expired; }

    static constexpr std::chrono::milliseconds kWorth = std::chrono::seconds(2);

signals:
    void acknowledgeRequested(const QString& keypad, int epoch, int seq);

private:
    void drop(const PressReport& press, const QString& why);
    void send(const PressReport& press, const QString& command, std::chrono::milliseconds age);

    client::HallClient& m_hall;
    QHash<QString, QString> m_counters; ///< keypad to counter
    QSet<QUuid> m_inFlight;
    int m_expired = 0;
};

} // namespace starqueue::bridge
