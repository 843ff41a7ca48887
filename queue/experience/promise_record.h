#pragma once

#include <queue/model/ticket.h>
#include <time/instant.h>

#include <string>

namespace starqueue::queue {

/// What somebody was promised at issue, and how long they waited until their first call, which came in turn.
struct PromiseRecord
{
    Date date{}; ///< business day
    Instant issued{};
    std::string service;
    std::string counter; ///< that called
    std::string clerk;
    int stars = 0; ///< at least so many has their tier
    Promise promise;
    Millis waited{0};
};

} // namespace starqueue::queue
