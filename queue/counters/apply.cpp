#include <queue/counters/counters.h>

#include <queue/steps/changes.h>
#include <queue/steps/floor_services.h>
#include <queue/steps/sent_to_clerk.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

Counter& counterIn(State& state, CounterIx counter)
{
    return state.counters.at(counter.value);
}

} // namespace

void apply(State& state, const CounterOpened& event, Instant)
{
    Counter& counter = counterIn(state, event.counter);
    counter.state = CounterState::Open;
    counter.clerk = event.clerk;
    noteOpen(state, event.counter);
    followClerks(state);
}

void apply(State& state, const CounterClosed& event, Instant)
{
    Counter& counter = counterIn(state, event.counter);
    counter.state = CounterState::Closed;
    counter.clerk.clear();
    counter.pauseReason.clear();
    counter.helpAsked = false;
    noteOpen(state, event.counter);
    followClerks(state);
}

void apply(State& state, const CounterPaused& event, Instant)
{
    Counter& counter = counterIn(state, event.counter);
    counter.state = CounterState::Paused;
    counter.pauseReason = event.reason;
    counter.helpAsked = false;
    noteOpen(state, event.counter);
}

void apply(State& state, const CounterResumed& event, Instant)
{
    Counter& counter = counterIn(state, event.counter);
    counter.state = CounterState::Open;
    counter.pauseReason.clear();
    noteOpen(state, event.counter);
}

void apply(State& state, const CounterHandedOver& event, Instant)
{
    counterIn(state, event.counter).clerk = event.clerk;
    followClerks(state);
}

void apply(State& state, const CounterServicesSet& event, Instant at)
{
    std::vector<FloorServices>& given = state.floorServices;
    const auto known = std::ranges::find(given, event.counter, &FloorServices::counter);
    FloorServices former = known == given.end() ? FloorServices{event.counter} : *known;
    state.acts.push_back({.kind = HallActKind::CounterServices, .at = at, .former = std::move(former)});
    std::erase_if(given, [&](const FloorServices& one) { return one.counter == event.counter; });
    if (!event.services.empty())
        given.push_back({event.counter, event.services, event.profile});
    std::ranges::sort(given, {}, &FloorServices::counter);
    state.pastRules.push_back({state.rules, at});
    giveFloorServices(state, state.configuredRules());
    rebuildLine(state);
}

void apply(State& state, const HelpAsked& event, Instant)
{
    counterIn(state, event.counter).helpAsked = true;
}

void apply(State& state, const ServiceOpened& event, Instant at)
{
    state.acts.push_back({.kind = HallActKind::ServiceOpened, .at = at, .service = event.service});
    state.closedServices.at(event.service.value) = false;
}

void apply(State& state, const ServiceClosed& event, Instant at)
{
    state.acts.push_back({.kind = HallActKind::ServiceClosed, .at = at, .service = event.service});
    state.closedServices.at(event.service.value) = true;
}

} // namespace starqueue::queue
