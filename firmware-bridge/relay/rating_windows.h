#pragma once

#include <client/api/rating_session.h>
#include <firmware-bridge/field_devices/field_reports.h>
#include <time/instant.h>

#include <QString>

#include <optional>
#include <vector>

namespace starqueue::bridge {

/// When a press at a counter counts for a rating session, in the hall's elapsed time.
struct RatingWindow
{
    QString session;
    QString ticket;
    QString counter;
    int token = 0;
    Instant invited{};
    Instant ends{};
    bool over = false; ///< the hall has ended it; a press from within its window may still come
};

/// The rating sessions that a press may belong to. Pure.
class RatingWindows
{
public:
    /// Adds a session, or renews one that is known.
    const RatingWindow& take(const client::api::RatingSession& session);
    void close(const QString& session);
    /// Forgets sessions that ended so long ago that the hall wouldn't take a press for them.
    void forgetOld(Instant now);

    [[nodiscard]] const RatingWindow* find(const QString& session) const;
    [[nodiscard]] const RatingWindow* openAt(const QString& counter, Instant now) const;
    [[nodiscard]] const RatingWindow* byToken(const QString& counter, int token, Instant now) const;

    /// The session that a press at `counter` belongs to: the latest with its token that began before the
    /// press (the token has 16 bits and wraps, so time decides). If all began after it, the hall has lost
    /// time meanwhile: then the first one, for which the panel must have been armed. `pressed` is empty if
    /// the panel lost the press's age with its power: it was made while the panel was armed for this token.
    [[nodiscard]] const RatingWindow* match(const QString& counter, int token,
                                            std::optional<Instant> pressed) const;

private:
    std::vector<RatingWindow> m_windows;
};

/// When a press was made that seems to be from `pressed`: not before the panel was armed for the window.
[[nodiscard]] Instant instantIn(const RatingWindow& window, Instant pressed);

/// The instant of a press whose age is lost: just before its window ended.
[[nodiscard]] Instant lastInstantOf(const RatingWindow& window);

} // namespace starqueue::bridge
