#include <queue/counters/counters.h>

#include <queue/steps/checks.h>

namespace starqueue::queue {

namespace {

Decision needClerk(const std::string& clerk)
{
    if (!clerk.empty())
        return {};
    return refuse(RefusalCode::BadValue, "", "Nobody is named as the clerk: give the clerk's id.");
}

} // namespace

Decision decide(const State& state, const OpenCounter& command, Instant, Events& events)
{
    if (const auto known = needCounter(state, command.counter); !known)
        return known;
    if (const auto day = needOpenDay(state); !day)
        return day;
    if (state.counters[command.counter.value].state != CounterState::Closed)
        return refuse(RefusalCode::CounterOpen, apiStateOf(state, command.counter),
                      "Only a closed counter can be opened and " + nameOf(state, command.counter) +
                          " is not: hand it over to change its clerk.");
    if (state.rules->counters[command.counter.value].retired)
        return refuse(RefusalCode::CounterClosed, "retired",
                      "The configuration no longer has " + nameOf(state, command.counter) +
                          ": open another.");
    if (const auto named = needClerk(command.clerk); !named)
        return named;
    add(events, CounterOpened{command.counter, command.clerk});
    return {};
}

Decision decide(const State& state, const CloseCounter& command, Instant, Events& events)
{
    if (const auto open = needCounterNotClosed(state, command.counter); !open)
        return open;
    if (const Ticket* ticket = state.ticketAt(command.counter))
        return refuse(RefusalCode::CounterBusy, apiStateOf(state, command.counter),
                      "Ticket " + numberOf(state, *ticket) + " is at " + nameOf(state, command.counter) +
                          ": finish with it before closing.");
    add(events, CounterClosed{command.counter});
    return {};
}

Decision decide(const State& state, const PauseCounter& command, Instant, Events& events)
{
    if (const auto open = needCounterNotClosed(state, command.counter); !open)
        return open;
    if (state.counters[command.counter.value].state == CounterState::Paused)
        return refuse(RefusalCode::CounterPaused, "paused",
                      nameOf(state, command.counter) + " is paused already: resume it to go on.");
    add(events, CounterPaused{command.counter, command.reason});
    return {};
}

Decision decide(const State& state, const ResumeCounter& command, Instant, Events& events)
{
    if (const auto open = needCounterNotClosed(state, command.counter); !open)
        return open;
    if (state.counters[command.counter.value].state != CounterState::Paused)
        return refuse(RefusalCode::CounterOpen, apiStateOf(state, command.counter),
                      nameOf(state, command.counter) + " isn't paused: there is nothing to resume.");
    add(events, CounterResumed{command.counter});
    return {};
}

Decision decide(const State& state, const Handover& command, Instant, Events& events)
{
    if (const auto open = needCounterNotClosed(state, command.counter); !open)
        return open;
    if (const auto named = needClerk(command.clerk); !named)
        return named;
    if (state.counters[command.counter.value].clerk != command.clerk)
        add(events, CounterHandedOver{command.counter, command.clerk});
    return {};
}

Decision decide(const State& state, const AskHelp& command, Instant, Events& events)
{
    if (const auto open = needCounterNotClosed(state, command.counter); !open)
        return open;
    if (!state.counters[command.counter.value].helpAsked)
        add(events, HelpAsked{command.counter});
    return {};
}

Decision decide(const State& state, const OpenService& command, Instant, Events& events)
{
    if (const auto known = needService(state, command.service); !known)
        return known;
    if (const auto day = needOpenDay(state); !day)
        return day;
    const ServiceRule& rule = state.rules->services[command.service.value];
    if (rule.retired)
        return refuse(RefusalCode::ServiceClosed, "retired",
                      "The configuration no longer has service " + rule.id + ": open another.");
    if (state.closedServices[command.service.value])
        add(events, ServiceOpened{command.service});
    return {};
}

Decision decide(const State& state, const CloseService& command, Instant, Events& events)
{
    if (const auto known = needService(state, command.service); !known)
        return known;
    if (const auto day = needOpenDay(state); !day)
        return day;
    if (!state.closedServices[command.service.value])
        add(events, ServiceClosed{command.service});
    return {};
}

} // namespace starqueue::queue
