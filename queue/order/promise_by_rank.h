#pragma once

#include <queue/state/state.h>

#include <optional>

namespace starqueue::queue {

/// The wait with `shownAhead` people before the ticket, as it is shown; see promiseOf().
[[nodiscard]] Promise shownWait(const State& state, const Ticket& ticket, std::uint32_t shownAhead,
                                Instant now, const std::optional<Foreseen>& foreseen = {});

/// How long what was promised at issue is shown where no estimator knows the ticket yet.
inline constexpr Millis kHoldsSinceIssue = Seconds{10};

/// What the ticket was promised a moment ago, less what has passed, so that its paper and its page say the
/// same. Empty: it isn't a moment ago any more, or was counted by rank.
[[nodiscard]] std::optional<Foreseen> foreseenAtIssue(const State& state, const Ticket& ticket, Instant now);

/// How long the ticket has waited by τ, which decides when dedicated counters take it.
[[nodiscard]] Millis waitedSince(const Ticket& ticket, Instant now);

/// The wait of somebody with `ahead` people before them, who has `waited` so long, estimated by rank
/// (PromiseMethod::Rank).
///
/// Let c open counters serve them now, f of them free, and m be the mean typical time of those ahead and at
/// these counters. The wait is 0 if ahead < f or one of the f may call nobody in line, else the time until
/// the n-th counter comes free, n = ahead − f + 1: Gamma distributed with mean n·m/c and squared coefficient
/// of variation v/n, v = 1 − 0.51/c (services of variation 0.7; many counters together finish at random).
/// With no such counter open nobody knows when one will be: PromiseMethod::Unknown. A day of a form that
/// doesn't know that word counts one as open. Where all are dedicated to others, they are c, none is free,
/// and the wait is at least until the first of them helps or the guard makes it.
///
/// Quantiles by Wilson and Hilferty (1931): mean·(1 − w + z·√w)³ with w = v/(9n), z = ∓1.2816 and 0.
[[nodiscard]] Promise promiseByRank(const State& state, const Standing& who, std::uint32_t ahead,
                                    Millis waited = Millis{0});

/// What is promised to somebody with `ahead` people before them: what was `foreseen`, as long as it holds;
/// otherwise by rank. It holds while counters that may serve them are open, or still closed, as they were
/// when it was made; "at once" holds only where one is free, and "unknown" only where none is.
[[nodiscard]] Promise promiseOf(const State& state, const Standing& who, std::uint32_t ahead,
                                const std::optional<Foreseen>& foreseen, Millis waited = Millis{0});

} // namespace starqueue::queue
