#pragma once

#include <queue/model/state.h>

namespace starqueue::queue {

/// How many of those who wait would be called before `ticket`, were nobody to come. Counted by rank
/// among the lanes that share an open counter with it (any counter, if none is open).
///
/// Exact in order for head-start, fifo and strict. Accumulating compares priorities as they will be
/// one typical service from now; weighted lets lower tiers have their share of the calls.
[[nodiscard]] std::uint32_t ahead(const State& state, const Ticket& ticket, Instant now);

/// The same for somebody who would come now.
[[nodiscard]] std::uint32_t aheadOfNewcomer(const State& state, const Standing& newcomer, Instant now);

/// The wait of somebody with `ahead` before them, counted by rank (PromiseMethod::Rank).
///
/// With c open counters that may serve them, f of them free, and m the mean typical time of those who
/// stand before them or at them (whoever they wait for, one waits for their services): 0 if ahead < f,
/// else the time until the n-th counter comes free, n = ahead − f + 1. That is taken as Gamma
/// distributed with mean n·m/c and squared variation v/n, v = 1 − 0.51/c (services of variation 0.7;
/// many counters together finish at random). Quantiles by Wilson and Hilferty (1931):
/// mean·(1 − w + z·√w)³ with w = v/(9n), z = ∓1.2816 and 0. With no counter open, as if one were.
[[nodiscard]] Promise promiseByRank(const State& state, const Standing& who, std::uint32_t ahead);

} // namespace starqueue::queue
