#pragma once

#include <queue/model/refusal.h>
#include <queue/state/state.h>

#include <string_view>

namespace starqueue::queue {

/// closed, open, paused, calling or serving, as the HTTP API spells it.
[[nodiscard]] std::string_view apiStateOf(const State& state, const Counter& counter);
[[nodiscard]] std::string_view apiStateOf(const State& state, CounterIx counter);

} // namespace starqueue::queue
