#pragma once

#include <queue/state/state.h>

#include <optional>

namespace starqueue::queue {

/// The next ticket at a counter, and the test that decided.
struct Choice
{
    Place place;
    std::uint32_t lane = 0; ///< index into Line::lanes()
    WhyRule rule = WhyRule::Rank;
    bool help = false; ///< a dedicated counter calls somebody it isn't dedicated to
};

/// Whom `counter` would call at `now` if it were free: guard, passed as often as allowed, put first by
/// somebody, dedication, preference, rank, lower id. Reads lane heads only, so the cost doesn't depend on how
/// many wait; allocates nothing. Empty: nobody it may call.
[[nodiscard]] std::optional<Choice> select(const State& state, CounterIx counter, Instant now);

/// When nobody may be called at `now`: the earliest instant at which a waiting ticket may be called at
/// `counter`, through delayed help or the guard. max(): never.
[[nodiscard]] Instant callableFrom(const State& state, CounterIx counter, Instant now);

/// The facts of `choice`, including whom it passes.
[[nodiscard]] Why explain(const State& state, CounterIx counter, const Choice& choice, Instant now);

/// The priority that the discipline compares, for a ticket in a lane of `lane` with τ `counted`, to three
/// decimals; the larger is called first.
///
/// head-start: seconds since τ plus the head start; fifo: seconds since τ; strict: the stars of the standing
/// tier; weighted: that tier's credit plus its weight; accumulating: rate times minutes since τ.
[[nodiscard]] double rankNow(const State& state, const LaneKey& lane, Instant counted, Instant now);

/// Adds to `why` whom `counter` passes by calling the ticket at `place`: those with an earlier τ that it may
/// serve, and how many that it may not. Stops at the five passed by most.
void addPassed(const State& state, CounterIx counter, const Place& place, Instant now, Why& why);

/// Calls `visit(lane, place)` for every ticket that `counter` passes by calling `called`. For simulations.
template <class Visitor>
void forEachPassed(const State& state, CounterIx counter, const Place& called, Visitor visit)
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
