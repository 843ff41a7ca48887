#pragma once

#include <queue/state/state.h>

#include <vector>

namespace starqueue::queue {

/// An open counter in a snapshot.
struct CounterSnapshot
{
    CounterIx counter;
    bool taken = false; ///< a customer of `service`, called at `since`, is there
    ServiceIx service{};
    TierIx tier{};
    Instant since{};
};

/// The snapshot of a State that estimates start from. Cheap to take on the writer's thread and to hand to
/// another.
struct HallSnapshot
{
    Instant at{};
    std::shared_ptr<const Rules> rules;
    Line line;
    TierCredits credits;
    std::vector<CounterSnapshot> counters; ///< the open ones
    TicketId lastTicket;
};

[[nodiscard]] HallSnapshot hallSnapshot(const State& state, Instant now);

} // namespace starqueue::queue
