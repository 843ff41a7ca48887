#pragma once

#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

struct CallNext
{
    CounterIx counter;
};
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
struct Unpark
{
    CounterIx counter;
    TicketId ticket;
};
struct UndoCall
{
    CounterIx counter;
};

} // namespace starqueue::queue
