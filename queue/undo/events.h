#pragma once

#include <queue/rules/ids.h>
#include <queue/schema/event_fields.h>
#include <queue/schema/format.h>
#include <queue/state/step.h>

#include <time/instant.h>

namespace starqueue::queue {

/// A step with a ticket was taken back: ticket and counter stand as before it. That of a call is a
/// ticket_requeued instead.
struct StepUndone
{
    static constexpr std::string_view kName = "step_undone";
    static constexpr int kSince = kSinceStepUndo;
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    CounterIx counter = kNoCounter; ///< kNoCounter: it was done on the floor
    StepKind step;
    Instant of{}; ///< when it was done
};

void describe(auto& a, Of<StepUndone> auto& e)
{
    describeTicketAt(a, e);
    a.field(toAll("step"), e.step);
    a.field("doneAt", e.of);
}

} // namespace starqueue::queue
