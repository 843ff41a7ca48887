#pragma once

#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

struct ServiceStarted
{
    TicketId ticket;
    CounterIx counter;
};
struct ServiceFinished
{
    TicketId ticket;
    CounterIx counter;
    std::string skipRating;
};
struct TicketNoShow
{
    TicketId ticket;
    CounterIx counter;
};
struct TicketParked
{
    TicketId ticket;
    CounterIx counter;
    std::string reason;
};
struct TicketVerified
{
    TicketId ticket;
    CounterIx counter;
    bool matches;
};

} // namespace starqueue::queue
