#pragma once

#include <string_view>

namespace starqueue::cli {

/// The bridge.toml of a new hall: firmware-bridge/example/bridge.toml.
[[nodiscard]] std::string_view exampleBridge();

} // namespace starqueue::cli
