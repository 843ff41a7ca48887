#include <queue/counters/counters.h>

#include <queue/counters/checks.h>
#include <queue/rules/bound.h>
#include <queue/steps/checks.h>
#include <queue/steps/floor_services.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

/// The counters but this one that the clerk may not hold with it.
std::vector<CounterIx> heldElsewhere(const State& state, CounterIx counter, const std::string& clerk)
{
    std::vector<CounterIx> held;
    for (std::uint16_t i = 0; i < state.counters.size() && !state.rules->clerksAtTwo; ++i)
        if (state.counters[i].state != CounterState::Closed && state.counters[i].clerk == clerk &&
            CounterIx{i} != counter)
            held.push_back({i});
    return held;
}

/// Somebody, who holds no other counter; unless `takesOver`: or where nobody is.
Decision needClerk(const State& state, CounterIx counter, const std::string& clerk, bool takesOver = false)
{
    if (clerk.empty())
        return refuse(RefusalCode::BadValue, "", "Nobody is named as the clerk: give the clerk's id.");
    for (const CounterIx other : heldElsewhere(state, counter, clerk)) {
        const bool isFree = needCounterToClose(state, other).has_value();
        if (!takesOver || !isFree)
            return refuse(RefusalCode::ClerkElsewhere,
                          isFree ? state.rules->counters[other.value].id : "busy",
                          "Clerk " + clerk + " holds " + nameOf(state, other) +
                              (isFree ? ": close it or hand it over first."
                                      : ", where a customer is: finish there first."));
    }
    return {};
}

Decision needServices(const State& state, const SetCounterServices& command)
{
    std::vector<ServiceIx> met;
    for (const ServiceIx service : command.services) {
        if (const auto known = needService(state, service); !known)
            return known;
        const ServiceRule& rule = state.rules->services[service.value];
        if (rule.retired)
            return refuse(RefusalCode::ServiceClosed, "retired",
                          "The configuration no longer has service " + rule.id + ": leave it out.");
        if (std::ranges::find(met, service) != met.end())
            return refuse(RefusalCode::BadValue, "",
                          "Service " + rule.id + " is named twice: name each once.");
        met.push_back(service);
    }
    return {};
}

/// Nobody may be overtaken by more than the hall promises, whatever is changed on the floor.
Decision needBoundKept(const State& state, const std::vector<FloorServices>& given)
{
    const Rules& configured = *state.configuredRules();
    if (keepsBound(configured, given))
        return {};
    return refuse(RefusalCode::LimitReached, "bound",
                  "With these services somebody could be overtaken by more than the promised " +
                      std::to_string(configured.bound.count()) + " min: choose others.");
}

/// The counter's services as the command leaves them; empty: as configured.
FloorServices asWanted(const State& state, const SetCounterServices& command)
{
    const CounterRule& configured = state.configuredRules()->counters[command.counter.value];
    if (command.services == configured.services && command.profile == configured.profile)
        return {command.counter};
    return {command.counter, command.services, command.profile};
}

FloorServices asIs(const State& state, CounterIx counter)
{
    const auto known = std::ranges::find(state.floorServices, counter, &FloorServices::counter);
    return known == state.floorServices.end() ? FloorServices{counter} : *known;
}

} // namespace

Decision decide(const State& state, const OpenCounter& command, Instant, Events& events)
{
    if (const auto closed = needCounterToOpen(state, command.counter); !closed)
        return closed;
    if (const auto named = needClerk(state, command.counter, command.clerk, command.takesOver); !named)
        return named;
    for (const CounterIx other : heldElsewhere(state, command.counter, command.clerk))
        add(events, CounterClosed{other});
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
    if (const auto named = needClerk(state, command.counter, command.clerk); !named)
        return named;
    if (state.counters[command.counter.value].clerk != command.clerk)
        add(events, CounterHandedOver{command.counter, command.clerk});
    return {};
}

Decision decide(const State& state, const SetCounterServices& command, Instant, Events& events)
{
    if (const auto counter = needCounterToServe(state, command.counter); !counter)
        return counter;
    if (const auto services = needServices(state, command); !services)
        return services;
    const FloorServices wanted = asWanted(state, command);
    if (wanted == asIs(state, command.counter))
        return {};
    std::vector<FloorServices> given = state.floorServices;
    std::erase_if(given, [&](const FloorServices& one) { return one.counter == command.counter; });
    given.push_back(wanted);
    if (!wanted.services.empty())
        if (const auto kept = needBoundKept(state, given); !kept)
            return kept;
    add(events, CounterServicesSet{wanted.counter, wanted.services, wanted.profile});
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
