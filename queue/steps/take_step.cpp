#include <queue/steps/take_step.h>

#include <utility>

namespace starqueue::queue {

std::optional<Step> takeStepAt(State& state, CounterIx counter)
{
    auto& steps = state.steps.ofCounters;
    return counter.value < steps.size() ? std::exchange(steps[counter.value], {}) : std::nullopt;
}

std::optional<Step> takeFloorStep(State& state, TicketId ticket, Instant at)
{
    const Step* const found = state.steps.lastOnFloor(ticket, at);
    if (!found)
        return {};
    auto& steps = state.steps.ofFloor;
    const auto place = steps.begin() + (found - steps.data());
    Step step = std::move(*place);
    steps.erase(place);
    return step;
}

void takeBackCredits(State& state, const Step& call)
{
    if (call.creditsAfter.credit.empty())
        return;
    if (state.credits == call.creditsAfter) {
        state.credits = call.credits;
        return;
    }
    for (std::uint16_t i = 0; i < state.credits.credit.size(); ++i)
        state.credits.credit[i] -= call.creditsAfter.of({i}) - call.credits.of({i});
}

} // namespace starqueue::queue
