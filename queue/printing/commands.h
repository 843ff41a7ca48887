#pragma once

#include <queue/model/print_job.h>
#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

/// Makes a pending job a bridge's own, before its first byte is sent.
struct TakePrintJob
{
    PrintJobId job;
    std::string bridge;
};
/// Reports how a taken job ended.
struct EndPrintJob
{
    PrintJobId job;
    PrintOutcome outcome;
};
/// Reports what became of a paper after it was printed.
struct ReportPaper
{
    PrintJobId job;
    PaperEvent event;
};
/// The customer has the number without a paper: what isn't printed by now needn't be.
struct ForgoPaper
{
    TicketId ticket;
};
/// Makes another print job for a ticket.
struct ReprintTicket
{
    TicketId ticket;
    std::string kiosk;
};

/// Has a paper printed that is nobody's ticket.
struct PrintSlip
{
    std::string kiosk;
    std::string text; ///< ASCII
};

} // namespace starqueue::queue
