#pragma once

#include <queue/model/reference.h>
#include <queue/model/ticket.h>
#include <queue/rules/ids.h>
#include <queue/rules/rules.h>
#include <queue/schema/event_fields.h>

#include <time/instant.h>

#include <cstdint>
#include <optional>
#include <string>

namespace starqueue::queue {

/// A ticket was issued.
struct TicketIssued
{
    static constexpr std::string_view kName = "ticket_issued";
    static constexpr Audiences kSeenBy = kEverybody;

    Ticket ticket; ///< without its kiosk's place, which apply() finds
    std::uint32_t ahead;
    std::string kiosk; ///< where it was issued; empty: by staff
    bool byStaff = false;
    /// The wait that was foreseen, where the ticket shows that of an ordinary one; else what it shows.
    std::optional<Promise> expected{};
    Reference reference{};
    /// Why it has a statutory priority, where the ticket says that it has one and not why. Neither journalled
    /// nor in the state.
    GroupIx reason = kNoGroup;
};

void describe(auto& a, Of<TicketIssued> auto& e)
{
    describeWhole(a, e.ticket, e.kiosk);
    a.field("ahead", e.ahead);
    a.fieldOr("expectedSeconds", e.expected, std::nullopt);
    a.fieldOr("byStaff", e.byStaff, false);
    a.fieldOr(toStaff("reference"), e.reference, {});
}

/// Back in line: after a no-show, or because a call was taken back (then τ and leg are as before).
struct TicketRequeued
{
    static constexpr std::string_view kName = "ticket_requeued";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    Instant counted;
    bool callUndone;
};

void describe(auto& a, Of<TicketRequeued> auto& e)
{
    describeTicket(a, e.ticket);
    a.field("countedAt", e.counted);
    a.field(toAll("callUndone"), e.callUndone);
}

/// A customer put off the call: the ticket is out of line until then.
struct TicketPostponed
{
    static constexpr std::string_view kName = "ticket_postponed";
    static constexpr int kSince = 3;
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    Instant until;
};

void describe(auto& a, Of<TicketPostponed> auto& e)
{
    describeTicket(a, e.ticket);
    a.field(toAll("until"), e.until);
}

/// A postponed ticket is back in line, with its τ.
struct TicketReturned
{
    static constexpr std::string_view kName = "ticket_returned";
    static constexpr int kSince = 3;
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
};

void describe(auto& a, Of<TicketReturned> auto& e)
{
    describeTicket(a, e.ticket);
}

/// A ticket went to another service and keeps its τ.
struct TicketTransferred
{
    static constexpr std::string_view kName = "ticket_transferred";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    ServiceIx from;
    ServiceIx service;
    CounterIx counter;         /**< kNoCounter: moved by staff */
    CounterIx to = kNoCounter; ///< who alone calls it while it is open
    bool first = false;        ///< it waits before everybody but those whom guard and count put first
    std::string clerk{};       ///< who put it first
    std::string reason{};
    std::string toClerk{}; ///< to whom it goes, at whatever counter; `to` is the one that they hold now
};

void describe(auto& a, Of<TicketTransferred> auto& e)
{
    describeTicketAt(a, e);
    a.field(toAll("service"), e.service);
    a.field(toAll("from"), e.from);
    a.fieldOr(toStaff("to"), e.to, kNoCounter);
    a.fieldOr(toStaff("first"), e.first, false);
    a.fieldOr(toStaff("clerk"), e.clerk, {});
    a.fieldOr(toStaff("reason"), e.reason, {});
    a.fieldOr(toStaff("toClerk"), e.toClerk, {});
}

/// A ticket was given up.
struct TicketCancelled
{
    static constexpr std::string_view kName = "ticket_cancelled";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
};

void describe(auto& a, Of<TicketCancelled> auto& e)
{
    describeTicket(a, e.ticket);
}

/// A ticket still waited or was parked when the day closed.
struct TicketUnserved
{
    static constexpr std::string_view kName = "ticket_unserved";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
};

void describe(auto& a, Of<TicketUnserved> auto& e)
{
    describeTicket(a, e.ticket);
}

/// It was called and served at its own times, before anybody could tell the machines.
struct TicketServedByHand
{
    static constexpr std::string_view kName = "ticket_served_by_hand";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    CounterIx counter;
    std::string clerk; ///< empty: not known
    Instant called;
    Instant started;
    Instant finished;
};

void describe(auto& a, Of<TicketServedByHand> auto& e)
{
    describeTicketAt(a, e);
    a.word(toStaff("clerk"), e.clerk);
    a.field(toStaff("calledAt"), e.called);
    a.field(toStaff("startedAt"), e.started);
    a.field(toStaff("finishedAt"), e.finished);
}

/// A ticket was tied to a known customer, or what that is worth has changed.
struct TicketIdentified
{
    static constexpr std::string_view kName = "ticket_identified";
    static constexpr Audiences kSeenBy = kStaff;

    TicketId ticket;
    std::uint8_t stars;
    bool keyContact;
    Bits128 customerRef;
    Claim claim = Claim::None;
};

void describe(auto& a, Of<TicketIdentified> auto& e)
{
    describeTicket(a, e.ticket);
    a.field(toAll("stars"), e.stars);
    a.field("keyContact", e.keyContact);
    a.field("customerRef", e.customerRef);
    a.fieldOr("claim", e.claim, Claim::None);
}

/// A statutory priority was granted or taken back.
struct StatutoryGranted
{
    static constexpr std::string_view kName = "statutory_granted";
    static constexpr Audiences kSeenBy = kStaff;

    TicketId ticket;
    GroupIx statutory;
    GroupIx reason = kNoGroup; ///< as in TicketIssued
};

void describe(auto& a, Of<StatutoryGranted> auto& e)
{
    describeTicket(a, e.ticket);
    a.field(toAll("statutory"), e.statutory);
}

} // namespace starqueue::queue
