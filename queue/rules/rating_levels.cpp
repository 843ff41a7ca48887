#include <queue/rules/rating_levels.h>

#include <algorithm>

namespace starqueue::queue {

const std::array<Name, kLevels>& levelNames(RatingLabels labels)
{
    static const std::array<Name, kLevels> kTelecom{{{"非常不满意", "Very dissatisfied"},
                                                     {"不满意", "Dissatisfied"},
                                                     {"一般", "Neutral"},
                                                     {"满意", "Satisfied"},
                                                     {"非常满意", "Very satisfied"}}};
    static const std::array<Name, kLevels> kGovernment = [] {
        auto names = kTelecom;
        names[2] = {"基本满意", "Basically satisfied"};
        return names;
    }();
    return labels == RatingLabels::Government ? kGovernment : kTelecom;
}

std::vector<int> usualCaseLevels()
{
    return {1, 2};
}

bool RatingReason::isFor(int score) const
{
    return std::ranges::count(levels, score) > 0;
}

const RatingReason* findReason(const std::vector<RatingReason>& reasons, std::string_view id)
{
    const auto found = std::ranges::find(reasons, id, &RatingReason::id);
    return found == reasons.end() ? nullptr : &*found;
}

} // namespace starqueue::queue
