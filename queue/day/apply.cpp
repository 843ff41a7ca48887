#include <queue/day/day.h>

#include <queue/steps/changes.h>
#include <queue/steps/checks.h>
#include <queue/steps/issued_counts.h>

#include <utility>

namespace starqueue::queue {

namespace {

void fitToRules(State& state)
{
    state.lastNumbers.resize(state.rules->services.size());
    state.closedServices.resize(state.rules->services.size());
    state.counters.resize(state.rules->counters.size());
    recountIssued(state);
    state.credits = {};
    rebuildLine(state);
}

void takeOver(State& state, const CarriedOver& carried)
{
    state.lastTicket = carried.lastTicket;
    state.issued.before = carried.lastTicket;
    state.lastPrintJob = carried.lastPrintJob;
    state.lastSession = carried.lastSession;
    for (const CarriedTicket& one : carried.tickets)
        state.tickets.emplace_back(one.ticket).kiosk = placeOfKiosk(state, one.kiosk);
    state.sessions = carried.sessions;
    for (const Device& device : carried.devices)
        state.devices.emplace(device.id, device);
    state.messages.insert(carried.messages.begin(), carried.messages.end());
}

/// Takes what refers to places in the rules, so the rules must be set first.
void takeOverPlaces(State& state, const CarriedOver& carried)
{
    for (const auto& [ix, counter] : carried.counters)
        state.counters.at(ix.value) = counter;
    for (std::uint16_t i = 0; i < state.counters.size(); ++i)
        noteOpen(state, {i});
    for (const ServiceIx service : carried.closedServices)
        state.closedServices.at(service.value) = true;
    for (const RatingSession& session : carried.sessions) {
        if (isOpen(session.state))
            state.openSessions.push_back(session.id);
    }
    rebuildIndex(state);
    for (Ticket& ticket : state.tickets)
        enter(state, ticket, ticket.state);
}

} // namespace

void apply(State& state, const DayOpened& event, Instant at)
{
    State day;
    day.dayOpen = true;
    day.date = event.date;
    day.opened = at;
    day.clock = {event.clockAhead};
    day.clockDoubt = event.clockDoubt;
    day.rules = event.rules;
    day.hours = event.hours;
    if (event.carried)
        takeOver(day, *event.carried);
    fitToRules(day);
    if (event.carried)
        takeOverPlaces(day, *event.carried);
    state = std::move(day);
}

void apply(State& state, const DayClosed&, Instant)
{
    state.dayOpen = false;
}

void apply(State& state, const RulesSet& event, Instant at)
{
    if (state.rules)
        state.pastRules.push_back({state.rules, at});
    state.nextRules = nullptr;
    state.hours = event.hours;
    if (event.nextDay && state.rules) {
        Rules today = *event.rules;
        today.discipline = state.rules->discipline;
        state.nextRules = event.rules;
        state.rules = std::make_shared<const Rules>(std::move(today));
    } else {
        state.rules = event.rules;
    }
    fitToRules(state);
}

void apply(State& state, const MessageChanged& event, Instant)
{
    if (event.text == Name{})
        state.messages.erase(event.id);
    else
        state.messages[event.id] = event.text;
}

// Opening hours are times of the wall clock: they keep these, and move in elapsed time.
void apply(State& state, const ClockStepped& event, Instant)
{
    const Millis earlier = event.offset - state.clock.ahead;
    state.clock = {event.offset};
    if (state.hours)
        state.hours = std::make_shared<const DayHours>(shifted(*state.hours, -earlier));
}

void apply(State& state, const ClockDoubted& event, Instant)
{
    state.clockDoubt = event.why;
}

// Nothing else changes: whoever is in the room stays there, with their numbers.
void apply(State& state, const DayCorrected& event, Instant)
{
    state.date = event.date;
    state.hours = event.hours;
}

void apply(State&, const PromisesCalibrated&, Instant) {}

} // namespace starqueue::queue
