#pragma once

#include <queue/model/ticket.h>
#include <queue/rules/ids.h>
#include <queue/rules/rules.h>

#include <time/instant.h>

#include <cstdint>
#include <optional>
#include <string>

namespace starqueue::queue {

struct IssueTicket
{
    ServiceIx service;
    int stars = 0;
    bool keyContact = false;
    Statutory statutory = Statutory::None;
    Language language = Language::Zh;
    Bits128 customerRef{};
    Bits128 secret{};
    std::string kiosk{};              ///< a print job for it is made with the ticket; empty: none
    std::optional<Promise> promise{}; ///< from the estimator; empty: counted by rank
    /// Not at a kiosk by the customer: no kiosk's minute counts it, and a hall that is still open lets it in.
    bool byStaff = false;
    bool beyondLimits = false; ///< staff take it on themselves: no daily limit holds it up
};
/// A service that was given while the machines stood still.
struct ServedByHand
{
    CounterIx counter;
    std::string clerk; ///< empty: nobody wrote it down
    Instant called{};
    Instant started{};
    Instant finished{};
};
/// A number that was written by hand during an outage, entered later with its real times. It counts from its
/// real issue. Opening hours and limits don't hold it up: the customer was let in.
struct EnterByHand
{
    IssueTicket ticket;
    std::uint32_t number; ///< as on the slip; see isByHand()
    Instant issued{};
    std::optional<ServedByHand> served{}; ///< empty: still waits
};
struct CancelTicket
{
    TicketId ticket;
};
struct RequeueTicket
{
    TicketId ticket;
};
struct MoveTicket
{
    TicketId ticket;
    ServiceIx service;
};
struct SetStatutory
{
    TicketId ticket;
    Statutory statutory;
};
struct IdentifyTicket
{
    TicketId ticket;
    int stars;
    bool keyContact;
    Bits128 customerRef;
};

} // namespace starqueue::queue
