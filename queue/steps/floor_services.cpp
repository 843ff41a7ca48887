#include <queue/steps/floor_services.h>

#include <queue/rules/bound.h>

#include <algorithm>
#include <utility>

namespace starqueue::queue {

Rules rulesOnTheFloor(const Rules& rules, const std::vector<FloorServices>& given)
{
    Rules changed = rules;
    for (const FloorServices& one : given) {
        CounterRule& counter = changed.counters.at(one.counter.value);
        if (counter.retired)
            continue;
        counter.services = one.services;
        counter.profile = one.profile;
        std::erase_if(counter.prefers, [&](ServiceIx preferred) {
            return std::ranges::find(one.services, preferred) == one.services.end();
        });
    }
    return changed;
}

bool keepsBound(const Rules& configured, const std::vector<FloorServices>& given)
{
    const Rules changed = rulesOnTheFloor(configured, given);
    return largestBound(changed) <= std::max<Millis>(changed.bound, largestBound(configured));
}

void giveFloorServices(State& state, const std::shared_ptr<const Rules>& configured)
{
    const auto before = configured; // it may be State::rules
    state.configured = state.floorServices.empty() ? nullptr : before;
    state.rules = state.floorServices.empty()
                      ? before
                      : std::make_shared<const Rules>(rulesOnTheFloor(*before, state.floorServices));
}

} // namespace starqueue::queue
