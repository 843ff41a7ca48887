#pragma once

#include <queue/model/ticket.h>

#include <optional>
#include <string>

namespace starqueue::queue {

/// Why a command is refused. A typed answer, not an error: the state is unchanged.
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
    TicketState, ///< the ticket's state doesn't allow this step
    NobodyWaits, ///< no ticket that this counter may serve
    NotEligible, ///< this counter may not serve that ticket
    ServiceClosed,
    DayClosed,
    DayOpen,
    DateNotLater,
    JobState,
    SessionClosed,
    AlreadyWaiting, ///< this identity has a waiting ticket
    LimitReached,
    NumberTaken, ///< a ticket of today has that number
    HallClosed,  ///< outside the opening hours
    NothingToUndo,
    UndoConflict,   ///< something later depends on it
    Changed,        ///< those concerned are others than in the preview
    ConfirmNeeded,  ///< too far-reaching to be done by mistake
    AfterDayChange, ///< an older program opened this day, and couldn't read it
    BadValue,
    UnknownDevice,
    ClerkElsewhere,  ///< this clerk holds another counter
    OutcomeNeeded,   ///< no service finishes without one here
    ReferenceNeeded, ///< likewise
    NotServed,       ///< nothing to rate: the visit wasn't served, or nobody asked for a rating
    PanelFirst,      ///< the panel at the counter still takes a rating
    AlreadyRated,
    NotRated,         ///< so there is nothing to give reasons for
    AlreadyExplained, ///< reasons are given once
    RatingOver,       ///< too long ago, or this hall takes no ratings from the phone
    TooEarly,         ///< possible later, without anything else happening
};

/// The answer to a command that the rules do not allow.
struct Refusal
{
    RefusalCode code;
    std::string state;  ///< the present state of the ticket, counter, job or session, as the API names it
    std::string detail; ///< a sentence: what was refused, and what to do
    std::optional<Instant> opens{}; ///< HallClosed: the next opening, if known
    std::optional<Instant> from{};  ///< TooEarly: when it becomes possible

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

} // namespace starqueue::queue
