#include <queue/day/day.h>

#include <queue/counters/counters.h>
#include <queue/day/carry.h>
#include <queue/day/endings.h>
#include <queue/day/prefixes.h>
#include <queue/day/wrong_opening.h>
#include <queue/printing/jobs.h>
#include <queue/printing/printing.h>
#include <queue/rating/events.h>
#include <queue/rating/rating.h>
#include <queue/rules/rules_merge.h>
#include <queue/steps/checks.h>
#include <queue/steps/floor_services.h>
#include <queue/tickets/events.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

namespace starqueue::queue {

namespace {

/// Rules that decide() and apply() can work with. checkRules() says whether they make sense.
bool isUsable(const Rules& rules)
{
    if (rules.groups.size() >= kNoGroup.value)
        return false;
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
                  "Rules need a tier, a service, counters that give known ones, and fewer than " +
                      std::to_string(kNoGroup.value) + " statutory groups.");
}

std::shared_ptr<const Rules> merged(const State& state, const std::shared_ptr<const Rules>& next)
{
    const auto& now = state.configuredRules();
    if (!now || now == next)
        return next;
    const auto isGroupUsed = [&](GroupIx group) {
        return std::ranges::any_of(state.tickets,
                                   [group](const Ticket& ticket) { return ticket.statutory == group; });
    };
    return std::make_shared<const Rules>(mergeRules(*now, *next, isGroupUsed));
}

std::shared_ptr<const Rules> rulesOfDay(const State& state, const OpenDay& command)
{
    if (command.rules)
        return merged(state, command.rules);
    return state.nextRules ? state.nextRules : state.configuredRules();
}

Decision needDate(const State& state, const OpenDay& command)
{
    if (!command.date.ok())
        return refuse(RefusalCode::BadValue, "", "That date doesn't exist: give year, month and day.");
    if (command.isConfirmed)
        return {};
    const auto off = [&] {
        return std::chrono::sys_days{command.date} - std::chrono::sys_days{*command.today};
    };
    if (command.today && std::chrono::abs(off()) > std::chrono::days{1})
        return refuse(
            RefusalCode::ConfirmNeeded, "",
            "That date is more than a day off: check it, and send \"confirm\": true if it is meant.");
    if (!state.date || command.date > *state.date)
        return {};
    return refuse(RefusalCode::DateNotLater, "",
                  "That date is not later than the last day that was opened: take back what was opened or "
                  "closed by mistake, or send \"confirm\": true to open it all the same.");
}

/// Another service's prefix that today's tickets have on their paper.
Decision needFreePrefixes(const State& state, const Rules& rules)
{
    const auto taken = prefixOnPaper(state, rules);
    if (!taken)
        return {};
    return refuse(RefusalCode::BadValue, "",
                  "Prefix \"" + taken->prefix + "\" stands on today's tickets of service \"" + taken->owner +
                      "\": service \"" + taken->service + "\" can have it from another day on.");
}

bool isWaiting(const Ticket& ticket)
{
    using enum TicketState;
    return ticket.state == Waiting || ticket.state == Parked || ticket.state == Postponed;
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
    add(events, DayCorrected{right.date, right.since, hoursInForm(right.hours, state.format)});
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

/// Services given on the floor that the new rules' bound doesn't allow are as configured again, those of the
/// last counter first. The discipline stays that of today.
void takeBackWhatBreaks(const State& state, Rules rules, Events& events)
{
    std::vector<FloorServices> given = state.floorServices;
    if (!given.empty())
        rules.discipline = state.rules->discipline;
    while (!given.empty() && !keepsBound(rules, given)) {
        add(events, CounterServicesSet{given.back().counter, {}, {}});
        given.pop_back();
    }
}

} // namespace

Decision decide(const State& state, const OpenDay& command, Instant now, Events& events)
{
    if (state.dayOpen && !command.carriesWaiting)
        return refuse(RefusalCode::DayOpen, "open", "A business day is open: close it before the next one.");
    if (const auto date = needDate(state, command); !date)
        return date;
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
    if (!state.dayOpen)
        happen(closing, events, endsOfOpenJobs(state, PrintJobState::Taken), now);
    auto carried = std::make_shared<CarriedOver>(carriedFrom(closing, *rules, now));
    if (state.date && command.date <= *state.date)
        carried->numbers = lastNumbersOf(state);
    add(events, DayOpened{command.date, rules, std::move(carried), command.hours, state.clock.ahead,
                          state.clockDoubt});
    return {};
}

Decision decide(const State& state, const CloseDay&, Instant, Events& events)
{
    if (const auto open = needOpenDay(state); !open)
        return open;
    DayEnding ending;
    for (const PrintJobEnded& end : endsOfOpenJobs(state, PrintJobState::Pending)) {
        add(events, end);
        ending.jobs.push_back(end.job);
    }
    for (const Ticket& ticket : state.tickets) {
        if (!isWaiting(ticket))
            continue;
        add(events, TicketUnserved{ticket.id});
        ending.tickets.push_back({ticket.id, ticket.state, ticket.parkedAt});
    }
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        if (state.counters[i].state == CounterState::Closed || state.counters[i].ticket.value != 0)
            continue;
        add(events, CounterClosed{CounterIx{i}});
        ending.counters.emplace_back(CounterIx{i}, state.counters[i]);
    }
    const auto unserved = static_cast<std::uint32_t>(ending.tickets.size());
    add(events, DayClosed{*state.date, unserved, std::make_shared<const DayEnding>(std::move(ending))});
    return {};
}

