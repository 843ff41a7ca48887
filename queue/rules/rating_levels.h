#pragma once

#include <queue/rules/name.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
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

/// What a customer may give as a reason of a rating, for ratings of some levels.
struct RatingReason
{
    std::string id{};
    Name name{};
    std::vector<int> levels{}; ///< 1 to 5, in order

    friend bool operator==(const RatingReason&, const RatingReason&) = default;

    [[nodiscard]] bool isFor(int score) const;
};

void describe(auto& a, Of<RatingReason> auto& reason)
{
    a.field("id", reason.id);
    a.field("name", reason.name);
    a.field("levels", reason.levels);
}

/// Null: there is none of that id.
[[nodiscard]] const RatingReason* findReason(const std::vector<RatingReason>& reasons, std::string_view id);

} // namespace starqueue::queue
