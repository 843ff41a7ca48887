#pragma once

#include <client/api/print_job.h>
#include <firmware-bridge/ticket/printed_ticket.h>

namespace starqueue::bridge {

/// The ticket that a print job asks for, with the job's reprint mark. Pure.
[[nodiscard]] PrintedTicket ticketFromJob(const client::api::PrintJob& job);

} // namespace starqueue::bridge
