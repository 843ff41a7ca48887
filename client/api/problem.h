#pragma once

#include <QString>

namespace starqueue::client::api {

/// application/problem+json (RFC 9457), with the hall's own fields.
struct Problem
{
    QString code{}; ///< stable, such as "counter_busy"
    QString title{};
    QString detail{};
    QString state{}; ///< that forbids it, such as "sold_out"

    bool operator==(const Problem&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("code", self.code);
        field("title", self.title);
        field("detail", self.detail);
        field("state", self.state);
    }
};

} // namespace starqueue::client::api
