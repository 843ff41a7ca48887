#pragma once

#include <queue/state/state.h>

#include <cstdint>

namespace starqueue::queue {

/// Counts the waiting tickets that would be called before `ticket` if nobody came any more and no time
/// passed: by guard, by count, put first, or by rank, in the lanes that share an open counter with it (any
/// counter, if none is open).
///
/// Exact for head-start, fifo and strict. Accumulating compares the priorities of one typical service from
/// now; weighted gives lower tiers their share of the calls.
[[nodiscard]] std::uint32_t ahead(const State& state, const Ticket& ticket, Instant now);

/// How many are before `ticket` as kiosk, paper and phone show it: those before an ordinary one in its place,
/// if it showsOrdinary(). Such a figure is the same whoever's identity was typed, until the ticket is called.
[[nodiscard]] std::uint32_t shownAhead(const State& state, const Ticket& ticket, Instant now);

/// As ahead(), for a customer who would come now.
[[nodiscard]] std::uint32_t aheadOfNewcomer(const State& state, const Standing& newcomer, Instant now);

} // namespace starqueue::queue
