#pragma once

#include <QString>

namespace starqueue::counter {

/// A clerk's number as the counter takes it: letters, digits and hyphens of ASCII, 20 at most.
inline constexpr qsizetype kLongestClerk = 20;

/// What of `typed` a clerk's number may have; equal to it when all of it is allowed.
[[nodiscard]] QString clerkNumberOf(const QString& typed);
/// The rule in words, in the language spoken now.
[[nodiscard]] QString clerkNumberRule();

} // namespace starqueue::counter
