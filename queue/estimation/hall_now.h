#pragma once

#include <queue/model/state.h>

#include <vector>

namespace starqueue::queue {

/// A counter that is at work.
struct CounterNow
{
    CounterIx counter;
    bool taken = false; ///< by a customer of `service`, called at `since`
    ServiceIx service{};
    TierIx tier{};
    Instant since{};
};

/// What an estimate needs of a State, and no more: cheap to take on the writer's thread and to hand to
/// another.
struct HallNow
{
    Instant at{};
    std::shared_ptr<const Rules> rules;
    Line line;
    Turns turns;
    std::vector<CounterNow> counters; ///< the open ones
    TicketId lastTicket;
};

[[nodiscard]] HallNow hallNow(const State& state, Instant now);

} // namespace starqueue::queue
