#include <queue/steps/issued_counts.h>

namespace starqueue::queue {

namespace {

bool isToday(const State& state, const Ticket& ticket)
{
    return ticket.id > state.issued.before;
}

void countIdentity(State& state, const Bits128& customer, Claim claim, int by)
{
    if (state.rules->limits.perIdentity == 0 || isNobody(customer) || claim == Claim::Duplicate)
        return;
    auto& perIdentity = state.issued.perIdentity;
    const auto found = perIdentity.try_emplace(customer).first;
    found->second = static_cast<std::uint16_t>(found->second + by);
    if (found->second == 0)
        perIdentity.erase(found);
}

} // namespace

void noteIssued(State& state, const Ticket& ticket, const std::string& kiosk, Instant at)
{
    ++state.issued.perService.at(ticket.numberedIn.value);
    countIdentity(state, ticket.customerRef, ticket.claim, 1);
    if (state.rules->limits.perKioskMinute == 0 || kiosk.empty())
        return;
    std::vector<Instant>& issues = state.issued.perKiosk[kiosk];
    std::erase_if(issues, [&](Instant earlier) { return earlier + Minutes{1} <= at; });
    issues.push_back(at);
}

void noteCancelled(State& state, const Ticket& ticket)
{
    if (!isToday(state, ticket))
        return;
    --state.issued.perService.at(ticket.numberedIn.value);
    countIdentity(state, ticket.customerRef, ticket.claim, -1);
}

void noteCancelTakenBack(State& state, const Ticket& ticket)
{
    if (!isToday(state, ticket))
        return;
    ++state.issued.perService.at(ticket.numberedIn.value);
    countIdentity(state, ticket.customerRef, ticket.claim, 1);
}

void noteIdentified(State& state, const Ticket& ticket, const Bits128& next, Claim claim)
{
    if (!isToday(state, ticket))
        return;
    countIdentity(state, ticket.customerRef, ticket.claim, -1);
    countIdentity(state, next, claim, 1);
}

void recountIssued(State& state)
{
    state.issued.perService.resize(state.rules->services.size());
    state.issued.perIdentity.clear();
    if (state.rules->limits.perKioskMinute == 0)
        state.issued.perKiosk.clear();
    for (const Ticket& ticket : state.tickets) {
        if (isToday(state, ticket) && ticket.state != TicketState::Cancelled)
            countIdentity(state, ticket.customerRef, ticket.claim, 1);
    }
}

} // namespace starqueue::queue
