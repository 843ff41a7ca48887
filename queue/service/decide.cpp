#include <queue/service/service.h>

#include <queue/rating/events.h>
#include <queue/rating/rating.h>
#include <queue/rules/eligibility.h>
#include <queue/schema/format.h>
#include <queue/service/checks.h>
#include <queue/steps/checks.h>
#include <queue/steps/sent_to_clerk.h>
#include <queue/tickets/claims.h>
#include <queue/tickets/events.h>

namespace starqueue::queue {

namespace {

RatingSession invitation(const State& state, const Ticket& ticket, CounterIx counter, Instant now)
{
    RatingSession session;
    session.id = {state.lastSession.value + 1};
    session.ticket = ticket.id;
    session.counter = counter;
    session.invited = now;
    session.ends = now + state.rules->ratingWindow;
    return session;
}

Decision needOutcome(const State& state, const std::string& outcome)
{
    if (outcome.empty() && state.rules->outcomeRequired)
        return refuse(RefusalCode::OutcomeNeeded, "serving",
                      "What came of the service must be recorded here: give its outcome.");
    const OutcomeRule* const known = findOutcome(state.rules->outcomes, outcome);
    if (outcome.empty() || (known && !known->id.empty()))
        return {};
    return refuse(RefusalCode::BadValue, "",
                  "\"" + outcome + "\" is no outcome of this hall: choose one of those configured.");
}

/// An older program's day has no references, and its services finish as ever.
Decision needReference(const State& state, const Ticket& ticket, const Reference& given)
{
    const bool isNeeded =
        state.rules->askReference == AskReference::Required && state.format >= kSinceReferences;
    if (!isNeeded || !given.empty() || state.references.contains(ticket.id))
        return {};
    return refuse(
        RefusalCode::ReferenceNeeded, "serving",
        "What another system calls this visit must be recorded here: give a reference with its case "
        "or item.");
}

/// Who alone is to call it; kNoCounter: whoever may.
tl::expected<CounterIx, Refusal> receiverOf(const State& state, const Transfer& command)
{
    if (command.clerk.empty())
        return command.to;
    if (const CounterIx held = counterHeldBy(state, command.clerk); held != kNoCounter)
        return held;
    return refuse(RefusalCode::NotEligible, "clerk",
                  "Clerk " + command.clerk + " holds no counter now: choose a counter or a service.");
}

Decision needReceiver(const State& state, CounterIx from, CounterIx to, const Ticket& ticket,
                      ServiceIx service)
{
    if (const auto open = needCounterNotClosed(state, to); !open)
        return open;
    if (to == from)
        return refuse(RefusalCode::NotEligible, "serving",
                      "Ticket " + numberOf(state, ticket) + " is at " + nameOf(state, to) +
                          " already: park it to take it back there.");
    if (closenessAt(*state.rules, to, service, ticket.tier))
        return {};
    return refuse(RefusalCode::NotEligible, "serving",
                  "Ticket " + numberOf(state, ticket) + " is of a service or tier that " + nameOf(state, to) +
                      " doesn't serve: choose another counter.");
}

/// Another service, or a place in line that it wouldn't have had.
Decision needDestination(const State& state, const Transfer& command, const Ticket& ticket,
                         CounterIx receiver, ServiceIx service)
{
    if (const auto day = needOpenDay(state); !day)
        return day;
    const bool staysInLine = service == ticket.service && (command.first || receiver != kNoCounter);
    if (!staysInLine)
        if (const auto target = needTarget(state, ticket, service); !target)
            return target;
    if (command.first && command.reason.empty())
        return refuse(RefusalCode::BadValue, "", "Who is put first passes others: give a reason.");
    return receiver == kNoCounter ? Decision{}
                                  : needReceiver(state, command.counter, receiver, ticket, service);
}

} // namespace

Decision decide(const State& state, const StartService& command, Instant, Events& events)
{
    const auto ticket = needTicketToStart(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    endRatings(state, command.counter, events);
    add(events, ServiceStarted{(*ticket)->id, command.counter});
    return {};
}

Decision decide(const State& state, const FinishService& command, Instant now, Events& events)
{
    const auto ticket = needTicketToFinish(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto outcome = needOutcome(state, command.outcome); !outcome)
        return outcome;
    if (const auto reference = needReference(state, **ticket, command.reference); !reference)
        return reference;
    add(events, ServiceFinished{(*ticket)->id, command.counter, command.skipRating, command.outcome,
                                command.reference});
    if (command.skipRating.empty())
        add(events, RatingInvited{invitation(state, **ticket, command.counter, now)});
    return {};
}

Decision decide(const State& state, const MarkNoShow& command, Instant now, Events& events)
{
    const auto ticket = needTicketToMarkNoShow(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto late = needLongCalled(state, **ticket, now); !late)
        return late;
    add(events, TicketNoShow{(*ticket)->id, command.counter});
    return {};
}

Decision decide(const State& state, const Park& command, Instant, Events& events)
{
    const auto ticket = needTicketInService(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    addReturn(state, **ticket, events);
    add(events, TicketParked{(*ticket)->id, command.counter, command.reason});
    return {};
}

Decision decide(const State& state, const Transfer& command, Instant, Events& events)
{
    const auto found = needTicketInService(state, command.counter);
    if (!found)
        return tl::unexpected(found.error());
    const Ticket& ticket = **found;
    const auto receiver = receiverOf(state, command);
    if (!receiver)
        return tl::unexpected(receiver.error());
    const ServiceIx service = command.service.value_or(ticket.service);
    if (const auto may = needDestination(state, command, ticket, *receiver, service); !may)
        return may;
    addReturn(state, ticket, events);
    const std::string clerk = command.first ? state.counters[command.counter.value].clerk : std::string{};
    const bool maySayWho = state.format >= kSinceBoundClerks;
    add(events,
        TicketTransferred{ticket.id, ticket.service, service, command.counter, *receiver, command.first,
                          clerk, command.reason, maySayWho ? command.clerk : std::string{}});
    return {};
}

Decision decide(const State& state, const Verify& command, Instant, Events& events)
{
    const auto ticket = needTicketAt(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    add(events, TicketVerified{(*ticket)->id, command.counter, command.matches});
    if (command.matches)
        addPossession(state, **ticket, command.merge, events);
    return {};
}

} // namespace starqueue::queue
