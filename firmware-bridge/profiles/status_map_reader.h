#pragma once

#include <firmware-bridge/ticket/printer_signs.h>
#include <formats/toml/table_reader.h>

namespace starqueue::bridge {

/// Reads a [[status]] of a profile: `question`, `length`, `head`, `fixed`, and for each sign the bits that
/// raise it: "xxxx1xxx", or "3:xxxxx1xx" for the third byte.
[[nodiscard]] StatusMap readStatusMap(formats::TableReader& status);

} // namespace starqueue::bridge
