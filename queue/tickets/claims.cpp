#include <queue/tickets/claims.h>

#include <queue/printing/jobs.h>
#include <queue/steps/checks.h>
#include <queue/tickets/checks.h>
#include <queue/tickets/events.h>
#include <queue/tickets/limits.h>

namespace starqueue::queue {

namespace {

Decision needTicketsLeft(const State& state, const ClaimMade& made)
{
    const Ticket* own = state.find(made.own);
    const bool counted = own && own->customerRef == made.customer && own->claim != Claim::Duplicate;
    return made.beyondLimits || counted ? Decision{} : needIdentityBelowLimit(state, made.customer);
}

TicketIdentified withClaim(const Ticket& ticket, Claim claim)
{
    return {ticket.id, ticket.stars, ticket.keyContact, ticket.customerRef, claim};
}

/// Cancels the customer's other tickets that wait or are parked, without a proof of their own.
void cancelOthers(const State& state, const Ticket& ticket, Events& events)
{
    auto found = state.customers.lower_bound({ticket.customerRef, TicketId{}});
    for (; found != state.customers.end() && found->first == ticket.customerRef; ++found) {
        const Ticket& other = *state.find(found->second);
        const bool isHere = other.state == TicketState::Called || other.state == TicketState::Serving;
        if (other.id == ticket.id || other.claim == Claim::Proven || isHere)
            continue;
        add(events, TicketCancelled{other.id});
        dropPendingJob(state, other, events);
    }
}

} // namespace

std::optional<TicketId> duplicateOf(const State& state, const Ticket& ticket)
{
    if (ticket.claim != Claim::Duplicate)
        return {};
    const Ticket* const holder = holderOf(state, ticket.customerRef, ticket.id);
    return holder ? std::optional{holder->id} : std::nullopt;
}

tl::expected<ClaimSettled, Refusal> settle(const State& state, const ClaimMade& made)
{
    const Ticket* const holder = holderOf(state, made.customer, made.own);
    if (holder && made.claim == Claim::Proven && holder->claim == Claim::Typed)
        return ClaimSettled{Claim::Proven, holder};
    const bool typedAtKiosk = made.claim == Claim::Typed && !made.byStaff;
    if (holder && (typedAtKiosk || made.byStaff))
        return ClaimSettled{Claim::Duplicate};
    if (holder)
        return tl::unexpected(needSoleTicket(state, made.customer, made.own).error());
    const auto left = needTicketsLeft(state, made);
    if (!left && typedAtKiosk)
        return ClaimSettled{Claim::Duplicate};
    if (!left)
        return tl::unexpected(left.error());
    return ClaimSettled{made.claim};
}

void addDemotion(const Ticket& ticket, Events& events)
{
    add(events, withClaim(ticket, Claim::Duplicate));
}

void addReturn(const State& state, const Ticket& ticket, Events& events)
{
    const Ticket* const holder = holderOf(state, ticket.customerRef, ticket.id);
    if (!holder || ticket.claim == Claim::Duplicate)
        return;
    const bool isProven = ticket.claim == Claim::Proven && holder->claim != Claim::Proven;
    addDemotion(isProven ? *holder : ticket, events);
}

void addPossession(const State& state, const Ticket& ticket, bool merge, Events& events)
{
    if (isNobody(ticket.customerRef))
        return;
    const Ticket* const holder = holderOf(state, ticket.customerRef, ticket.id);
    const bool othersProven = holder && holder->claim == Claim::Proven;
    if (holder && !othersProven)
        addDemotion(*holder, events);
    if (!othersProven && ticket.claim != Claim::Proven)
        add(events, withClaim(ticket, Claim::Proven));
    if (merge)
        cancelOthers(state, ticket, events);
}

} // namespace starqueue::queue
