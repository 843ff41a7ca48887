#pragma once

#include <queue/rules/ids.h>
#include <queue/tickets/commands.h>

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
/// A clerk serves somebody who has no ticket: issues one and begins at once, out of turn.
struct TakeWalkIn
{
    CounterIx counter;
    IssueTicket issue;
    std::string reason; ///< empty: that it is a walk-in
};

} // namespace starqueue::queue
