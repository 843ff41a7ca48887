#pragma once

#include <queue/model/counter.h>
#include <queue/model/device.h>
#include <queue/model/print_job.h>
#include <queue/model/rating_session.h>
#include <queue/model/ticket.h>
#include <queue/model/wait_range.h>
#include <queue/rules/opening.h>

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace starqueue::queue {

// What has happened, in the past tense. apply() is the only place that changes a
// State, and it needs nothing but these and their instant.

struct TicketIssued
{
    Ticket ticket; ///< without its kiosk's place, which apply() finds
    std::uint32_t ahead;
    std::string kiosk; ///< where it was issued; empty: by staff
    bool byStaff = false;
};
struct TicketCalled
{
    TicketId ticket;
    CounterIx counter;
    std::shared_ptr<const Why> why;
};
struct TicketRecalled
{
    TicketId ticket;
    CounterIx counter;
    std::uint8_t recall;
};
struct ServiceStarted
{
    TicketId ticket;
    CounterIx counter;
};
struct ServiceFinished
{
    TicketId ticket;
    CounterIx counter;
    std::string skipRating;
};
struct TicketNoShow
{
    TicketId ticket;
    CounterIx counter;
};
/// Back in line: after a no-show, or because a call was taken back (then τ and leg are as before).
struct TicketRequeued
{
    TicketId ticket;
    Instant counted;
    bool callUndone;
};
struct TicketParked
{
    TicketId ticket;
    CounterIx counter;
    std::string reason;
};
struct TicketUnparked
{
    TicketId ticket;
    CounterIx counter;
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
struct TicketVerified
{
    TicketId ticket;
    CounterIx counter;
    bool matches;
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

struct CounterOpened
{
    CounterIx counter;
    std::string clerk;
};
struct CounterClosed
{
    CounterIx counter;
};
struct CounterPaused
{
    CounterIx counter;
    std::string reason;
};
struct CounterResumed
{
    CounterIx counter;
};
struct CounterHandedOver
{
    CounterIx counter;
    std::string clerk;
};
struct HelpAsked
{
    CounterIx counter;
};
struct ServiceOpened
{
    ServiceIx service;
};
struct ServiceClosed
{
    ServiceIx service;
};

struct PrintJobCreated
{
    PrintJob job;
};
struct PrintJobTaken
{
    PrintJobId job;
    std::string bridge;
};
struct PrintJobEnded
{
    PrintJobId job;
    PrintOutcome outcome;
};
struct RatingInvited
{
    RatingSession session;
};
struct RatingArmed
{
    RatingSessionId session;
};
struct RatingFailed
{
    RatingSessionId session;
    std::string reason;
};
struct TicketRated
{
    RatingSessionId session;
    TicketId ticket;
    CounterIx counter;
    int score;
    PressId press;
};
struct RatingExpired
{
    RatingSessionId session;
    CounterIx counter;
};
/// A rating of 1 or 2: somebody left dissatisfied and can still be won back.
struct CaseOpened
{
    RatingSessionId session;
    TicketId ticket;
};
struct DeviceChanged
{
    Device device;
};
struct DeviceTestRequested
{
    std::string device;
};
struct MessageChanged
{
    std::string id;
    Name text;
};
struct RulesSet
{
    std::shared_ptr<const Rules> rules;
    bool nextDay;        /**< its discipline waits for the next day */
    DayHoursPtr hours{}; ///< in force from now on
};
struct ClockStepped
{
    Millis offset;
};
/// Somebody was overtaken by more than the rules allow: must never occur.
struct FairnessViolated
{
    TicketId ticket;
    TicketId passed;
    Millis by;
    Millis bound;
};
/// By what promises are corrected from now on; learned each night.
struct PromisesCalibrated
{
    Calibration calibration;
    std::uint32_t outcomes; /**< so many promises it was learned from */
};
struct CarriedOver;
/// Starts a State from nothing: replay begins at the last one of these.
struct DayOpened
{
    Date date;
    std::shared_ptr<const Rules> rules;
    std::shared_ptr<const CarriedOver> carried;
    DayHoursPtr hours{};
};
struct DayClosed
{
    Date date;
    std::uint32_t unserved;
};

using Event =
    std::variant<TicketIssued, TicketCalled, TicketRecalled, ServiceStarted, ServiceFinished, TicketNoShow,
                 TicketRequeued, TicketParked, TicketUnparked, TicketTransferred, TicketCancelled,
                 TicketUnserved, TicketVerified, TicketIdentified, StatutoryGranted, CounterOpened,
                 CounterClosed, CounterPaused, CounterResumed, CounterHandedOver, HelpAsked, ServiceOpened,
                 ServiceClosed, PrintJobCreated, PrintJobTaken, PrintJobEnded, RatingInvited, RatingArmed,
                 RatingFailed, TicketRated, RatingExpired, CaseOpened, DeviceChanged, DeviceTestRequested,
                 MessageChanged, RulesSet, ClockStepped, FairnessViolated, PromisesCalibrated, DayOpened,
                 DayClosed, TicketServedByHand>;

/// A ticket that stays over the change of days, with the name of its kiosk.
struct CarriedTicket
{
    Ticket ticket;
    std::string kiosk;
};

/// What a day hands to the next: with it, a DayOpened needs no earlier event.
struct CarriedOver
{
    TicketId lastTicket;
    PrintJobId lastPrintJob;
    RatingSessionId lastSession;
    std::vector<CarriedTicket> tickets;  ///< still called or in service, or with a rating still possible
    std::vector<RatingSession> sessions; ///< of those tickets
    std::vector<std::pair<CounterIx, Counter>> counters; ///< not closed, or with a session not yet ended
    std::vector<Device> devices;
    std::vector<std::pair<std::string, Name>> messages;
    std::vector<ServiceIx> closedServices;
};

} // namespace starqueue::queue
