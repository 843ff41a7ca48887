#pragma once

#include <queue/state.h>
#include <queue/why.h>

#include <string>

namespace starqueue::queue {

/// The reason of a call in one sentence, for the clerk and the reports; names passed tickets by their number.
[[nodiscard]] std::string sentence(const State& state, const Ticket& called, const Why& why, Language language);

} // namespace starqueue::queue
