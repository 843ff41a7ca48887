#include <queue/tickets/new_ticket.h>

#include <queue/steps/checks.h>

namespace starqueue::queue {

namespace {

std::uint32_t numberAfter(std::uint32_t last)
{
    return isByHand(last + 1) ? kLastByHand + 1 : last + 1;
}

} // namespace

Decision needStars(int stars)
{
    if (stars >= 0 && stars <= kMostStars)
        return {};
    return refuse(RefusalCode::BadValue, "",
                  std::to_string(stars) + " stars don't exist: give 0 (unknown) to " +
                      std::to_string(kMostStars) + ".");
}

Ticket newTicket(const State& state, const IssueTicket& command, Claim claim, Instant issued)
{
    Ticket ticket;
    ticket.id = {state.lastTicket.value + 1};
    ticket.number = numberAfter(state.lastNumbers[command.service.value]);
    ticket.numberedIn = command.service;
    ticket.service = command.service;
    ticket.language = command.language;
    ticket.statutory = command.statutory;
    ticket.stars = static_cast<std::uint8_t>(command.stars);
    ticket.keyContact = command.keyContact;
    ticket.claim = claim;
    ticket.tier = tierOf(*state.rules, ticket);
    ticket.issued = issued;
    ticket.counted = issued;
    ticket.legBegan = issued;
    ticket.customerRef = command.customerRef;
    ticket.secret = command.secret;
    return ticket;
}

} // namespace starqueue::queue
