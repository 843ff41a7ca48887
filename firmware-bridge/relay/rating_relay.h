#pragma once

#include <client/hall_client.h>
#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/relay/hall_time.h>
#include <firmware-bridge/relay/rating_windows.h>
#include <firmware-bridge/steady_time.h>

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace starqueue::bridge {

/// Arms panels when the hall invites to rate, and forwards presses to the hall.
///
/// When a press was made is noted once, when it is first reported, in the hall's elapsed time; it is sent so
/// however often. A press is acknowledged to its panel only after the hall has decided about it: 201 taken,
/// 200 taken before, or a refusal that names its reason. While the hall can't be reached nothing is
/// acknowledged: the panel keeps the press and reports it again. A press that belongs to no session of the
/// hall's today is acknowledged and counted, so that it doesn't block the panel's ring buffer.
class RatingRelay : public QObject
{
    Q_OBJECT

public:
    explicit RatingRelay(client::HallClient& hall, QObject* parent = nullptr, SteadyClock clock = steadyNow);

    void setPanel(const QString& counter, const QString& panel);
    void clearPanels();

    /// The hall can be reached (again).
    void resync();
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
    /// A press that isn't acknowledged yet.
    struct Kept
    {
        std::optional<SteadyTime> made; ///< on this machine's clock; empty: the panel lost its age
        std::optional<Instant> pressed; ///< on the hall's; noted once
        bool inFlight = false;
    };
    using Then = std::function<void(bool answered)>;

    void invite(const client::api::RatingSession& session);
    void end(const QString& session);
    void checkArmed(const QString& session);
    void reportFailed(const RatingWindow& window, const QString& reason);
    void settle(const PressReport& press);
    void settleAsked(const PressReport& press);
    void post(const PressReport& press, const RatingWindow& window);
    void onAnswer(const PressReport& press, const client::Answer& answer);
    void dropUnmatched(const PressReport& press);
    void acknowledge(const PressReport& press);
    void tryLater(const PressReport& press);
    void armPanel(const RatingWindow& window, Instant now);
    [[nodiscard]] Kept& kept(const PressReport& press);
    [[nodiscard]] const RatingWindow* match(const PressReport& press);
    [[nodiscard]] std::optional<Instant> hallNow() const { return m_hallTime.at(m_clock()); }
    [[nodiscard]] std::chrono::milliseconds leftOf(const RatingWindow& window) const;
    void askTime(const Then& then);
    void askOpenSessions();
    void askSessionsOf(const PressReport& press, const Then& then);

    client::HallClient& m_hall;
    SteadyClock m_clock;
    HallTime m_hallTime;
    QTimer m_again; ///< until the hall has told its time and open sessions
    RatingWindows m_windows;
    QHash<QString, QString> m_panels; ///< counter to panel
    QHash<QString, Kept> m_kept;      ///< by press
    /// By panel the press that was acknowledged last: the panel may report it until it has heard that.
    QHash<QString, QString> m_settled;
    SteadyTime m_pausedUntil{};      ///< after a press that the hall couldn't take now
    QSet<QString> m_armed;           ///< sessions whose panel is armed
    QSet<QString> m_failed;          ///< sessions reported as failed
    QHash<QString, int> m_unmatched; ///< by panel
};

} // namespace starqueue::bridge
