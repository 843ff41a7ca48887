#include <queue/counters/counters.h>

#include <queue/counters/checks.h>
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
    if (const auto closed = needCounterToOpen(state, command.counter); !closed)
        return closed;
    if (const auto named = needClerk(command.clerk); !named)
        return named;
    add(events, CounterOpened{command.counter, command.clerk});
    return {};
}

Decision decide(const State& state, const CloseCounter& command, Instant, Events& events)
{
    if (const auto idle = needCounterToClose(state, command.counter); !idle)
        return idle;
    add(events, CounterClosed{command.counter});
    return {};
}

Decision decide(const State& state, const PauseCounter& command, Instant, Events& events)
{
    if (const auto running = needCounterToPause(state, command.counter); !running)
        return running;
    add(events, CounterPaused{command.counter, command.reason});
    return {};
}

Decision decide(const State& state, const ResumeCounter& command, Instant, Events& events)
{
    if (const auto paused = needCounterToResume(state, command.counter); !paused)
        return paused;
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
