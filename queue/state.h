#pragma once

#include <queue/counter.h>
#include <queue/devices.h>
#include <queue/line.h>
#include <queue/printing.h>
#include <queue/rating.h>
#include <queue/rules.h>
#include <queue/ticket.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::queue {

/// Everything that a hall knows about its present day. A value: copy it to look ahead.
///
/// Changed by apply() alone. Holds no customer's data but a random customerRef.
struct State
{
    bool dayOpen = false;
    std::optional<Date> date;               ///< the last day opened
    std::shared_ptr<const Rules> rules;     ///< in force; null before the first day
    std::shared_ptr<const Rules> nextRules; ///< in force from the next day; null: no change waits

    std::vector<Ticket> tickets;            ///< of this day, by id; see find()
    Line line;                              ///< the waiting ones, in order
    std::vector<std::uint32_t> lastNumbers; ///< by ServiceIx
    std::vector<bool> closedServices;       ///< by ServiceIx
    std::vector<Counter> counters;          ///< by CounterIx

    std::vector<PrintJob> printJobs;     ///< of this day, by id
    std::vector<RatingSession> sessions; ///< of this day, by id
    std::map<std::string, Device> devices;
    std::map<std::string, Name> messages;

    TicketId lastTicket;
    PrintJobId lastPrintJob;
    RatingSessionId lastSession;

    [[nodiscard]] const Ticket* find(TicketId id) const;
    [[nodiscard]] const PrintJob* find(PrintJobId id) const;
    [[nodiscard]] const RatingSession* find(RatingSessionId id) const;
};

} // namespace starqueue::queue
