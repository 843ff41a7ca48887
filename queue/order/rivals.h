#pragma once

#include <queue/state/state.h>

#include <cstddef>
#include <optional>

namespace starqueue::queue {

// Private to queue/order: who competes with a ticket.

/// Calls `visit(lane)` for every lane that competes with `who` for a counter.
template <class Visitor> void forEachRival(const State& state, const Standing& who, Visitor visit)
{
    const bool openOnly = state.eligibility.hasOpen(who.service, who.tier);
    for (const Lane& lane : state.line.lanes()) {
        const LaneKey& key = lane.key();
        if (!lane.empty() && state.eligibility.meet(who.service, who.tier, key.service, key.tier, openOnly))
            visit(lane);
    }
}

/// The lane in which the ticket waits that is looked at; it isn't before itself.
using OwnLane = std::optional<LaneKey>;

inline OwnLane ownLaneOf(const State& state, const Ticket& ticket)
{
    const bool waits = ticket.state == TicketState::Waiting && state.find(ticket.id);
    return waits ? OwnLane{laneKeyOf(*state.rules, ticket)} : OwnLane{};
}

inline std::size_t othersIn(const Lane& lane, const OwnLane& own)
{
    return lane.size() - (own && *own == lane.key() ? 1 : 0);
}

/// As which the ticket is shown: an ordinary one, whatever was typed.
inline Standing shownStanding(const Rules& rules, const Ticket& ticket)
{
    Standing shown = standingOf(ticket);
    if (showsOrdinary(rules, ticket))
        shown.tier = tierOf(rules, 0, false);
    return shown;
}

} // namespace starqueue::queue
