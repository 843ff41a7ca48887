#pragma once

#include <queue/model/state.h>

#include <optional>

namespace starqueue::queue {

/// Who is next at a counter, and by which test.
struct Choice
{
    Place place;
    std::uint32_t lane = 0; ///< in Line::lanes()
    WhyRule rule = WhyRule::Rank;
    bool help = false; ///< a dedicated counter takes somebody whom it isn't dedicated to
};

/// Whom `counter` calls at `now`, were it free: guard, its own dedication, its preference, rank, lower
/// id. Looks at lane heads alone: the cost doesn't depend on how many wait, and nothing is allocated.
/// Empty: nobody whom it may call.
[[nodiscard]] std::optional<Choice> select(const State& state, CounterIx counter, Instant now);

/// When somebody who waits now may be called at `counter` at the earliest, though nobody may at `now`: by
/// delayed help, or by the guard. max(): nobody.
[[nodiscard]] Instant callableFrom(const State& state, CounterIx counter, Instant now);

/// The facts behind `choice`, with whom it passes.
[[nodiscard]] Why explain(const State& state, CounterIx counter, const Choice& choice, Instant now);

/// What the discipline in force compares by, for somebody in a lane of `lane` who counts from `counted`, to
/// three decimals; the larger is called first.
///
/// head-start: seconds since τ and the head start; fifo: seconds since τ; strict: the stars of the tier
/// that it counts as; weighted: that tier's credit with its weight (Turns); accumulating: rate times
/// minutes since τ.
[[nodiscard]] double rankNow(const State& state, const LaneKey& lane, Instant counted, Instant now);

/// Adds to `why` whom the ticket at `place` passes when `counter` calls it: those older by τ that
/// the counter may serve, and how many that it may not. Walks no further than the five passed by most.
void addPassed(const State& state, CounterIx counter, const Place& place, Instant now, Why& why);

/// Calls `visit(lane, place)` for everybody whom the ticket at `called` passes at `counter`. For simulations.
template <class Visit>
void forEachPassed(const State& state, CounterIx counter, const Place& called, Visit visit)
{
    for (const LaneView& view : state.line.servedBy(counter)) {
        const Lane& lane = state.line.lanes()[view.lane];
        if (lane.empty())
            continue;
        lane.fromOldest([&](const Place& place) {
            if (place.counted >= called.counted)
                return false;
            visit(lane, place);
            return true;
        });
    }
}

} // namespace starqueue::queue
