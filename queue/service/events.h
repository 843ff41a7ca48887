#pragma once

#include <queue/model/reference.h>
#include <queue/rules/ids.h>
#include <queue/schema/event_fields.h>

#include <string>

namespace starqueue::queue {

/// Serving a ticket started.
struct ServiceStarted
{
    static constexpr std::string_view kName = "service_started";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    CounterIx counter;
};

void describe(auto& a, Of<ServiceStarted> auto& e)
{
    describeTicketAt(a, e);
}

/// Serving a ticket ended.
struct ServiceFinished
{
    static constexpr std::string_view kName = "service_finished";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    CounterIx counter;
    std::string skipRating;
    std::string outcome{};
    Reference reference{}; ///< as it was given with the finish; see State::references for the whole
};

void describe(auto& a, Of<ServiceFinished> auto& e)
{
    describeTicketAt(a, e);
    a.word(toStaff("skipRating"), e.skipRating);
    a.fieldOr(toStaff("outcome"), e.outcome, {});
    a.fieldOr(toStaff("reference"), e.reference, {});
}

/// The called customer didn't come.
struct TicketNoShow
{
    static constexpr std::string_view kName = "ticket_no_show";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    CounterIx counter;
};

void describe(auto& a, Of<TicketNoShow> auto& e)
{
    describeTicketAt(a, e);
}

/// A ticket was parked at its counter.
struct TicketParked
{
    static constexpr std::string_view kName = "ticket_parked";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    CounterIx counter;
    std::string reason;
};

void describe(auto& a, Of<TicketParked> auto& e)
{
    describeTicketAt(a, e);
    a.field(toStaff("reason"), e.reason);
}

/// The clerk saw whether the customer is who the ticket says.
struct TicketVerified
{
    static constexpr std::string_view kName = "ticket_verified";
    static constexpr Audiences kSeenBy = kStaff;

    TicketId ticket;
    CounterIx counter;
    bool matches;
};

void describe(auto& a, Of<TicketVerified> auto& e)
{
    describeTicketAt(a, e);
    a.field(toAll("matches"), e.matches);
}

} // namespace starqueue::queue
