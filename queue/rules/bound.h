#pragma once

#include <queue/rules/rules.h>

namespace starqueue::queue {

/// A bound that nothing can break: without a guard some rules have none.
inline constexpr Millis kNoBound = Millis::max();

/// What decides where a customer stands.
struct Standing
{
    ServiceIx service;
    TierIx tier;
    Statutory statutory = Statutory::None;
};

/// β: by how much `called` may at most pass `passed` at `counter`; a call must stay below it.
///
/// With guard G and head starts h (scheduling, "Overtaking"): G where the counter is dedicated to or
/// prefers the called one; else head-start min(G, max(0, h_called − h_passed)), fifo 0, strict and
/// weighted G, accumulating G·(1 − b_passed/b_called). kNoBound where G is needed and there is none.
/// Zero too when the counter may not serve both: then it can't happen.
[[nodiscard]] Millis overtakingBound(const Rules& rules, CounterIx counter, const Standing& passed,
                                     const Standing& called);

/// The largest β that anybody of `passed` can meet from anybody of `called`, over all counters and services.
[[nodiscard]] Millis largestBound(const Rules& rules, TierIx passed, TierIx called);

/// The largest β of all: what `[fairness] bound_minutes` can promise at best.
[[nodiscard]] Millis largestBound(const Rules& rules);

} // namespace starqueue::queue
