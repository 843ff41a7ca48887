#pragma once

#include <queue/model/ticket.h>

#include <optional>
#include <string>

namespace starqueue::queue {

/// Why a command can't be carried out now. A typed answer, not an error: nothing has changed.
enum class RefusalCode : std::uint8_t {
    UnknownTicket,
    UnknownService,
    UnknownCounter,
    UnknownPrintJob,
    UnknownSession,
    CounterClosed,
    CounterOpen,
    CounterPaused,
    CounterBusy, ///< it has a ticket called or in service
    CounterIdle, ///< it has none
    TicketState, ///< the ticket is in a state from which this step doesn't lead
    NobodyWaits, ///< nobody whom this counter may serve
    NotEligible, ///< this counter may not serve that ticket
    ServiceClosed,
    DayClosed,
    DayOpen,
    DateNotLater,
    JobState,
    SessionClosed,
    AlreadyWaiting, ///< this identity has a waiting ticket
    LimitReached,
    NumberTaken, ///< a ticket of today bears that number
    HallClosed,  ///< outside the opening hours
    NothingToUndo,
    BadValue,
    UnknownDevice,
};

struct Refusal
{
    RefusalCode code;
    std::string state;  ///< the state that the ticket, counter, job or session is in, as the API names it
    std::string detail; ///< a sentence: what was refused, and what to do
    std::optional<Instant> opens{}; ///< outside the opening hours: when they begin next, as far as is known

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

} // namespace starqueue::queue
