#pragma once

#include <firmware-bridge/ticket/printer_profile.h>

#include <cstdint>

namespace starqueue::bridge {

/// One of the profiles that come with the program, for a ticket of three lines, with some of its habits
/// changed: three bits for which, one for each habit.
[[nodiscard]] PrinterProfile profileOf(uint8_t choice);

} // namespace starqueue::bridge
