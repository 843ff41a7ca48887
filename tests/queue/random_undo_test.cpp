#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

namespace starqueue::queue::test {
namespace {

template <class E> bool has(const Events& events)
{
    return std::ranges::any_of(events, [](const Event& event) { return std::holds_alternative<E>(event); });
}

bool carryOut(State& on, const Command& command, Instant now, Events& events)
{
    const bool done = decide(on, command, now, events).has_value();
    for (const Event& event : events)
        apply(on, event, now);
    return done;
}

/// The record of what was done and taken back: the paper that is printed after all, the invitation withdrawn.
void leaveOutRecord(State& after, const State& before, TicketId ticket)
{
    after.printJobs = before.printJobs;
    after.openJobs = before.openJobs;
    after.lastPrintJob = before.lastPrintJob;
    after.sessions = before.sessions;
    after.lastSession = before.lastSession;
    const_cast<Ticket*>(after.find(ticket))->printJob = before.find(ticket)->printJob;
}

void checkPaper(const State& after, const State& before, TicketId ticket)
{
    const PrintJob* const was = before.find(before.find(ticket)->printJob);
    const PrintJob* const is = after.find(after.find(ticket)->printJob);
    RC_ASSERT(is && is->state == PrintJobState::Pending);
    RC_ASSERT(is->kiosk == was->kiosk && is->reprint == was->reprint && is->expires == was->expires);
}

void checkStandsAsBefore(State after, const State& before, TicketId ticket, const Events& events)
{
    if (has<PrintJobEnded>(events))
        checkPaper(after, before, ticket);
    if (has<RatingInvited>(events))
        RC_ASSERT(after.sessions.back().state == RatingState::Withdrawn);
    if (has<RatingExpired>(events)) // somebody else's, whom the start left no more time
        after.openSessions = before.openSessions;
    RC_ASSERT(after.openSessions == before.openSessions);
    RC_ASSERT(after.index.parked == before.index.parked);
    RC_ASSERT(after.index.noShows == before.index.noShows);
    RC_ASSERT(after.index.calls == before.index.calls);
    leaveOutRecord(after, before, ticket);
    RC_ASSERT(after == before);
}

/// Who stands in `state` with the customer of a ticket that was stepped on.
bool hasAnother(const State& state, const Ticket& ticket)
{
    return std::ranges::any_of(state.customers, [&](const auto& held) {
        return held.first == ticket.customerRef && held.second != ticket.id;
    });
}

/// A step of the counter; an accepted one is taken back at once.
void checkCounterStep(const State& state, const Command& command, CounterIx counter, Instant now)
{
    State after = state;
    Events events;
    if (!carryOut(after, command, now, events))
        return;
    const Step& step = *after.steps.ofCounters.at(counter.value);
    const TicketId ticket = step.ticket.id;
    Events undone;
    const bool isUndone = carryOut(after, UndoStep{counter}, now, undone);
    RC_ASSERT(isUndone == (after.dayOpen && !hasAnother(after, *state.find(ticket))));
    if (isUndone)
        checkStandsAsBefore(after, state, ticket, events);
    Events again;
    RC_ASSERT(!isUndone || !carryOut(after, UndoStep{counter}, now, again));
}

/// A step on the floor, likewise.
void checkFloorStep(const State& state, const Command& command, TicketId ticket, Instant now)
{
    State after = state;
    Events events;
    if (!carryOut(after, command, now, events) || events.empty())
        return;
    const auto returned = state.postponements.find(ticket);
    if (has<TicketReturned>(events) && now >= returned->second.until)
        return; // it came back by itself
    Events undone;
    const bool isUndone = carryOut(after, UndoFloorStep{ticket, now}, now, undone);
    RC_ASSERT(isUndone == (after.dayOpen && !hasAnother(after, *state.find(ticket))));
    if (isUndone)
        checkStandsAsBefore(after, state, ticket, events);
}

void checkEveryStep(const RandomDay& day, const Attempt& attempt)
{
    const CounterIx counter{static_cast<std::uint16_t>(attempt.who % day.state.counters.size())};
    const auto service = ServiceIx{static_cast<std::uint16_t>(attempt.what % 3)};
    const TicketId any = day.state.tickets[attempt.what % day.state.tickets.size()].id;
    for (const Command& command : std::initializer_list<Command>{
             CallNext{counter}, CallNumber{counter, any, "asked"}, Unpark{counter, any}, Recall{counter},
             StartService{counter}, FinishService{counter, {}, {}, {"case 7", ""}},
             FinishService{counter, "hurry"}, MarkNoShow{counter}, Park{counter, "form"},
             Transfer{counter, service}, Transfer{counter, std::nullopt, kNoCounter, "18"},
             Transfer{counter, std::nullopt, kNoCounter, "", true, "asked"}})
        checkCounterStep(day.state, command, counter, day.now);
    for (const Command& command : std::initializer_list<Command>{CancelTicket{any}, MoveTicket{any, service},
                                                                 RequeueTicket{any}, PostponeTicket{any}})
        checkFloorStep(day.state, command, any, day.now);
}

RC_GTEST_PROP(RandomDays, StandAsBeforeOnceAStepIsUndone, ())
{
    RandomDay day(*anyRules());
    day.otherRules = *anyRules();
    for (const Attempt& attempt : *anyAttempts()) {
        day.make(attempt);
        if (!day.state.tickets.empty())
            checkEveryStep(day, attempt);
    }
}

} // namespace
} // namespace starqueue::queue::test
