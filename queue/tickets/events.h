#pragma once

#include <queue/model/ticket.h>
#include <queue/rules/ids.h>
#include <queue/rules/rules.h>

#include <time/instant.h>

#include <cstdint>
#include <string>

namespace starqueue::queue {

struct TicketIssued
{
    Ticket ticket; ///< without its kiosk's place, which apply() finds
    std::uint32_t ahead;
    std::string kiosk; ///< where it was issued; empty: by staff
    bool byStaff = false;
};
/// Back in line: after a no-show, or because a call was taken back (then τ and leg are as before).
struct TicketRequeued
{
    TicketId ticket;
    Instant counted;
    bool callUndone;
};
struct TicketTransferred
{
    TicketId ticket;
    ServiceIx from;
    ServiceIx service;
    CounterIx counter; /**< none: moved by staff */
};
struct TicketCancelled
{
    TicketId ticket;
};
struct TicketUnserved
{
    TicketId ticket;
};
/// It was called and served at its own times, before anybody could tell the machines.
struct TicketServedByHand
{
    TicketId ticket;
    CounterIx counter;
    std::string clerk; ///< empty: not known
    Instant called;
    Instant started;
    Instant finished;
};
struct TicketIdentified
{
    TicketId ticket;
    std::uint8_t stars;
    bool keyContact;
    Bits128 customerRef;
};
struct StatutoryGranted
{
    TicketId ticket;
    Statutory statutory;
};

} // namespace starqueue::queue
