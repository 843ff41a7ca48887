#pragma once

#include <queue/state/state.h>

#include <memory>

namespace starqueue::queue {

/// `rules` with those services that counters were given on the floor.
[[nodiscard]] Rules rulesOnTheFloor(const Rules& rules, const std::vector<FloorServices>& given);

/// Nobody may be overtaken by more than promised, whatever is given on the floor.
[[nodiscard]] bool keepsBound(const Rules& configured, const std::vector<FloorServices>& given);

/// For apply(): State::rules become `configured` with State::floorServices. The line isn't rebuilt.
void giveFloorServices(State& state, const std::shared_ptr<const Rules>& configured);

} // namespace starqueue::queue
