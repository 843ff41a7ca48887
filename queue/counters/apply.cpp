#include <queue/counters/counters.h>

#include <queue/steps/changes.h>

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
}

void apply(State& state, const CounterClosed& event, Instant)
{
    Counter& counter = counterIn(state, event.counter);
    counter.state = CounterState::Closed;
    counter.clerk.clear();
    counter.pauseReason.clear();
    counter.helpAsked = false;
    noteOpen(state, event.counter);
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
}

void apply(State& state, const HelpAsked& event, Instant)
{
    counterIn(state, event.counter).helpAsked = true;
}

void apply(State& state, const ServiceOpened& event, Instant at)
{
    state.acts.push_back({HallActKind::ServiceOpened, at, event.service, nullptr, nullptr, {}});
    state.closedServices.at(event.service.value) = false;
}

void apply(State& state, const ServiceClosed& event, Instant at)
{
    state.acts.push_back({HallActKind::ServiceClosed, at, event.service, nullptr, nullptr, {}});
    state.closedServices.at(event.service.value) = true;
}

} // namespace starqueue::queue
