#pragma once

#include <firmware-bridge/field_devices/field_reports.h>
#include <firmware-bridge/steady_time.h>

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace starqueue::bridge {

/// An invitation to rate, in this machine's steady time.
struct RatingSession
{
    QString id;
    QString ticket;
    QString counter;
    int token = 0;
    SteadyTime invitedAt{};
    SteadyTime endsAt{};
    bool over = false; ///< the hall has ended it; a press from within its window may still come
};

/// The sessions that a press may belong to. The hall's clock and this machine's may differ,
/// and either may be set: everything is converted once, when it arrives, to steady time. Pure.
class RatingSessions
{
public:
    /// What the hall's clock shows at the steady instant `now`.
    void setHallClock(const QDateTime& hall, SteadyTime now);

    /// Takes or renews a session from its JSON (event or list entry). Returns the session.
    const RatingSession& take(const QJsonObject& json, SteadyTime now);
    void endSession(const QString& id);
    /// Forgets sessions that ended so long ago that the hall wouldn't take a press for them.
    void forgetOld(SteadyTime now);

    [[nodiscard]] const RatingSession* find(const QString& id) const;
    [[nodiscard]] const RatingSession* openAt(const QString& counter, SteadyTime now) const;
    [[nodiscard]] const RatingSession* byToken(const QString& counter, int token, SteadyTime now) const;

    /// The session that a press on the panel of `counter` belongs to: its token, and its time
    /// (now less its age) not before the invitation. The token is 16 bits and wraps, the time
    /// tells which. A press whose age the panel lost with its power was made while it was armed
    /// for this token: the latest such session is taken.
    [[nodiscard]] const RatingSession* match(const QString& counter, const PressReport& press,
                                             SteadyTime now) const;

private:
    [[nodiscard]] SteadyTime steady(const QString& hallInstant, SteadyTime now) const;

    std::vector<RatingSession> m_sessions;
    std::optional<qint64> m_hallAhead; ///< hall's epoch milliseconds less our steady milliseconds
};

/// Seconds since the press, for the hall. Without an age the press counts as made just before its window
/// ended.
[[nodiscard]] double ageSecondsOf(const PressReport& press, const RatingSession& session, SteadyTime now);

} // namespace starqueue::bridge
