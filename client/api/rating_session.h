#pragma once

#include <client/api/words.h>

#include <QString>

#include <chrono>

namespace starqueue::client::api {

/// An invitation to rate, from GET /rating-sessions or the event rating_invited.
struct RatingSession
{
    QString session{};
    int token = 0; ///< for the panel
    QString ticket{};
    QString counter{};
    std::chrono::seconds windowSeconds{0};
    qint64 endsElapsed = 0; ///< milliseconds of the hall's elapsed time
    RatingState state = RatingState::Unknown;

    /// A panel may still be armed for it.
    [[nodiscard]] bool open() const
    {
        return state == RatingState::Invited || state == RatingState::Armed || state == RatingState::Failed;
    }
    bool operator==(const RatingSession&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("session", self.session);
        field("token", self.token);
        field("ticket", self.ticket);
        field("counter", self.counter);
        field("windowSeconds", self.windowSeconds);
        field("endsElapsed", self.endsElapsed);
        field("state", self.state);
    }
};

} // namespace starqueue::client::api
