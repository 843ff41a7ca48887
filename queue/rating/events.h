#pragma once

#include <queue/model/device.h>
#include <queue/model/rating_session.h>
#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

struct RatingInvited
{
    RatingSession session;
};
struct RatingArmed
{
    RatingSessionId session;
};
struct RatingFailed
{
    RatingSessionId session;
    std::string reason;
};
struct TicketRated
{
    RatingSessionId session;
    TicketId ticket;
    CounterIx counter;
    int score;
    PressId press;
};
struct RatingExpired
{
    RatingSessionId session;
    CounterIx counter;
};
/// A rating of 1 or 2: somebody left dissatisfied and can still be won back.
struct CaseOpened
{
    RatingSessionId session;
    TicketId ticket;
};

} // namespace starqueue::queue
