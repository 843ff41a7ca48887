#pragma once

#include <client/hall_client.h>
#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/relay/rating_sessions.h>
#include <firmware-bridge/steady_time.h>

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

namespace starqueue::bridge {

/// Arms panels when the hall invites to rate, and carries presses to the hall.
///
/// A press is acknowledged to its panel only after the hall has answered for good: 201 taken,
/// 200 taken before, or a refusal such as 409. While the hall can't be reached nothing is
/// acknowledged: the panel keeps the press and shows it again. A press that belongs to no
/// session, also none that the hall still knows, is acknowledged and counted, so that it
/// doesn't block the panel's ring.
class RatingRelay : public QObject
{
    Q_OBJECT

public:
    using Clock = SteadyTime (*)();

    explicit RatingRelay(client::HallClient& hall, QObject* parent = nullptr, Clock clock = steadyNow);

    void setPanel(const QString& counter, const QString& panel);
    void clearPanels();

    /// The hall can be reached (again); `hallClock` is its time now.
    void resync(const QDateTime& hallClock);
    void setHallClock(const QDateTime& hallClock);
    void onEvent(const QString& name, const QJsonObject& data);
    void onPressed(const PressReport& press);
    void onArmed(const ArmReport& report);

    [[nodiscard]] int unmatchedPresses() const { return m_unmatched; }

signals:
    void armRequested(const QString& panel, int token, int windowSeconds, int language);
    void disarmRequested(const QString& panel);
    void acknowledgeRequested(const QString& panel, int epoch, int seq);

private:
    void invite(const QJsonObject& session);
    void end(const QString& session);
    void checkArmed(const QString& session);
    void reportFailed(const RatingSession& session, const QString& reason);
    void post(const PressReport& press, const RatingSession& session);
    void settled(const PressReport& press, const client::Answer& answer);
    void acknowledge(const PressReport& press);
    void armPanel(const RatingSession& session);
    [[nodiscard]] const RatingSession* match(const PressReport& press) const;
    /// Asks the hall for its open sessions; `then` learns whether it answered.
    void fetchSessions(const std::function<void(bool)>& then);

    client::HallClient& m_hall;
    Clock m_clock;
    RatingSessions m_sessions;
    QHash<QString, QString> m_panels; ///< counter to panel
    QSet<QString> m_inFlight;         ///< presses that are being asked about
    SteadyTime m_pausedUntil{};       ///< after a press that the hall couldn't take now
    QSet<QString> m_armed;            ///< sessions whose panel is armed
    QSet<QString> m_failed;           ///< sessions reported as failed
    int m_unmatched = 0;
};

} // namespace starqueue::bridge