Decision decide(const State& state, const SetRules& command, Instant, Events& events)
{
    if (!command.rules)
        return refuse(RefusalCode::BadValue, "", "No rules are given: give the whole of them.");
    if (const auto usable = needUsable(*command.rules); !usable)
        return usable;
    auto rules = merged(state, command.rules);
    if (const auto usable = needUsable(*rules); !usable)
        return usable;
    if (const auto prefixes = needFreePrefixes(state, *rules); !prefixes)
        return prefixes;
    const auto& planned = state.nextRules ? state.nextRules : state.configuredRules();
    const DayHoursPtr hours = command.hours ? hoursInForm(command.hours, state.format) : state.hours;
    if (planned && *planned == *rules && sameHours(hours, state.hours))
        return {};
    const bool nextDay = state.dayOpen && rules->discipline != state.rules->discipline;
    addAll(events, closesOfRetired(state, *rules));
    takeBackWhatBreaks(state, *rules, events);
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

Decision decide(const State& state, const SetWallClock& command, Instant now, Events& events)
{
    const HallAct* const opening = command.day ? wrongOpening(state, *command.day, now) : nullptr;
    if (opening)
        takeBackOpening(state, *opening, *command.day, events);
    else if (command.day && keepsTheRoom(state, *command.day))
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

Decision decide(const State& state, const CalibratePromises& command, Instant, Events& events)
{
    DailyCalibration by = command.calibration;
    const auto areFactors = [](auto... factors) { return ((factors > 0 && std::isfinite(factors)) && ...); };
    if (!areFactors(by.overall.scale, by.overall.lower, by.overall.upper) ||
        !std::ranges::all_of(by.halfHours,
                             [&](const HalfHourWidth& one) { return areFactors(one.lower, one.upper); }))
        return refuse(RefusalCode::BadValue, "", "Promises are corrected by factors above 0: give such.");
    if (state.format < kSinceHalfHours)
        by.halfHours.clear();
    add(events, PromisesCalibrated{std::move(by), command.outcomes});
    return {};
}

Decision decide(const State& state, const Tick&, Instant now, Events& events)
{
    addAll(events, endsOfPastSessions(state, now));
    for (const PrintJobId id : state.openJobs) {
        const PrintJob* job = state.find(id);
        if (job && (now >= job->expires || isPendingTooLong(state, *job, now)))
            add(events, PrintJobEnded{id, PrintOutcome::Dropped});
    }
    for (const auto& [id, postponement] : state.postponements) {
        const Ticket* ticket = state.find(id);
        if (ticket && ticket->state == TicketState::Postponed && now >= postponement.until)
            add(events, TicketReturned{id});
    }
    return {};
}

} // namespace starqueue::queue
