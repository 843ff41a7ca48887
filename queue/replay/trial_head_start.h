#pragma once

#include <time/instant.h>

#include <optional>

namespace starqueue::queue {

/// A head start of priority customers that is tried on recorded days. Empty: strict, priority customers
/// always go first.
using TrialHeadStart = std::optional<Millis>;

inline constexpr TrialHeadStart kStrict = std::nullopt;

} // namespace starqueue::queue
