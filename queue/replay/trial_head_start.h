#pragma once

#include <time/instant.h>

#include <optional>

namespace starqueue::queue {

/// A head start that recorded days are looked at with: so long for the priority customers, none for the
/// others. Empty: strict, priority customers always go first.
using TrialHeadStart = std::optional<Millis>;

inline constexpr TrialHeadStart kStrict = std::nullopt;

} // namespace starqueue::queue
