#pragma once

#include <queue/rules/ids.h>
#include <time/instant.h>

#include <string>

namespace starqueue::queue {

enum class PrintJobState : std::uint8_t { Pending, Taken, Ended };
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

/// One ticket to come out of one kiosk's printer.
///
/// pending → taken (durable before the first byte goes out) → ended. An end that is
/// unknown makes another job for the same ticket, marked as a reprint.
struct PrintJob
{
    PrintJobId id;
    TicketId ticket;
    std::string kiosk;
    PrintJobState state = PrintJobState::Pending;
    PrintOutcome outcome = PrintOutcome::None;
    bool reprint = false;
    std::uint32_t ahead = 0; ///< people ahead at issue: printed
    Instant created{};
    Instant expires{};
    std::string takenBy;

    friend bool operator==(const PrintJob&, const PrintJob&) = default;
};

} // namespace starqueue::queue
