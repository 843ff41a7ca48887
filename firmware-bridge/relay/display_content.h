#pragma once

#include <client/api/board.h>
#include <firmware-bridge/field_devices/display_registers.h>

namespace starqueue::bridge {

/// What the call-number display of a counter shows for a state of the hall. Pure.

/// The counter's state and number, "calling" until service starts; it blinks for what is left of a call's
/// time. Unknown counters are blank.
[[nodiscard]] DisplayContent contentFromBoard(const client::api::Board& board, const QString& counter);

/// For a call, as soon as its event arrives. The display's counter field takes numbers alone: a sign that is
/// none
/// ("3B", "贵宾室") leaves it empty and takes the place of the text where it fits whole.
[[nodiscard]] DisplayContent contentOfCall(const QString& number, const QString& sign, int recall);

/// What stands over a counter; empty: the board doesn't have it.
[[nodiscard]] QString signOf(const client::api::Board& board, const QString& counter);

} // namespace starqueue::bridge
