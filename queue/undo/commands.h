#pragma once

#include <queue/rules/ids.h>
#include <time/instant.h>

namespace starqueue::queue {

/// Takes back the last step of a counter: ticket and counter stand as before it.
struct UndoStep
{
    CounterIx counter;
};
/// Takes back a step with a ticket by somebody on the floor.
struct UndoFloorStep
{
    TicketId ticket;
    Instant at; ///< when it was done
};

} // namespace starqueue::queue
