#pragma once

#include <firmware-bridge/ticket/ticket_template.h>

#include <string_view>

namespace starqueue::bridge {

/// The ticket of a printer whose bridge.toml names no template: default_ticket.toml, which is also the
/// example for one's own.
[[nodiscard]] const TicketTemplate& defaultTicketTemplate();
[[nodiscard]] std::string_view defaultTicketToml();

/// The paper that is nobody's ticket, on every printer.
[[nodiscard]] const TicketTemplate& slipTemplate();

} // namespace starqueue::bridge
