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
/// A no-show instead, once the called one was called again as often as the rules want.
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
