#include <queue/rules/rating_levels.h>

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

} // namespace starqueue::queue
