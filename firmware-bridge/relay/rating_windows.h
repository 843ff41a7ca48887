#pragma once

#include <client/api/rating_session.h>
#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/steady_time.h>

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace starqueue::bridge {

/// When a press at a counter counts for a rating session, in this machine's steady time.
struct RatingWindow
{
    QString session;
    QString ticket;
    QString counter;
    int token = 0;
    SteadyTime invitedAt{};
    SteadyTime endsAt{};
    bool over = false; ///< the hall has ended it; a press from within its window may still come
};

/// The rating sessions that a press may belong to. The hall's clock and this machine's may differ, and
/// either may be set: every time is converted once, when it arrives, to steady time. Pure.
class RatingWindows
{
public:
    /// What the hall's clock shows at the steady instant `now`.
    void setHallClock(const QDateTime& hall, SteadyTime now);

    /// Adds a session, or renews one that is known.
    const RatingWindow& take(const client::api::RatingSession& session, SteadyTime now);
    void close(const QString& session);
    /// Forgets sessions that ended so long ago that the hall wouldn't take a press for them.
    void forgetOld(SteadyTime now);

    [[nodiscard]] const RatingWindow* find(const QString& session) const;
    [[nodiscard]] const RatingWindow* openAt(const QString& counter, SteadyTime now) const;
    [[nodiscard]] const RatingWindow* byToken(const QString& counter, int token, SteadyTime now) const;

    /// The session that a press on the panel of `counter` belongs to: its token, and its time
    /// (now less its age) not before the invitation. The token is 16 bits and wraps, the time
    /// tells which. A press whose age the panel lost with its power was made while it was armed
    /// for this token: the latest such session is taken.
    [[nodiscard]] const RatingWindow* match(const QString& counter, const PressReport& press,
                                            SteadyTime now) const;

private:
    [[nodiscard]] SteadyTime steady(const QDateTime& hallTime, SteadyTime now) const;

    std::vector<RatingWindow> m_windows;
    std::optional<qint64> m_hallAhead; ///< hall's epoch milliseconds less our steady milliseconds
};

/// Seconds since the press, for the hall. Without an age the press counts as made just before its window
/// ended.
[[nodiscard]] double ageSecondsOf(const PressReport& press, const RatingWindow& window, SteadyTime now);

} // namespace starqueue::bridge
