#pragma once

#include <queue/model/print_job.h>
#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

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
struct ReprintTicket
{
    TicketId ticket;
    std::string kiosk;
};

} // namespace starqueue::queue
