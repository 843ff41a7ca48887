#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace starqueue::journey {

/// How long a step of the journey may take.
inline constexpr auto kSoon = std::chrono::seconds(15);

/// Lets events run until `isSo` holds; false after `longest`. Looks again every 20 ms.
[[nodiscard]] bool waitUntil(const std::function<bool()>& isSo, std::chrono::milliseconds longest);

} // namespace starqueue::journey
