#pragma once

#include <queue/model/reference.h>
#include <queue/model/ticket.h>
#include <queue/rules/ids.h>
#include <queue/rules/rules.h>

#include <time/instant.h>

#include <cstdint>
#include <optional>
#include <string>

namespace starqueue::queue {

/// Issues a ticket, with a print job where it comes from a kiosk.
struct IssueTicket
{
    ServiceIx service;
    int stars = 0;
    bool keyContact = false;
    GroupIx statutory = kNoGroup;
    Language language = Language::Zh;
    Bits128 customerRef{};
    Bits128 secret{};
    std::string kiosk{};                ///< makes a print job there; empty: none
    std::optional<Foreseen> promise{};  ///< from the estimator; empty: by rank
    std::optional<Foreseen> ordinary{}; ///< the same for a customer without stars
    Claim claim =
        Claim::None; ///< what customerRef is worth, before the customer's other tickets are looked at
    /// Issued by staff: no kiosk's rate limit counts it, and it is allowed until the hall closes.
    bool byStaff = false;
    bool beyondLimits = false; ///< staff override the daily limits
    Reference reference{};     ///< of another system
};
/// A service given during an outage.
struct ServedByHand
{
    CounterIx counter;
    std::string clerk; ///< empty: not written down
    Instant called{};
    Instant started{};
    Instant finished{};
};
/// A number written by hand during an outage, entered later with its real times; τ is its real issue. Opening
/// hours and limits don't apply: the customer was let in.
struct EnterByHand
{
    IssueTicket ticket;
    std::uint32_t number; ///< as on the slip; see isByHand()
    Instant issued{};
    std::optional<ServedByHand> served{}; ///< empty: still waits
};
/// Gives up a ticket that has not been served.
struct CancelTicket
{
    TicketId ticket;
};
/// Puts a no-show back in line, with a later τ; one that was postponed, with its own.
struct RequeueTicket
{
    TicketId ticket;
};
/// Puts off the call of a ticket that waits, once, by Rules::postponeFor; it keeps its τ.
struct PostponeTicket
{
    TicketId ticket;
};
/// Moves a ticket that waits to another service.
struct MoveTicket
{
    TicketId ticket;
    ServiceIx service;
};
/// Grants a statutory priority to a ticket, or takes it back.
struct SetStatutory
{
    TicketId ticket;
    GroupIx statutory; ///< kNoGroup: takes it back
};
/// Ties a ticket to a known customer.
struct IdentifyTicket
{
    TicketId ticket;
    int stars;
    bool keyContact;
    Bits128 customerRef;
    Claim claim = Claim::None;
    bool byStaff = false;
};

} // namespace starqueue::queue
