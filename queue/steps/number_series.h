#pragma once

#include <queue/state/state.h>

namespace starqueue::queue {

// Services in one series each keep its last number, so that any of them can leave it or be retired.

/// The services that count their numbers as one with `service`, itself among them.
[[nodiscard]] std::vector<ServiceIx> seriesOf(const Rules& rules, ServiceIx service);
/// `service` has given `number`: nobody in its series gives it again.
void noteNumber(State& state, ServiceIx service, std::uint32_t number);
/// Call it after rules or last numbers were set.
void levelSeries(State& state);

} // namespace starqueue::queue
