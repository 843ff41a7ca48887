#pragma once

#include <queue/model/device.h>
#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

struct ArmRating
{
    RatingSessionId session;
};
struct FailRating
{
    RatingSessionId session;
    std::string reason;
};
struct RateTicket
{
    RatingSessionId session;
    TicketId ticket;
    int score;
    Press press;
};

} // namespace starqueue::queue
