#include <queue/calls/calls.h>

#include <queue/calls/checks.h>
#include <queue/order/overtaking.h>
#include <queue/order/passes.h>
#include <queue/order/selection.h>
#include <queue/printing/jobs.h>
#include <queue/rating/rating.h>
#include <queue/service/events.h>
#include <queue/steps/checks.h>
#include <queue/tickets/events.h>
#include <queue/tickets/tickets.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

/// Broken above the bound, or at it unless equal ranks put the lower id first.
bool isBroken(Millis by, Millis bound, TicketId called, TicketId passed)
{
    return by > bound || (by == bound && passed < called);
}

/// Whoever is due was passed as often as allowed, so that a call that passes them breaks the limit.
void reportPassedTooOften(const State& state, const Ticket& called, CounterIx counter, Events& events)
{
    for (const LaneView& view : state.line.servedBy(counter)) {
        for (const Place& due : state.line.lanes()[view.lane].due()) {
            if (due.counted >= called.counted)
                break;
            add(events, FairnessViolated{called.id, due.ticket, called.counted - due.counted, kNoBound,
                                         passesOf(state, due.ticket) + 1,
                                         mostPassesOf(state, *state.find(due.ticket))});
        }
    }
}

void reportViolations(const State& state, const Ticket& called, CounterIx counter, WhyRule rule,
                      Events& events)
{
    for (const LaneView& view : state.line.servedBy(counter)) {
        const Lane& lane = state.line.lanes()[view.lane];
        if (lane.empty())
            continue;
        // Later tickets of a lane are passed by less and have the same bound, so the search ends at the first
        // one within it.
        lane.fromOldest([&](const Place& place) {
            const Millis by = called.counted - place.counted;
            if (by <= Millis{0})
                return false;
            const Millis bound = rule == WhyRule::Passed
                                     ? boundByCount(*state.rules)
                                     : boundSinceIssue(state, counter, *state.find(place.ticket), called);
            if (!isBroken(by, bound, called.id, place.ticket))
                return false;
            add(events, FairnessViolated{called.id, place.ticket, by, bound});
            return true;
        });
    }
}

void call(const State& state, const Ticket& ticket, CounterIx counter, Why why, Events& events)
{
    add(events, TicketCalled{ticket.id, counter, std::make_shared<const Why>(std::move(why))});
    dropPendingJob(state, ticket, events);
    if (const Ticket* other = namesakeInTheRoom(state, ticket.id, numberOf(state, ticket)))
        add(events, NumberDoubled{ticket.id, other->id});
}

/// The facts of a call that the clerk chose, not the rules.
Why unchosen(const State& state, const Ticket& ticket, WhyRule rule, Instant now)
{
    Why why;
    why.rule = rule;
    why.discipline = state.rules->discipline;
    const LaneKey lane = laneKeyOf(*state.rules, ticket);
    why.headStart = lane.headStart;
    why.age = now - ticket.counted;
    why.rank = rankNow(state, lane, ticket.counted, now);
    return why;
}

constexpr std::string_view kWalkIn = "walk-in";

Decision needServed(const State& state, CounterIx counter, ServiceIx service)
{
    if (const auto known = needService(state, service); !known)
        return known;
    const auto& services = state.rules->counters[counter.value].services;
    if (std::ranges::find(services, service) != services.end())
        return {};
    return refuse(RefusalCode::NotEligible, apiStateOf(state, counter),
                  nameOf(state, counter) + " doesn't serve " + state.rules->services[service.value].id +
                      ": issue a ticket, or choose another service.");
}

/// Chosen by the clerk of the counter, who passes whoever came earlier.
Why byClerk(const State& state, const Ticket& ticket, CounterIx counter, const std::string& reason,
            Instant now)
{
    Why why = unchosen(state, ticket, WhyRule::OutOfTurn, now);
    why.clerk = state.counters[counter.value].clerk;
    why.reason = reason;
    addPassed(state, counter, {ticket.counted, ticket.id}, now, why);
    why.bound = kNoBound;
    return why;
}

/// The ticket that the last of `events` issues.
const Ticket& issuedIn(const Events& events)
{
    const auto issued = std::ranges::find_if(events.rbegin(), events.rend(), [](const Event& event) {
        return std::holds_alternative<TicketIssued>(event);
    });
    return std::get<TicketIssued>(*issued).ticket;
}

} // namespace

Decision decide(const State& state, const TakeWalkIn& command, Instant now, Events& events)
{
    if (const auto free = needFreeCounter(state, command.counter); !free)
        return free;
    if (const auto served = needServed(state, command.counter, command.issue.service); !served)
        return served;
    if (auto issued = decide(state, command.issue, now, events); !issued)
        return issued;
    const Ticket ticket = issuedIn(events);
    const std::string reason = command.reason.empty() ? std::string(kWalkIn) : command.reason;
    Why why = byClerk(state, ticket, command.counter, reason, now);
    add(events, TicketCalled{ticket.id, command.counter, std::make_shared<const Why>(std::move(why)), true});
    endRatings(state, command.counter, events);
    add(events, ServiceStarted{ticket.id, command.counter});
    return {};
}

Decision decide(const State& state, const CallNext& command, Instant now, Events& events)
{
    if (const auto free = needFreeCounter(state, command.counter); !free)
        return free;
    const auto choice = select(state, command.counter, now);
    if (!choice)
        return refuse(RefusalCode::NobodyWaits, "open",
                      "Nobody waits whom " + nameOf(state, command.counter) + " may serve now.");
    const Ticket& ticket = *state.find(choice->place.ticket);
    Why why = explain(state, command.counter, *choice, now);
    const bool passes = why.passedCount > 0 && inTurn(why);
    call(state, ticket, command.counter, std::move(why), events);
    if (passes) {
        reportViolations(state, ticket, command.counter, choice->rule, events);
        reportPassedTooOften(state, ticket, command.counter, events);
    }
    return {};
}

Decision decide(const State& state, const CallNumber& command, Instant now, Events& events)
{
    if (const auto free = needFreeCounter(state, command.counter); !free)
        return free;
    if (command.reason.empty())
        return refuse(RefusalCode::BadValue, "", "A call out of turn needs a reason: give one.");
    const auto ticket = needTicket(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto callable = needCallable(state, **ticket); !callable)
        return callable;
    call(state, **ticket, command.counter, byClerk(state, **ticket, command.counter, command.reason, now),
         events);
    return {};
}

Decision decide(const State& state, const Unpark& command, Instant now, Events& events)
{
    if (const auto free = needFreeCounter(state, command.counter); !free)
        return free;
    const auto ticket = needTicket(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto parked = needParkedFor(state, command.counter, **ticket); !parked)
        return parked;
    add(events, TicketUnparked{command.ticket, command.counter});
    call(state, **ticket, command.counter, unchosen(state, **ticket, WhyRule::Parked, now), events);
    return {};
}

Decision decide(const State& state, const Recall& command, Instant now, Events& events)
{
    const auto ticket = needTicketToRecall(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (recallsLeft(state, **ticket) == 0) {
        if (const auto late = needLongCalled(state, **ticket, now); !late)
            return late;
        add(events, TicketNoShow{(*ticket)->id, command.counter});
        return {};
    }
    add(events,
        TicketRecalled{(*ticket)->id, command.counter, static_cast<std::uint8_t>((*ticket)->recalls + 1)});
    return {};
}

} // namespace starqueue::queue
