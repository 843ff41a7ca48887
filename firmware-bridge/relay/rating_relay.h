#pragma once

#include <client/hall_client.h>
#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/relay/rating_windows.h>
#include <firmware-bridge/steady_time.h>

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

namespace starqueue::bridge {

/// Arms panels when the hall invites to rate, and forwards presses to the hall.
///
/// A press is acknowledged to its panel only after the hall's final answer: 201 taken, 200 taken before, or a
/// refusal such as 409. While the hall can't be reached nothing is acknowledged: the panel keeps the press
/// and reports it again. A press that belongs to no session that the hall knows is acknowledged and counted,
/// so that it doesn't block the panel's ring buffer.
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
    void onEvent(const client::api::Event& event);
    void onPressed(const PressReport& press);
    void onArmed(const ArmReport& report);

signals:
    void armRequested(const QString& panel, int token, int windowSeconds, int language);
    void disarmRequested(const QString& panel);
    void acknowledgeRequested(const QString& panel, int epoch, int seq);
    /// Presses on this panel so far that belong to no rating session.
    void pressUnmatched(const QString& panel, int total);

private:
    void invite(const client::api::RatingSession& session);
    void end(const QString& session);
    void checkArmed(const QString& session);
    void reportFailed(const RatingWindow& window, const QString& reason);
    void post(const PressReport& press, const RatingWindow& window);
    void settled(const PressReport& press, const client::Answer& answer);
    void dropUnmatched(const PressReport& press);
    void acknowledge(const PressReport& press);
    void armPanel(const RatingWindow& window);
    [[nodiscard]] const RatingWindow* match(const PressReport& press) const;
    /// Asks the hall for its open sessions; `then` learns whether it answered.
    void fetchSessions(const std::function<void(bool)>& then);

    client::HallClient& m_hall;
    Clock m_clock;
    RatingWindows m_windows;
    QHash<QString, QString> m_panels; ///< counter to panel
    QSet<QString> m_inFlight;         ///< presses that are being asked about
    SteadyTime m_pausedUntil{};       ///< after a press that the hall couldn't take now
    QSet<QString> m_armed;            ///< sessions whose panel is armed
    QSet<QString> m_failed;           ///< sessions reported as failed
    QHash<QString, int> m_unmatched;  ///< by panel
};

} // namespace starqueue::bridge
