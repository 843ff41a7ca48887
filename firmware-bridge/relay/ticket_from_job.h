#pragma once

#include <firmware-bridge/ticket/printed_ticket.h>

#include <QJsonObject>

namespace starqueue::bridge {

/// The ticket that a print job of GET /print-jobs asks for, with the job's reprint mark. Pure.
[[nodiscard]] PrintedTicket ticketFromJob(const QJsonObject& job);

} // namespace starqueue::bridge
