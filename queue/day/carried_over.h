#pragma once

#include <queue/model/counter.h>
#include <queue/model/device.h>
#include <queue/model/print_job.h>
#include <queue/model/rating_session.h>
#include <queue/model/ticket.h>
#include <queue/rules/ids.h>
#include <queue/rules/rules.h>
#include <queue/schema/field.h>
#include <queue/state/former_names.h>
#include <queue/state/hall_act.h>
#include <queue/state/state.h>

#include <time/instant.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace starqueue::queue {

/// A ticket that stays over the change of days, with the name of its kiosk.
struct CarriedTicket
{
    Ticket ticket;
    std::string kiosk;
};

void describe(auto& a, Of<CarriedTicket> auto& carried)
{
    describeWhole(a, carried.ticket, carried.kiosk);
}

/// The last number that a service has given.
struct LastNumber
{
    ServiceIx service;
    std::uint32_t number = 0;

    friend bool operator==(const LastNumber&, const LastNumber&) = default;
};

void describe(auto& a, Of<LastNumber> auto& last)
{
    a.field("service", last.service);
    a.field("number", last.number);
}

/// How often a ticket was passed in turn.
struct PassCount
{
    TicketId ticket;
    std::uint32_t times = 0;

    friend bool operator==(const PassCount&, const PassCount&) = default;
};

void describe(auto& a, Of<PassCount> auto& count)
{
    a.field("ticket", count.ticket);
    a.field("times", count.times);
}

/// A call that was put off, of a ticket that is carried.
struct PostponedTicket
{
    TicketId ticket;
    Postponement postponement;

    friend bool operator==(const PostponedTicket&, const PostponedTicket&) = default;
};

void describe(auto& a, Of<PostponedTicket> auto& one)
{
    a.field("ticket", one.ticket);
    a.field("since", one.postponement.since);
    a.field("until", one.postponement.until);
}

/// Why a ticket that is carried waits first in line.
struct PutFirstTicket
{
    TicketId ticket;
    PutFirst why;

    friend bool operator==(const PutFirstTicket&, const PutFirstTicket&) = default;
};

void describe(auto& a, Of<PutFirstTicket> auto& one)
{
    a.field("ticket", one.ticket);
    a.field("clerk", one.why.clerk);
    a.field("reason", one.why.reason);
}

/// To whom a ticket that is carried was sent.
struct SentToClerk
{
    TicketId ticket;
    std::string clerk;

    friend bool operator==(const SentToClerk&, const SentToClerk&) = default;
};

void describe(auto& a, Of<SentToClerk> auto& one)
{
    a.field("ticket", one.ticket);
    a.field("clerk", one.clerk);
}

/// The earlier calls of a visit that is carried.
struct EarlierCallsOf
{
    TicketId ticket;
    EarlierCalls calls;

    friend bool operator==(const EarlierCallsOf&, const EarlierCallsOf&) = default;
};

void describe(auto& a, Of<EarlierCallsOf> auto& one)
{
    a.field("ticket", one.ticket);
    describe(a, one.calls);
}

/// What another system calls a visit whose ticket is carried.
struct CarriedReference
{
    TicketId ticket;
    Reference reference;

    friend bool operator==(const CarriedReference&, const CarriedReference&) = default;
};

void describe(auto& a, Of<CarriedReference> auto& one)
{
    a.field("ticket", one.ticket);
    describe(a, one.reference);
}

/// When a visit was rated from the phone, or why was said there.
struct PhoneRating
{
    RatingSessionId session;
    Instant at{};

    friend bool operator==(const PhoneRating&, const PhoneRating&) = default;
};

void describe(auto& a, Of<PhoneRating> auto& rating)
{
    a.field("session", rating.session);
    a.field("at", rating.at);
}

void describe(auto& a, Of<PastRules> auto& past)
{
    a.field("rules", past.rules);
    a.field("until", past.until);
}

/// What else a day consists of that is as it was, because opening the next one was taken back.
struct FormerDay
{
    bool open = false; ///< it was carried over whole
    Instant opened;
    TicketId before; ///< the last ticket of the day before it
    std::vector<std::string> kiosks;
    std::shared_ptr<const Rules> nextRules;
    std::vector<double> credits;
    std::vector<FloorServices> floorServices;
};

void describe(auto& a, Of<FormerDay> auto& day)
{
    a.field("open", day.open);
    a.field("openedAt", day.opened);
    a.field("before", day.before);
    a.field("kiosks", day.kiosks);
    a.field("nextRules", day.nextRules);
    a.field("credits", day.credits);
    a.fieldOr("floorServices", day.floorServices, {});
}

/// The state that a day passes to the next, so that replay can start at a DayOpened.
struct CarriedOver
{
    TicketId lastTicket;
    PrintJobId lastPrintJob;
    RatingSessionId lastSession;
    std::vector<CarriedTicket> tickets;  ///< still called or in service, or with a rating still possible
    std::vector<RatingSession> sessions; ///< of those tickets
    std::vector<CounterAt> counters;     ///< not closed, or with a session not yet ended
    std::vector<Device> devices;
    std::vector<StandingMessage> messages;
    std::vector<ServiceIx> closedServices;
    std::vector<PrintJob> jobs;               ///< of tickets that are carried with their paper
    std::vector<LastNumber> numbers;          ///< where numbers go on instead of starting again
    std::vector<PastRules> pastRules;         ///< that still bind who was carried over
    std::vector<PassCount> passes;            ///< of those tickets, by id
    std::vector<PostponedTicket> postponed;   ///< likewise
    std::vector<PutFirstTicket> putFirst;     ///< likewise
    std::vector<SentToClerk> boundClerks;     ///< likewise
    std::vector<EarlierCallsOf> earlierCalls; ///< likewise
    std::vector<CarriedReference> references; ///< likewise
    std::vector<PhoneRating> ratedByPhone;    ///< a moment ago: a second one may be under way
    std::vector<PhoneRating> explained;       ///< likewise, why
    FormerNames formerNames;                  ///< likewise
    bool restored = false;                    ///< the hall was, on the day before
    std::shared_ptr<const FormerDay> former;  ///< this is the day before, as it was
};

void describe(auto& a, Of<CarriedOver> auto& carried)
{
    a.field("lastTicket", carried.lastTicket);
    a.field("lastPrintJob", carried.lastPrintJob);
    a.field("lastSession", carried.lastSession);
    a.field("tickets", carried.tickets);
    a.field("sessions", carried.sessions);
    a.field("counters", carried.counters);
    a.field("devices", carried.devices);
    a.field("messages", carried.messages);
    a.field("closedServices", carried.closedServices);
    a.fieldOr("jobs", carried.jobs, {});
    a.fieldOr("numbers", carried.numbers, {});
    a.fieldOr("formerServices", carried.formerNames.services, {});
    a.fieldOr("formerCounters", carried.formerNames.counters, {});
    a.fieldOr("pastRules", carried.pastRules, {});
    a.fieldOr("passes", carried.passes, {});
    a.fieldOr("postponed", carried.postponed, {});
    a.fieldOr("putFirst", carried.putFirst, {});
    a.fieldOr("boundClerks", carried.boundClerks, {});
    a.fieldOr("earlierCalls", carried.earlierCalls, {});
    a.fieldOr("references", carried.references, {});
    a.fieldOr("ratedByPhone", carried.ratedByPhone, {});
    a.fieldOr("explained", carried.explained, {});
    a.fieldOr("restored", carried.restored, false);
    a.fieldOr("former", carried.former, nullptr);
}

} // namespace starqueue::queue
