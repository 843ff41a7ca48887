#pragma once

#include <queue/rules/ids.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <string>

namespace starqueue::queue {

/// How far a job has come, see PrintJob.
enum class PrintJobState : std::uint8_t { Pending, Taken, Ended };
consteval auto spelling(PrintJobState)
{
    return spelled<PrintJobState>({{PrintJobState::Pending, "pending"},
                                   {PrintJobState::Taken, "taken"},
                                   {PrintJobState::Ended, "ended"}});
}

/// How a job ended, as far as that is known: printed is proved, sent is not.
enum class PrintOutcome : std::uint8_t {
    None,
    Printed,
    Sent,
    PaperOut,
    CoverOpen,
    Offline,
    Unknown,
    Dropped
};
consteval auto spelling(PrintOutcome)
{
    return spelled<PrintOutcome>({{PrintOutcome::None, "none", true},
                                  {PrintOutcome::Printed, "printed"},
                                  {PrintOutcome::Sent, "sent"},
                                  {PrintOutcome::PaperOut, "paperOut"},
                                  {PrintOutcome::CoverOpen, "coverOpen"},
                                  {PrintOutcome::Offline, "offline"},
                                  {PrintOutcome::Unknown, "unknown"},
                                  {PrintOutcome::Dropped, "dropped"}});
}

/// What a printer that hands its tickets out by a presenter saw of the paper after it was printed.
enum class PaperEvent : std::uint8_t {
    None,
    Presented, ///< it lies in the slot
    Taken,     ///< somebody took it
    Retracted  ///< nobody did, and the printer took it back: it is nobody's paper any more
};
consteval auto spelling(PaperEvent)
{
    return spelled<PaperEvent>({{PaperEvent::None, "none", true},
                                {PaperEvent::Presented, "presented"},
                                {PaperEvent::Taken, "taken"},
                                {PaperEvent::Retracted, "retracted"}});
}

/// One ticket to be printed at one kiosk, or a slip that is nobody's ticket.
///
/// pending → taken (durable before the first byte is sent) → ended. The outcome "unknown" makes another job
/// for the same ticket, marked as a reprint, unless this one was marked already: there is one at most.
struct PrintJob
{
    PrintJobId id;
    TicketId ticket; ///< 0: a slip
    std::string kiosk;
    PrintJobState state = PrintJobState::Pending;
    PrintOutcome outcome = PrintOutcome::None;
    bool reprint = false;
    std::uint32_t ahead = 0; ///< people ahead at issue, as printed
    Instant created{};
    Instant expires{};
    std::string takenBy;
    PaperEvent paper = PaperEvent::None; ///< the last one, after it ended as printed or sent
    Instant ended{};
    std::string slip{}; ///< what stands on it instead of a ticket
    Instant heldUp{};   ///< until when another's ticket waited in the printer, while this one was pending

    [[nodiscard]] bool isSlip() const { return !slip.empty(); }

    friend bool operator==(const PrintJob&, const PrintJob&) = default;
};

void describe(auto& a, Of<PrintJob> auto& job)
{
    a.field(toAll("job"), job.id);
    a.field(toAll("ticket"), job.ticket);
    a.number("number", job.ticket);
    a.field(toAll("kiosk"), job.kiosk);
    a.field(toAll("reprint"), job.reprint);
    a.field("ahead", job.ahead);
    a.field("createdAt", job.created);
    a.field("expiresAt", job.expires);
    a.fieldOr("state", job.state, PrintJobState::Pending);
    a.fieldOr("outcome", job.outcome, PrintOutcome::None);
    a.fieldOr("takenBy", job.takenBy, {});
    a.fieldOr("paper", job.paper, PaperEvent::None);
    a.fieldOr("endedAt", job.ended, {});
    a.fieldOr("heldUpUntil", job.heldUp, {});
    a.fieldOr("slip", job.slip, {});
}

} // namespace starqueue::queue
