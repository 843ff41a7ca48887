#include <cli/output/bound_table.h>

#include <cli/console/text_table.h>

#include <queue/rules/bound.h>

#include <cmath>
#include <vector>

namespace starqueue::cli {

namespace {

std::string minutes(Millis bound)
{
    if (bound == queue::kNoBound)
        return "none";
    const auto tenths = std::lround(static_cast<double>(bound.count()) / 6000.0);
    const std::string whole = std::to_string(tenths / 10);
    return tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10);
}

std::string tierName(const queue::TierRule& tier)
{
    return tier.stars == 0 ? "others" : std::to_string(tier.stars) + "+ stars";
}

} // namespace

std::string boundTable(const queue::Rules& rules)
{
    std::vector<std::vector<std::string>> lines{{"overtaken (min) by:"}};
    for (const queue::TierRule& called : rules.tiers)
        lines.front().push_back(tierName(called));
    for (std::uint16_t passed = 0; passed < rules.tiers.size(); ++passed) {
        lines.push_back({tierName(rules.tiers[passed])});
        for (std::uint16_t called = 0; called < rules.tiers.size(); ++called)
            lines.back().push_back(minutes(queue::largestBound(rules, {passed}, {called})));
    }
    return setInColumns(lines);
}

} // namespace starqueue::cli
