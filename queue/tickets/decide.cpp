#include <queue/tickets/tickets.h>

#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>
#include <queue/printing/events.h>
#include <queue/printing/jobs.h>
#include <queue/steps/checks.h>
#include <queue/tickets/checks.h>
#include <queue/tickets/claims.h>
#include <queue/tickets/closed_reason.h>
#include <queue/tickets/limits.h>
#include <queue/tickets/new_ticket.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

Decision needOpeningHours(const State& state, const IssueTicket& command, Instant now)
{
    const auto why = whyOutsideHours(state, command.service, command.byStaff, now);
    if (!why)
        return {};
    const std::string& service = state.rules->services[command.service.value].id;
    const auto opens = serviceOpening(state.hours, service, now).opens;
    if (why == ClosedReason::HallClosed)
        return tl::unexpected(Refusal{RefusalCode::HallClosed, "outside_hours",
                                      "The hall issues no tickets now: come in its opening hours.", opens});
    return tl::unexpected(Refusal{
        RefusalCode::ServiceClosed, "outside_hours",
        "Service " + service + " isn't given now: come in its opening hours, or choose another.", opens});
}

Promise expectedWait(const State& state, const Ticket& ticket, const IssueTicket& command, Instant now)
{
    const auto& foreseen = ticket.claim == Claim::Duplicate ? command.ordinary : command.promise;
    return promiseOf(state, standingOf(ticket), ahead(state, ticket, now), foreseen,
                     waitedSince(ticket, now));
}

/// What the ticket promises; the event keeps what was expected where that is something else.
void promise(const State& state, const IssueTicket& command, Instant now, TicketIssued& issued)
{
    const bool ordinary = showsOrdinary(*state.rules, issued.ticket);
    const auto& foreseen = ordinary ? command.ordinary : command.promise;
    issued.ahead = shownAhead(state, issued.ticket, now);
    issued.ticket.promise = shownWait(state, issued.ticket, issued.ahead, now, foreseen);
    if (!ordinary)
        return;
    const Promise expected = expectedWait(state, issued.ticket, command, now);
    if (issued.ticket.promise != expected)
        issued.expected = expected;
}

bool changes(const Ticket& ticket, const TicketIdentified& to)
{
    return ticket.stars != to.stars || ticket.keyContact != to.keyContact ||
           ticket.customerRef != to.customerRef || ticket.claim != to.claim;
}

void issueTo(const State& state, const IssueTicket& command, Claim claim, Instant now, Events& events)
{
    TicketIssued issued{newTicket(state, command, claim, now), 0, command.kiosk, command.byStaff};
    issued.reference = command.reference;
    issued.reason = reasonApart(state, command.statutory);
    promise(state, command, now, issued);
    if (command.kiosk.empty()) {
        add(events, std::move(issued));
        return;
    }
    PrintJob job = makePrintJob(state, issued.ticket, command.kiosk, now);
    job.ahead = issued.ahead;
    issued.ticket.printJob = job.id;
    add(events, std::move(issued));
    add(events, PrintJobCreated{std::move(job)});
}

} // namespace

Decision decide(const State& state, const IssueTicket& command, Instant now, Events& events)
{
    if (const auto open = needOpenService(state, command.service); !open)
        return open;
    if (const auto hours = needOpeningHours(state, command, now); !hours)
        return hours;
    if (const auto stars = needStars(command.stars); !stars)
        return stars;
    if (const auto group = needGroup(state, command.statutory); !group)
        return group;
    if (const auto room = needRoom(state, command, now); !room)
        return room;
    const auto claim =
        settle(state, {command.customerRef, command.claim, {}, command.byStaff, command.beyondLimits});
    if (!claim)
        return tl::unexpected(claim.error());
    if (claim->loser)
        addDemotion(*claim->loser, events);
    issueTo(state, command, claim->claim, now, events);
    return {};
}

Decision decide(const State& state, const CancelTicket& command, Instant, Events& events)
{
    const auto ticket = needTicketToCancel(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    add(events, TicketCancelled{command.ticket});
    dropPendingJob(state, **ticket, events);
    return {};
}

Decision decide(const State& state, const RequeueTicket& command, Instant now, Events& events)
{
    const auto ticket = needTicketToRequeue(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if ((*ticket)->state == TicketState::Postponed) {
        add(events, TicketReturned{command.ticket});
        return {};
    }
    const Instant counted = std::max((*ticket)->counted, now - state.rules->requeueCredit);
    addReturn(state, **ticket, events);
    add(events, TicketRequeued{command.ticket, counted, false});
    return {};
}

Decision decide(const State& state, const PostponeTicket& command, Instant now, Events& events)
{
    const auto ticket = needTicketToPostpone(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    add(events, TicketPostponed{command.ticket, now + state.rules->postponeFor});
    return {};
}

Decision decide(const State& state, const MoveTicket& command, Instant, Events& events)
{
    const auto ticket = needTicketToMove(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto target = needTarget(state, **ticket, command.service); !target)
        return target;
    add(events, TicketTransferred{command.ticket, (*ticket)->service, command.service, kNoCounter});
    return {};
}

Decision decide(const State& state, const SetStatutory& command, Instant, Events& events)
{
    const auto ticket = needTicketToPrioritize(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto group = needGroup(state, command.statutory); !group)
        return group;
    const GroupIx reason = reasonApart(state, command.statutory);
    const GroupIx granted = journalledAs(*state.rules, command.statutory);
    if ((*ticket)->statutory != granted || reason != kNoGroup) // whether it had the same isn't known here
        add(events, StatutoryGranted{command.ticket, granted, reason});
    return {};
}

Decision decide(const State& state, const IdentifyTicket& command, Instant, Events& events)
{
    const auto ticket = needTicketToIdentify(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto stars = needStars(command.stars); !stars)
        return stars;
    const auto claim = settle(state, {command.customerRef, command.claim, command.ticket, command.byStaff});
    if (!claim)
        return tl::unexpected(claim.error());
    const auto stars = static_cast<std::uint8_t>(command.stars);
    const TicketIdentified identified{command.ticket, stars, command.keyContact, command.customerRef,
                                      claim->claim};
    if (claim->loser)
        addDemotion(*claim->loser, events);
    // Journalled for every typed identity: otherwise the hall's next seq would tell whether it is known.
    if (command.claim == Claim::Typed || changes(**ticket, identified))
        add(events, identified);
    return {};
}

} // namespace starqueue::queue
