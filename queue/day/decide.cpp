#include <queue/day/day.h>

#include <queue/counters/counters.h>
#include <queue/printing/jobs.h>
#include <queue/printing/printing.h>
#include <queue/rating/events.h>
#include <queue/rating/rating.h>
#include <queue/rules/rules_merge.h>
#include <queue/steps/checks.h>
#include <queue/tickets/events.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace starqueue::queue {

namespace {

/// Rules that decide() and apply() can work with. checkRules() says whether they make sense.
bool isUsable(const Rules& rules)
{
    const auto servesKnown = [&](const CounterRule& counter) {
        const auto known = [&](ServiceIx ix) { return ix.value < rules.services.size(); };
        return std::ranges::all_of(counter.services, known) && std::ranges::all_of(counter.prefers, known);
    };
    return !rules.tiers.empty() && !rules.services.empty() &&
           std::ranges::all_of(rules.counters, servesKnown);
}

Decision needUsable(const Rules& rules)
{
    if (isUsable(rules))
        return {};
    return refuse(RefusalCode::BadValue, "",
                  "Rules need a tier, a service, and counters that give known ones.");
}

std::shared_ptr<const Rules> merged(const State& state, const std::shared_ptr<const Rules>& next)
{
    if (!state.rules || state.rules == next)
        return next;
    return std::make_shared<const Rules>(mergeRules(*state.rules, *next));
}

std::shared_ptr<const Rules> rulesOfDay(const State& state, const OpenDay& command)
{
    if (command.rules)
        return merged(state, command.rules);
    return state.nextRules ? state.nextRules : state.rules;
}

/// Their windows are over at `now`.
std::vector<RatingExpired> endsOfPastSessions(const State& state, Instant now)
{
    std::vector<RatingExpired> ends;
    for (const RatingSessionId id : state.openSessions) {
        const RatingSession* session = state.find(id);
        if (session && now >= session->ends)
            ends.push_back({id, session->counter});
    }
    return ends;
}

std::vector<PrintJobEnded> endsOfOpenJobs(const State& state, PrintJobState atMost)
{
    std::vector<PrintJobEnded> ends;
    for (const PrintJobId id : state.openJobs) {
        const PrintJob* job = state.find(id);
        if (job && job->state <= atMost)
            ends.push_back({id, PrintOutcome::Dropped});
    }
    return ends;
}

/// A late press for this session would still count.
bool canBeRated(const RatingSession& session, Instant now)
{
    return now <= session.ends + kLateArrival;
}

void carryCounters(const State& state, CarriedOver& carried)
{
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        Counter counter = state.counters[i];
        const RatingSession* session = state.find(counter.session);
        if (!session || !isOpen(session->state))
            counter.session = {};
        if (counter.state == CounterState::Closed && counter.session.value == 0)
            continue;
        counter.served = 0;
        counter.servedFor = Millis{0};
        carried.counters.emplace_back(CounterIx{i}, std::move(counter));
    }
}

void carryVisits(const State& state, Instant now, CarriedOver& carried)
{
    std::set<TicketId> kept;
    for (const RatingSession& session : state.sessions) {
        if (!canBeRated(session, now))
            continue;
        carried.sessions.push_back(session);
        kept.insert(session.ticket);
    }
    for (const Ticket& ticket : state.tickets) {
        const bool underWay = ticket.state == TicketState::Called || ticket.state == TicketState::Serving;
        if (underWay || kept.contains(ticket.id))
            carried.tickets.push_back({ticket, state.kioskOf(ticket)});
    }
}

CarriedOver carriedFrom(const State& state, Instant now)
{
    CarriedOver carried;
    carried.lastTicket = state.lastTicket;
    carried.lastPrintJob = state.lastPrintJob;
    carried.lastSession = state.lastSession;
    carryVisits(state, now, carried);
    carryCounters(state, carried);
    for (const auto& [id, device] : state.devices)
        carried.devices.push_back(device);
    carried.messages.assign(state.messages.begin(), state.messages.end());
    for (std::uint16_t i = 0; i < state.closedServices.size(); ++i) {
        if (state.closedServices[i])
            carried.closedServices.push_back(ServiceIx{i});
    }
    return carried;
}

Decision needLaterDate(const State& state, const OpenDay& command)
{
    if (!command.date.ok())
        return refuse(RefusalCode::BadValue, "", "That date doesn't exist: give year, month and day.");
    if (!state.date || command.date > *state.date)
        return {};
    return refuse(RefusalCode::DateNotLater, "",
                  "That date is not later than the last day that was opened: a day can't be opened twice.");
}

std::vector<CounterClosed> closesOfRetired(const State& state, const Rules& rules)
{
    std::vector<CounterClosed> closes;
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        const Counter& counter = state.counters[i];
        if (rules.counters[i].retired && counter.state != CounterState::Closed && counter.ticket.value == 0)
            closes.push_back({CounterIx{i}});
    }
    return closes;
}

bool isWaiting(const Ticket& ticket)
{
    return ticket.state == TicketState::Waiting || ticket.state == TicketState::Parked;
}

/// Whether the date is to change with everybody in the room. Otherwise nobody has come since the clock was
/// wrong, and the next day begins as any other.
bool keepsTheRoom(const State& state, const RightDay& right)
{
    const auto cameSince = [&](const Ticket& ticket) { return ticket.issued >= right.since; };
    if (!state.date || right.date == *state.date)
        return false;
    return right.date < *state.date || (state.dayOpen && std::ranges::any_of(state.tickets, cameSince));
}

