#pragma once

#include <queue/model/device.h>
#include <queue/model/print_job.h>
#include <queue/model/ticket.h>
#include <queue/model/wait_range.h>
#include <queue/rules/opening.h>

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace starqueue::queue {

// One struct an intent. Everything that decide() must not find out by itself
// (time, looked-up customer, promise, random secret) comes in as a field.

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
struct CallNext
{
    CounterIx counter;
};
struct CallNumber
{
    CounterIx counter;
    TicketId ticket;
    std::string reason;
};
/// A no-show instead, once the called one was called again as often as the rules want.
struct Recall
{
    CounterIx counter;
};
struct StartService
{
    CounterIx counter;
};
struct FinishService
{
    CounterIx counter;
    std::string skipRating; /**< reason; empty: invite */
};
struct MarkNoShow
{
    CounterIx counter;
};
struct Park
{
    CounterIx counter;
    std::string reason;
};
struct Unpark
{
    CounterIx counter;
    TicketId ticket;
};
struct Transfer
{
    CounterIx counter;
    ServiceIx service;
};
struct Verify
{
    CounterIx counter;
    bool matches;
};
struct Handover
{
    CounterIx counter;
    std::string clerk;
};
struct AskHelp
{
    CounterIx counter;
};
struct UndoCall
{
    CounterIx counter;
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
struct ReprintTicket
{
    TicketId ticket;
    std::string kiosk;
};

struct OpenCounter
{
    CounterIx counter;
    std::string clerk;
};
struct CloseCounter
{
    CounterIx counter;
};
struct PauseCounter
{
    CounterIx counter;
    std::string reason;
};
struct ResumeCounter
{
    CounterIx counter;
};

struct OpenService
{
    ServiceIx service;
};
struct CloseService
{
    ServiceIx service;
};
struct OpenDay
{
    Date date;
    std::shared_ptr<const Rules> rules; /**< null: those in force */
    DayHoursPtr hours{};                ///< of that date; null: always open
};
struct CloseDay
{};
/// A discipline other than today's waits in force for the next OpenDay; all else holds at once.
struct SetRules
{
    std::shared_ptr<const Rules> rules;
    DayHoursPtr hours{}; ///< of this day from now on; null: as they are
};
/// Carries out what is due by now: rating windows that ended, print jobs that expired.
struct Tick
{};

struct TakePrintJob
{
    PrintJobId job;
    std::string bridge;
};
struct EndPrintJob
{
    PrintJobId job;
    PrintOutcome outcome;
};
struct ArmRating
{
    RatingSessionId session;
};
struct FailRating
{
    RatingSessionId session;
    std::string reason;
};
struct RateTicket
{
    RatingSessionId session;
    TicketId ticket;
    int score;
    Press press;
};
struct ReportDevice
{
    Device device;
};
struct TestDevice
{
    std::string device;
};
struct PostMessage
{
    std::string id;
    Name text; /**< both empty: take it down */
};
/// The wall clock stands `offset` from the journal clock.
struct ReportClockStep
{
    Millis offset;
};

/// How promises shall be corrected from now on, learned from `outcomes` of them.
struct CalibratePromises
{
    Calibration calibration;
    std::uint32_t outcomes;
};

using Command =
    std::variant<IssueTicket, EnterByHand, CallNext, CallNumber, Recall, StartService, FinishService,
                 MarkNoShow, Park, Unpark, Transfer, Verify, Handover, AskHelp, UndoCall, CancelTicket,
                 RequeueTicket, MoveTicket, SetStatutory, IdentifyTicket, ReprintTicket, OpenCounter,
                 CloseCounter, PauseCounter, ResumeCounter, OpenService, CloseService, OpenDay, CloseDay,
                 SetRules, Tick, TakePrintJob, EndPrintJob, ArmRating, FailRating, RateTicket, ReportDevice,
                 TestDevice, PostMessage, ReportClockStep, CalibratePromises>;

} // namespace starqueue::queue
