#pragma once

#include <queue/model/ticket.h>
#include <queue/model/why.h>
#include <queue/rules/ids.h>
#include <queue/schema/event_fields.h>

#include <time/instant.h>

#include <cstdint>
#include <memory>

namespace starqueue::queue {

/// A ticket was called to a counter.
struct TicketCalled
{
    static constexpr std::string_view kName = "ticket_called";
    static constexpr Audiences kSeenBy = kEverybody;
    /// A recall has the same name, as faces treat them alike.
    static constexpr OnlyWhere kOnlyWhere{"recall", 0};

    TicketId ticket;
    CounterIx counter;
    std::shared_ptr<const Why> why;
    bool silent = false; ///< who is called stands at the counter: nobody need be told
};

void describe(auto& a, Of<TicketCalled> auto& e)
{
    describeTicketAt(a, e);
    a.known(toAll("service"), a.find(e.ticket), &Ticket::service);
    a.extra(toAll(e.kOnlyWhere.field), e.kOnlyWhere.is);
    a.field(toStaff("why"), e.why);
    a.fieldOr(toAll("silent"), e.silent, false);
}

/// A called ticket was called again.
struct TicketRecalled
{
    static constexpr std::string_view kName = "ticket_called";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    CounterIx counter;
    std::uint8_t recall;
};

void describe(auto& a, Of<TicketRecalled> auto& e)
{
    describeTicketAt(a, e);
    a.known(toAll("service"), a.find(e.ticket), &Ticket::service);
    a.field(toAll("recall"), e.recall);
}

/// A parked ticket left its parking place; its call follows.
struct TicketUnparked
{
    static constexpr std::string_view kName = "ticket_unparked";
    static constexpr Audiences kSeenBy = kEverybody;

    TicketId ticket;
    CounterIx counter;
};

void describe(auto& a, Of<TicketUnparked> auto& e)
{
    describeTicketAt(a, e);
}

/// Somebody was overtaken by more, or more often, than the rules allow: must never occur.
struct FairnessViolated
{
    static constexpr std::string_view kName = "fairness_violated";
    static constexpr Audiences kSeenBy = kStaff;

    TicketId ticket;
    TicketId passed;
    Millis by;
    Millis bound;
    std::uint32_t times = 0;      ///< how often `passed` was passed with this; 0: the time is what broke
    std::uint32_t mostPasses = 0; ///< and how often it may be
};

void describe(auto& a, Of<FairnessViolated> auto& e)
{
    a.field(toAll("ticket"), e.ticket);
    a.number("number", e.ticket);
    a.field(toAll("passed"), e.passed);
    a.number("passedNumber", e.passed);
    a.field(toAll("bySeconds"), e.by);
    a.field(toAll("boundSeconds"), e.bound);
    a.fieldOr(toAll("times"), e.times, 0);
    a.fieldOr(toAll("mostPasses"), e.mostPasses, 0);
}

/// Somebody was called whose number another in the room has too: must never occur.
struct NumberDoubled
{
    static constexpr std::string_view kName = "number_doubled";
    static constexpr Audiences kSeenBy = kStaff;

    TicketId ticket;
    TicketId other;
};

void describe(auto& a, Of<NumberDoubled> auto& e)
{
    a.field(toAll("ticket"), e.ticket);
    a.number(toAll("number"), e.ticket);
    a.field(toAll("other"), e.other);
}

} // namespace starqueue::queue
