#pragma once

#include <firmware-bridge/ticket/printed_ticket.h>

namespace starqueue::bridge {

/// A customer's ticket as halls print it, for pictures and measurements.
[[nodiscard]] PrintedTicket sampleTicket(PrintedTicket::Language language);

} // namespace starqueue::bridge
