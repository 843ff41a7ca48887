#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

#include <optional>

namespace starqueue::queue {

/// The ticket that has the stars of a duplicate's customer; empty: it is no duplicate, that ticket is over,
/// or the customer had enough of them today.
[[nodiscard]] std::optional<TicketId> duplicateOf(const State& state, const Ticket& ticket);

// Who has a customer's stars. They lie on the first ticket that claims them and move to whoever proves
// possession. Private to queue/.

/// Somebody says who they are.
struct ClaimMade
{
    Bits128 customer{};
    Claim claim = Claim::None;
    TicketId own{};            ///< the ticket that is identified; none: a new one
    bool byStaff = false;      ///< who is told of a duplicate rather than refused
    bool beyondLimits = false; ///< the limit of tickets a customer and day doesn't hold it up
};

/// What a claim comes to.
struct ClaimSettled
{
    Claim claim = Claim::None;
    const Ticket* loser = nullptr; ///< has the stars and gives them up to this claim; null: nobody
};

/// A typed identity is never refused at a kiosk: who can type a number must learn nothing from it.
[[nodiscard]] tl::expected<ClaimSettled, Refusal> settle(const State& state, const ClaimMade& made);

/// Makes `ticket` an ordinary one: somebody else has its customer's stars.
void addDemotion(const Ticket& ticket, Events& events);
/// For a ticket that stands in line or is parked again: of two that claim the same customer the one whose
/// possession is proven keeps the stars, else the one that has been in line meanwhile.
void addReturn(const State& state, const Ticket& ticket, Events& events);
/// Gives the ticket at a counter the stars of its customer, whom the clerk has verified; with `merge` cancels
/// the customer's other tickets. Tickets of proven possession keep theirs.
void addPossession(const State& state, const Ticket& ticket, bool merge, Events& events);

} // namespace starqueue::queue
