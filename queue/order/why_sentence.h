#pragma once

#include <queue/state/state.h>

#include <string>

namespace starqueue::queue {

/// `why` as one or two sentences for the clerk, with the numbers of those passed that `state` still has. For
/// staff only: it names stars. "Counts as taken 15 min earlier. Passed over: A009 by 3 min."
[[nodiscard]] std::string sentence(const Why& why, const State& state, Language language);

} // namespace starqueue::queue
