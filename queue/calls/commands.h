#pragma once

#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

/// Calls the next ticket by the rules to a free counter.
struct CallNext
{
    CounterIx counter;
};
/// Calls a waiting or absent ticket out of turn; a reason is required.
struct CallNumber
{
    CounterIx counter;
    TicketId ticket;
    std::string reason;
};
/// Repeats the call. After Rules::noShowAfterRecalls recalls it is a no-show instead.
struct Recall
{
    CounterIx counter;
};
/// Calls a parked ticket back to the counter that parked it.
struct Unpark
{
    CounterIx counter;
    TicketId ticket;
};
/// Takes back the call at the counter: the ticket waits again as before.
struct UndoCall
{
    CounterIx counter;
};

} // namespace starqueue::queue
