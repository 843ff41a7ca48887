#pragma once

#include <string_view>

namespace starqueue::cli {

/// The bridge.toml that a new hall starts from: firmware-bridge/example/bridge.toml.
[[nodiscard]] std::string_view exampleBridge();

} // namespace starqueue::cli
