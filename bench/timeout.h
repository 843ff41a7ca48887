#pragma once

#include <chrono>

namespace starqueue::bench {

/// How long a measurement waits for what it measures.
inline constexpr auto kTimeout = std::chrono::seconds(5);
/// How often a thread that polls looks whether it shall stop.
inline constexpr int kLookAroundMs = 100;

} // namespace starqueue::bench
