#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace starqueue::journey {

/// Lets events run until `isSo` holds; false after `longest`. Looks again every 20 ms.
[[nodiscard]] bool waitUntil(const std::function<bool()>& isSo, std::chrono::milliseconds longest);

} // namespace starqueue::journey
