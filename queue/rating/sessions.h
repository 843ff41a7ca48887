#pragma once

#include <queue/state/state.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// Today's sessions with that token in the panels' register, in the order of the invitations: one, as long as
/// a day has no more than kTokens of them.
[[nodiscard]] std::vector<const RatingSession*> sessionsWithToken(const State& state, std::uint64_t token);

} // namespace starqueue::queue
