#pragma once

#include <client/api/values.h>

#include <optional>

namespace starqueue::client {

/// In which words a wait is said. tests/data/wait_cases.json has the cases that every screen, the paper and
/// the pages keep to.
enum class WaitWords {
    None,    ///< nothing is promised
    Unknown, ///< "Counters aren't open yet": nobody can know it
    AtOnce,  ///< "Right away": a counter is free
    Range    ///< minutes, see waitMinutes()
};

[[nodiscard]] WaitWords waitWords(const std::optional<api::WaitRange>& wait);

/// A Range in minutes: both ends are rounded outwards, so that it never promises more than the estimate does;
/// "8–14", or "5" where both meet. Empty for other words.
[[nodiscard]] QString waitMinutes(const std::optional<api::WaitRange>& wait);

} // namespace starqueue::client
