#pragma once

#include <QtGlobal>

namespace starqueue::client::api {

/// The hall's time, from GET /hall.
struct HallNow
{
    qint64 elapsed = 0; ///< milliseconds that only grow; their origin has no meaning

    bool operator==(const HallNow&) const = default;

    static void each(auto& self, auto&& field) { field("elapsed", self.elapsed); }
};

} // namespace starqueue::client::api