/// Who has waited since before is of a day that is over, if the date goes forward.
void correctDay(const State& state, const RightDay& right, Events& events)
{
    if (right.date > *state.date) {
        for (const Ticket& ticket : state.tickets) {
            if (!isWaiting(ticket) || ticket.issued >= right.since)
                continue;
            dropPendingJob(state, ticket, events);
            add(events, TicketUnserved{ticket.id});
        }
    }
    add(events, DayCorrected{right.date, right.since, right.hours});
}

template <class E> void addAll(Events& events, const std::vector<E>& several)
{
    for (const E& each : several)
        add(events, each);
}

/// Appends `several` to `events` and applies them to `state`.
template <class E> void happen(State& state, Events& events, const std::vector<E>& several, Instant now)
{
    for (const E& each : several) {
        apply(state, each, now);
        add(events, each);
    }
}

} // namespace

Decision decide(const State& state, const OpenDay& command, Instant now, Events& events)
{
    if (state.dayOpen)
        return refuse(RefusalCode::DayOpen, "open", "A business day is open: close it before the next one.");
    if (const auto later = needLaterDate(state, command); !later)
        return later;
    if (!command.rules && !state.rules)
        return refuse(RefusalCode::BadValue, "", "The first day needs rules: give them with it.");
    const Rules& wanted = command.rules ? *command.rules : *state.rules;
    if (const auto usable = needUsable(wanted); !usable)
        return usable;
    const auto rules = rulesOfDay(state, command);
    State closing = state;
    if (rules != state.rules)
        happen(closing, events, closesOfRetired(state, *rules), now);
    happen(closing, events, endsOfPastSessions(state, now), now); // of a hall that was down
    happen(closing, events, endsOfOpenJobs(state, PrintJobState::Taken), now);
    auto carried = std::make_shared<const CarriedOver>(carriedFrom(closing, now));
    add(events, DayOpened{command.date, rules, std::move(carried), command.hours, state.clock.ahead,
                          state.clockDoubt});
    return {};
}

Decision decide(const State& state, const CloseDay&, Instant, Events& events)
{
    if (const auto open = needOpenDay(state); !open)
        return open;
    addAll(events, endsOfOpenJobs(state, PrintJobState::Pending));
    std::uint32_t unserved = 0;
    for (const Ticket& ticket : state.tickets) {
        if (!isWaiting(ticket))
            continue;
        add(events, TicketUnserved{ticket.id});
        ++unserved;
    }
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        if (state.counters[i].state != CounterState::Closed && state.counters[i].ticket.value == 0)
            add(events, CounterClosed{CounterIx{i}});
    }
    add(events, DayClosed{*state.date, unserved});
    return {};
}

Decision decide(const State& state, const SetRules& command, Instant, Events& events)
{
    if (!command.rules)
        return refuse(RefusalCode::BadValue, "", "No rules are given: give the whole of them.");
    if (const auto usable = needUsable(*command.rules); !usable)
        return usable;
    auto rules = merged(state, command.rules);
    const std::shared_ptr<const Rules>& planned = state.nextRules ? state.nextRules : state.rules;
    const DayHoursPtr& hours = command.hours ? command.hours : state.hours;
    if (planned && *planned == *rules && sameHours(hours, state.hours))
        return {};
    const bool nextDay = state.dayOpen && rules->discipline != state.rules->discipline;
    addAll(events, closesOfRetired(state, *rules));
    add(events, RulesSet{std::move(rules), nextDay, hours});
    return {};
}

Decision decide(const State& state, const PostMessage& command, Instant, Events& events)
{
    if (command.id.empty())
        return refuse(RefusalCode::BadValue, "", "A message without an id can't be taken down: give it one.");
    const auto known = state.messages.find(command.id);
    const Name shown = known == state.messages.end() ? Name{} : known->second;
    if (shown != command.text)
        add(events, MessageChanged{command.id, command.text});
    return {};
}

Decision decide(const State& state, const SetWallClock& command, Instant, Events& events)
{
    if (command.day && keepsTheRoom(state, *command.day))
        correctDay(state, *command.day, events);
    if (command.ahead != state.clock.ahead || command.isConfirmed)
        add(events, ClockStepped{command.ahead, command.since, command.isConfirmed});
    return {};
}

Decision decide(const State& state, const DoubtClock& command, Instant, Events& events)
{
    if (command.why != state.clockDoubt)
        add(events, ClockDoubted{command.why});
    return {};
}

Decision decide(const State&, const CalibratePromises& command, Instant, Events& events)
{
    const Calibration& by = command.calibration;
    const auto isFactor = [](double factor) { return factor > 0 && std::isfinite(factor); };
    if (!isFactor(by.scale) || !isFactor(by.lower) || !isFactor(by.upper))
        return refuse(RefusalCode::BadValue, "", "Promises are corrected by factors above 0: give such.");
    add(events, PromisesCalibrated{by, command.outcomes});
    return {};
}

Decision decide(const State& state, const Tick&, Instant now, Events& events)
{
    addAll(events, endsOfPastSessions(state, now));
    for (const PrintJobId id : state.openJobs) {
        const PrintJob* job = state.find(id);
        if (job && now >= job->expires)
            add(events, PrintJobEnded{id, PrintOutcome::Dropped});
    }
    return {};
}

} // namespace starqueue::queue
