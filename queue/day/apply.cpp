#include <queue/day/day.h>

#include <queue/steps/changes.h>
#include <queue/steps/checks.h>
#include <queue/steps/floor_services.h>
#include <queue/steps/issued_counts.h>
#include <queue/steps/number_series.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace starqueue::queue {

namespace {

void fitToRules(State& state)
{
    state.lastNumbers.resize(state.rules->services.size());
    state.closedServices.resize(state.rules->services.size());
    state.counters.resize(state.rules->counters.size());
    levelSeries(state);
    recountIssued(state);
    state.credits = {};
    rebuildLine(state);
}

void takeOverPhoneRatings(State& state, const CarriedOver& carried)
{
    for (const PhoneRating& one : carried.ratedByPhone)
        state.ratedByPhone[one.session] = one.at;
    for (const PhoneRating& one : carried.explained)
        state.explained[one.session] = one.at;
}

void takeOver(State& state, const CarriedOver& carried)
{
    state.lastTicket = carried.lastTicket;
    state.issued.before = carried.former ? carried.former->before : carried.lastTicket;
    if (carried.former)
        state.kiosks = carried.former->kiosks;
    state.lastPrintJob = carried.lastPrintJob;
    state.lastSession = carried.lastSession;
    state.restored = carried.restored ? State::Restored::DayBefore : State::Restored::No;
    for (const CarriedTicket& one : carried.tickets)
        state.tickets.emplace_back(one.ticket).kiosk = placeOfKiosk(state, one.kiosk);
    state.sessions = carried.sessions;
    state.printJobs = carried.jobs;
    state.pastRules = carried.pastRules;
    for (const PassCount& count : carried.passes)
        state.passes[count.ticket] = count.times;
    for (const PostponedTicket& one : carried.postponed)
        state.postponements[one.ticket] = one.postponement;
    for (const PutFirstTicket& one : carried.putFirst)
        state.putFirst[one.ticket] = one.why;
    for (const SentToClerk& one : carried.boundClerks)
        state.boundClerks[one.ticket] = one.clerk;
    for (const EarlierCallsOf& one : carried.earlierCalls)
        state.earlierCalls[one.ticket] = one.calls;
    for (const CarriedReference& one : carried.references)
        state.references[one.ticket] = one.reference;
    takeOverPhoneRatings(state, carried);
    state.formerNames = carried.formerNames;
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
    for (const PrintJob& job : carried.jobs) {
        if (job.state != PrintJobState::Ended)
            state.openJobs.push_back(job.id);
    }
    for (const LastNumber& last : carried.numbers)
        state.lastNumbers.at(last.service.value) = last.number;
    levelSeries(state);
    rebuildIndex(state);
    for (Ticket& ticket : state.tickets)
        enter(state, ticket, ticket.state);
}

/// The day before as it was, but for what takeOver() has taken.
void goBackTo(State& state, const FormerDay& former)
{
    state.dayOpen = former.open;
    state.opened = former.opened;
    state.nextRules = former.nextRules;
    state.credits.credit = former.credits;
    for (const Ticket& ticket : state.tickets) {
        if (ticket.id > former.before && ticket.state != TicketState::Cancelled)
            ++state.issued.perService.at(ticket.numberedIn.value);
    }
}

/// Services and messages are after the change of day what they were before.
bool staysOverNight(const HallAct& act)
{
    return act.kind == HallActKind::ServiceOpened || act.kind == HallActKind::ServiceClosed ||
           act.kind == HallActKind::MessageChanged;
}

/// Those that may still be taken back, the opening of `day` among them.
std::vector<HallAct> actsAfterOpening(State&& past, Instant at)
{
    std::vector<HallAct> acts = past.acts;
    for (HallAct& act : acts) {
        if (!staysOverNight(act))
            act.later.note(at, "", std::string(DayOpened::kName));
    }
    if (past.date)
        acts.push_back({.kind = HallActKind::DayOpened,
                        .at = at,
                        .before = std::make_shared<const State>(std::move(past))});
    return acts;
}

/// Those that could be taken back before the day was opened that is taken back now; messages stay as they
/// are by now, and with them what can be taken back of them.
std::vector<HallAct> actsBeforeOpening(const State& state)
{
    const auto opening = std::ranges::find_if(state.acts.rbegin(), state.acts.rend(),
                                              [](const HallAct& act) { return act.before != nullptr; });
    if (opening == state.acts.rend())
        return {};
    const auto isOfMessage = [](const HallAct& act) { return act.kind == HallActKind::MessageChanged; };
    std::vector<HallAct> acts = opening->before->acts;
    std::erase_if(acts, isOfMessage);
    std::ranges::copy_if(state.acts, std::back_inserter(acts), isOfMessage);
    std::ranges::stable_sort(acts, {}, &HallAct::at);
    return acts;
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
    day.format = event.format;
    day.hours = event.hours;
    if (event.carried && event.carried->former)
        day.floorServices = event.carried->former->floorServices;
    giveFloorServices(day, event.rules);
    if (event.carried)
        takeOver(day, *event.carried);
    fitToRules(day);
    if (event.carried)
        takeOverPlaces(day, *event.carried);
    if (event.carried && event.carried->former) {
        goBackTo(day, *event.carried->former);
        day.acts = actsBeforeOpening(state);
    } else {
        day.acts = actsAfterOpening(std::move(state), at);
    }
    state = std::move(day);
}

void apply(State& state, const DayClosed& event, Instant at)
{
    state.dayOpen = false;
    if (event.ending)
        state.acts.push_back({.kind = HallActKind::DayClosed, .at = at, .ending = event.ending});
}

void apply(State& state, const RulesSet& event, Instant at)
{
    if (state.rules) {
        state.pastRules.push_back({state.rules, at});
        state.formerNames.note(*state.rules, *event.rules, state.lastTicket, at);
    }
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
    giveFloorServices(state, state.rules);
    fitToRules(state);
}

void apply(State& state, const MessageChanged& event, Instant at)
{
    const auto shown = state.messages.find(event.id);
    state.acts.push_back(
        {.kind = HallActKind::MessageChanged,
         .at = at,
         .formerMessage = {event.id, shown == state.messages.end() ? Name{} : shown->second}});
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
