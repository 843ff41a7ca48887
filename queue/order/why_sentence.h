#pragma once

#include <queue/model/state.h>

#include <string>

namespace starqueue::queue {

/// `why` as one or two sentences for the clerk, with the numbers of those passed over, as far as `state`
/// still has them. For staff alone: it speaks of stars. "Counts as taken 15 min earlier. Passed over: A009 by
/// 3 min."
[[nodiscard]] std::string sentence(const Why& why, const State& state, Language language);

} // namespace starqueue::queue
