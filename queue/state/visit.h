#pragma once

#include <queue/rules/ids.h>
#include <queue/schema/field.h>
#include <time/instant.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace starqueue::queue {

struct State;
struct Ticket;

/// The calls of a visit before its last one; kept only where there were several.
struct EarlierCalls
{
    Instant first{};                   ///< of all calls
    Instant served{};                  ///< the first that a service followed; epoch: none
    std::vector<CounterIx> counters{}; ///< of each, in order

    friend bool operator==(const EarlierCalls&, const EarlierCalls&) = default;
};

void describe(auto& a, Of<EarlierCalls> auto& calls)
{
    a.field("firstCalledAt", calls.first);
    a.fieldOr("servedCallAt", calls.served, {});
    a.field("counters", calls.counters);
}

/// What a customer's whole visit was like, over all its legs. Calling early, no-shows, re-queues and
/// transfers can't shorten its wait: only a call that was followed by a service ends it.
struct Visit
{
    Millis wait{0};                ///< first issue to the call that a service followed, or to the visit's end
    std::optional<Millis> toFirst; ///< first issue to first call; judged against no target
    Millis postponed{0};           ///< by the customer, on no account part of `wait` or `toFirst`
    bool served = false;           ///< a call was followed by a service
    std::size_t calls = 0;         ///< without recalls
    std::size_t counters = 0;      ///< that called, each once
};

/// Whether the visit of a ticket is over for good: nothing that may still be taken back would let it go on.
/// One that the day doesn't know was of an earlier day.
[[nodiscard]] bool isOver(const State& state, TicketId ticket, Instant now);

/// A visit as it stands at `now`; one that goes on has waited until then.
[[nodiscard]] Visit visitOf(const State& state, const Ticket& ticket, Instant now);

} // namespace starqueue::queue
