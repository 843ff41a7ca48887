#pragma once

#include <client/api/board.h>
#include <firmware-bridge/field_devices/display_registers.h>

namespace starqueue::bridge {

/// What the call-number display of a counter shows for a state of the hall. Pure.

/// The counter's state and number, "calling" until service starts. Unknown counters are blank.
[[nodiscard]] DisplayContent contentFromBoard(const client::api::Board& board, const QString& counter);

/// For a call, as soon as its event arrives.
[[nodiscard]] DisplayContent contentOfCall(const QString& number, const QString& counter, int recall);

} // namespace starqueue::bridge
