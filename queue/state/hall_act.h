#pragma once

#include <queue/model/counter.h>
#include <queue/model/dependents.h>
#include <queue/model/ticket.h>
#include <queue/rules/ids.h>
#include <queue/rules/name.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace starqueue::queue {

struct State;

/// For how long an act on the whole hall can be taken back.
inline constexpr Minutes kUndoTime{10};

/// What was done to the whole hall, to what a counter serves, or to what the screens say.
enum class HallActKind : std::uint8_t {
    DayOpened,
    DayClosed,
    ServiceOpened,
    ServiceClosed,
    CounterServices,
    MessageChanged
};
consteval auto spelling(HallActKind)
{
    return spelled<HallActKind>({{HallActKind::DayOpened, "day_opened"},
                                 {HallActKind::DayClosed, "day_closed"},
                                 {HallActKind::ServiceOpened, "service_opened"},
                                 {HallActKind::ServiceClosed, "service_closed"},
                                 {HallActKind::CounterServices, "counter_services_set"},
                                 {HallActKind::MessageChanged, "message_changed"}});
}

/// What is done to take that back, where it is an act of its own.
[[nodiscard]] constexpr HallActKind reverseOf(HallActKind kind)
{
    if (kind == HallActKind::ServiceOpened)
        return HallActKind::ServiceClosed;
    return kind == HallActKind::ServiceClosed ? HallActKind::ServiceOpened : kind;
}

/// A ticket that the end of a day made unserved, as it was.
struct UnservedTicket
{
    TicketId ticket;
    TicketState state = TicketState::Waiting; ///< or parked, or postponed
    CounterIx parkedAt = kNoCounter;

    friend bool operator==(const UnservedTicket&, const UnservedTicket&) = default;
};

void describe(auto& a, Of<UnservedTicket> auto& ended)
{
    a.field("ticket", ended.ticket);
    a.fieldOr("state", ended.state, TicketState::Waiting);
    a.fieldOr("parkedAt", ended.parkedAt, kNoCounter);
}

/// The services that a counter was given on the floor, for the rest of the day.
struct FloorServices
{
    CounterIx counter;
    std::vector<ServiceIx> services{}; ///< empty: those of the configuration
    std::string profile{};             ///< whose they are; empty: chosen one by one

    friend bool operator==(const FloorServices&, const FloorServices&) = default;
};

void describe(auto& a, Of<FloorServices> auto& given)
{
    a.field("counter", given.counter);
    a.field("services", given.services);
    a.fieldOr("profile", given.profile, {});
}

/// A message on the displays: its name and text.
using StandingMessage = std::pair<std::string, Name>;

void describe(auto& a, Of<StandingMessage> auto& message)
{
    a.field("message", message.first);
    a.field("text", message.second);
}

using CounterAt = std::pair<CounterIx, Counter>;

void describe(auto& a, Of<CounterAt> auto& counter)
{
    a.field("counter", counter.first);
    describe(a, counter.second);
}

/// What the end of a day ended, as it was before.
struct DayEnding
{
    std::vector<UnservedTicket> tickets;
    std::vector<CounterAt> counters;
    std::vector<PrintJobId> jobs; ///< pending
};

void describe(auto& a, Of<DayEnding> auto& ending)
{
    a.field("tickets", ending.tickets);
    a.field("counters", ending.counters);
    a.field("jobs", ending.jobs);
}

/// An act on the whole hall that may still be taken back.
struct HallAct
{
    HallActKind kind;
    Instant at;
    ServiceIx service{};                       ///< of those on a service
    std::shared_ptr<const DayEnding> ending{}; ///< of DayClosed
    std::shared_ptr<const State> before{};     ///< of DayOpened; null: not known any more
    FloorServices former{};                    ///< of CounterServices: what it had before
    StandingMessage formerMessage{}; ///< of MessageChanged: as it was; without a text: there was none
    Dependents later{};
};

} // namespace starqueue::queue
