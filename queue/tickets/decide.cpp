#include <queue/tickets/tickets.h>

#include <queue/order/promise_by_rank.h>
#include <queue/printing/events.h>
#include <queue/printing/jobs.h>
#include <queue/steps/checks.h>
#include <queue/tickets/checks.h>
#include <queue/tickets/limits.h>
#include <queue/tickets/new_ticket.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

/// Kiosks issue until the last ticket before closing; staff until the hall closes.
Decision needOpeningHours(const State& state, const IssueTicket& command, Instant now)
{
    if (!state.hours)
        return {};
    const auto allows = [&](const Opening& opening) {
        return command.byStaff ? opening.open : opening.issues;
    };
    const std::string& service = state.rules->services[command.service.value].id;
    const Opening own = serviceOpening(state.hours, service, now);
    if (allows(own))
        return {};
    if (!allows(hallOpening(state.hours, now)))
        return tl::unexpected(Refusal{RefusalCode::HallClosed, "outside_hours",
                                      "The hall issues no tickets now: come in its opening hours.",
                                      own.opens});
    return tl::unexpected(Refusal{
        RefusalCode::ServiceClosed, "outside_hours",
        "Service " + service + " isn't given now: come in its opening hours, or choose another.", own.opens});
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
    if (const auto sole = needSoleTicket(state, command.customerRef, {}); !sole)
        return sole;
    if (const auto room = needRoom(state, command, now); !room)
        return room;
    Ticket ticket = newTicket(state, command, now);
    const std::uint32_t before = ahead(state, ticket, now);
    ticket.promise = command.promise ? *command.promise : promiseByRank(state, standingOf(ticket), before);
    if (command.kiosk.empty()) {
        add(events, TicketIssued{std::move(ticket), before, {}, command.byStaff});
        return {};
    }
    PrintJob job = makePrintJob(state, ticket, command.kiosk, now);
    job.ahead = before;
    ticket.printJob = job.id;
    add(events, TicketIssued{std::move(ticket), before, command.kiosk, command.byStaff});
    add(events, PrintJobCreated{std::move(job)});
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
    const Instant counted = std::max((*ticket)->counted, now - state.rules->requeueCredit);
    add(events, TicketRequeued{command.ticket, counted, false});
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
    if ((*ticket)->statutory != command.statutory)
        add(events, StatutoryGranted{command.ticket, command.statutory});
    return {};
}

Decision decide(const State& state, const IdentifyTicket& command, Instant, Events& events)
{
    const auto ticket = needTicketToIdentify(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto stars = needStars(command.stars); !stars)
        return stars;
    if (const auto sole = needSoleTicket(state, command.customerRef, command.ticket); !sole)
        return sole;
    const bool another = (*ticket)->customerRef != command.customerRef;
    if (const auto below = needIdentityBelowLimit(state, command.customerRef); another && !below)
        return below;
    const auto stars = static_cast<std::uint8_t>(command.stars);
    if ((*ticket)->stars != stars || (*ticket)->keyContact != command.keyContact ||
        (*ticket)->customerRef != command.customerRef)
        add(events, TicketIdentified{command.ticket, stars, command.keyContact, command.customerRef});
    return {};
}

} // namespace starqueue::queue
