#include <queue/counters/checks.h>

#include <queue/steps/checks.h>

namespace starqueue::queue {

Decision needCounterToOpen(const State& state, CounterIx counter)
{
    if (const auto known = needCounter(state, counter); !known)
        return known;
    if (const auto day = needOpenDay(state); !day)
        return day;
    if (state.counters[counter.value].state != CounterState::Closed)
        return refuse(RefusalCode::CounterOpen, apiStateOf(state, counter),
                      "Only a closed counter can be opened and " + nameOf(state, counter) +
                          " is not: hand it over to change its clerk.");
    if (state.rules->counters[counter.value].retired)
        return refuse(RefusalCode::CounterClosed, "retired",
                      "The configuration no longer has " + nameOf(state, counter) + ": open another.");
    return {};
}

Decision needCounterToClose(const State& state, CounterIx counter)
{
    if (const auto open = needCounterNotClosed(state, counter); !open)
        return open;
    if (const Ticket* ticket = state.ticketAt(counter))
        return refuse(RefusalCode::CounterBusy, apiStateOf(state, counter),
                      "Ticket " + numberOf(state, *ticket) + " is at " + nameOf(state, counter) +
                          ": finish with it before closing.");
    return {};
}

Decision needCounterToPause(const State& state, CounterIx counter)
{
    if (const auto open = needCounterNotClosed(state, counter); !open)
        return open;
    if (state.counters[counter.value].state == CounterState::Paused)
        return refuse(RefusalCode::CounterPaused, "paused",
                      nameOf(state, counter) + " is paused already: resume it to go on.");
    return {};
}

Decision needCounterToServe(const State& state, CounterIx counter)
{
    if (const auto known = needCounter(state, counter); !known)
        return known;
    if (const auto day = needOpenDay(state); !day)
        return day;
    if (state.rules->counters[counter.value].retired)
        return refuse(RefusalCode::CounterClosed, "retired",
                      "The configuration no longer has " + nameOf(state, counter) + ": choose another.");
    return {};
}

Decision needCounterToResume(const State& state, CounterIx counter)
{
    if (const auto open = needCounterNotClosed(state, counter); !open)
        return open;
    if (state.counters[counter.value].state != CounterState::Paused)
        return refuse(RefusalCode::CounterOpen, apiStateOf(state, counter),
                      nameOf(state, counter) + " isn't paused: there is nothing to resume.");
    return {};
}

} // namespace starqueue::queue
