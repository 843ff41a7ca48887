#pragma once

#include <queue/rules/name.h>
#include <queue/schema/words.h>

#include <array>
#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// A panel has so many buttons: 1 is the worst, 5 the best.
inline constexpr int kLevels = 5;

/// What the five levels are called, and which of them are good: in government halls 3 is "basically
/// satisfied", a good rating (State Council Office, document 51 of 2019); elsewhere it is neutral.
enum class RatingLabels : std::uint8_t { Telecom, Government };
consteval auto spelling(RatingLabels)
{
    return spelled<RatingLabels>(
        {{RatingLabels::Telecom, "telecom"}, {RatingLabels::Government, "government"}});
}

/// The lowest level that counts as satisfied.
[[nodiscard]] constexpr int leastSatisfied(RatingLabels labels)
{
    return labels == RatingLabels::Government ? 3 : 4;
}

/// The levels' names, 1 first.
[[nodiscard]] const std::array<Name, kLevels>& levelNames(RatingLabels labels);

/// The levels that open a case where the hall says nothing: the bad ones of either set.
[[nodiscard]] std::vector<int> usualCaseLevels();

} // namespace starqueue::queue
