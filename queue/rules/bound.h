#pragma once

#include <queue/rules/rules.h>

namespace starqueue::queue {

/// No bound: some rules without a guard have none.
inline constexpr Millis kNoBound = Millis::max();

/// What the order of service depends on, apart from τ.
struct Standing
{
    ServiceIx service;
    TierIx tier;
    GroupIx statutory = kNoGroup;
};

/// β: the limit by which `called` may pass `passed` at `counter`. Broken above it, or at it unless equal
/// ranks put the lower id first.
///
/// With guard G and head starts h (docs/scheduling.md, "Overtaking"): G where the counter is dedicated to or
/// prefers the called one; else head-start min(G, max(0, h_called − h_passed)), fifo 0, strict and weighted
/// G, accumulating G·(1 − b_passed/b_called). kNoBound where G is needed and there is none. 0 if the counter
/// may not serve both.
[[nodiscard]] Millis overtakingBound(const Rules& rules, CounterIx counter, const Standing& passed,
                                     const Standing& called);

/// The largest β for a passed tier and a called tier, over all counters and services.
[[nodiscard]] Millis largestBound(const Rules& rules, TierIx passed, TierIx called);

/// The limit by which one who is called because of having been passed Rules::mostPasses times may pass an
/// older one who wasn't: the guard.
[[nodiscard]] Millis boundByCount(const Rules& rules);

/// The largest β of all, and by count where there is such a limit and anybody can be passed at all: the
/// smallest possible `[fairness] bound_minutes`.
[[nodiscard]] Millis largestBound(const Rules& rules);

} // namespace starqueue::queue
