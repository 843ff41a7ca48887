#pragma once

#include <queue/model/ticket.h>
#include <time/wall_time.h>

#include <string>

namespace starqueue::queue {

/// A promise made at issue, and the wait until the first call, which was in turn.
struct PromiseRecord
{
    Date date{}; ///< business day
    time::WallTime issued{};
    std::string service;
    std::string counter; ///< that called
    std::string clerk;
    int stars = 0;   ///< the least stars of their tier
    Promise promise; ///< as expected, which the coverage is judged on
    Promise shown;   ///< as the ticket said: an ordinary one's, where an identity was typed
    Millis waited{0};
};

/// Whether a wait was within the range: a promise is whole seconds, so a begun second counts as either end.
[[nodiscard]] inline bool covers(const Promise& promise, Millis waited)
{
    return std::chrono::floor<Seconds>(waited) <= promise.p90 &&
           promise.p10 <= std::chrono::ceil<Seconds>(waited);
}

} // namespace starqueue::queue
