#include <queue/tickets/new_ticket.h>

#include <queue/steps/checks.h>

namespace starqueue::queue {

namespace {

std::uint32_t numberAfter(std::uint32_t last)
{
    return isByHand(last + 1) ? kLastByHand + 1 : last + 1;
}

/// Passes over those that somebody in the room holds. Only a carried ticket, or a prefix that another
/// service had, can have one that isn't below.
std::uint32_t freeNumber(const State& state, ServiceIx service)
{
    std::uint32_t number = numberAfter(state.lastNumbers[service.value]);
    if (state.index.carried.empty() && state.formerNames.services.empty())
        return number;
    while (namesakeInTheRoom(state, {}, ticketNumber(*state.rules, service, number)))
        number = numberAfter(number);
    return number;
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

Decision needGroup(const State& state, GroupIx group)
{
    const auto& groups = state.rules->groups;
    const auto isGiven = [](const StatutoryGroup& one) { return !one.retired && !one.anonymous; };
    if (group == kNoGroup || (group.value < groups.size() && isGiven(groups[group.value])))
        return {};
    return refuse(RefusalCode::BadValue, "", "The hall has no such group: give one of those on the board.");
}

GroupIx reasonApart(const State& state, GroupIx group)
{
    return journalledAs(*state.rules, group) == group ? kNoGroup : group;
}

Ticket newTicket(const State& state, const IssueTicket& command, Claim claim, Instant issued)
{
    Ticket ticket;
    ticket.id = {state.lastTicket.value + 1};
    ticket.number = freeNumber(state, command.service);
    ticket.numberedIn = command.service;
    ticket.service = command.service;
    ticket.language = command.language;
    ticket.statutory = journalledAs(*state.rules, command.statutory);
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
