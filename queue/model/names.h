#pragma once

#include <queue/model/refusal.h>
#include <queue/model/state.h>

#include <string_view>

namespace starqueue::queue {

// Words as the HTTP API spells them.

[[nodiscard]] std::string_view apiName(TicketState state);
[[nodiscard]] std::string_view apiName(PrintJobState state);
[[nodiscard]] std::string_view apiName(PrintOutcome outcome);
[[nodiscard]] std::string_view apiName(RatingState state);
[[nodiscard]] std::string_view apiName(Discipline discipline);
[[nodiscard]] std::string_view apiName(Statutory statutory);
/// closed, open, paused, calling or serving.
[[nodiscard]] std::string_view apiStateOf(const State& state, CounterIx counter);

} // namespace starqueue::queue
