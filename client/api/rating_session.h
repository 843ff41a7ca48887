#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace starqueue::client::api {

/// An invitation to rate, from GET /rating-sessions or the event rating_invited. In the hall's time.
struct RatingSession
{
    QString session{};
    int token = 0; ///< for the panel
    QString ticket{};
    QString counter{};
    std::chrono::seconds windowSeconds{0};
    QDateTime endsAt{};

    bool operator==(const RatingSession&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("session", self.session);
        field("token", self.token);
        field("ticket", self.ticket);
        field("counter", self.counter);
        field("windowSeconds", self.windowSeconds);
        field("endsAt", self.endsAt);
    }
};

} // namespace starqueue::client::api
