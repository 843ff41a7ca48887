#include <queue/rules/statutory_group.h>

#include <algorithm>
#include <chrono>

namespace starqueue::queue {

namespace {

/// "priority:1200", "priority:7.250"
std::string anonymousId(Millis headStart)
{
    const auto whole = std::chrono::floor<Seconds>(headStart);
    std::string id = std::string{kAnonymousId} + std::to_string(whole.count());
    if (headStart != whole)
        id += '.' + std::to_string(1000 + (headStart - whole).count()).substr(1);
    return id;
}

StatutoryGroup anonymousWith(Millis headStart)
{
    return {.id = anonymousId(headStart),
            .name = {"依法优先", "Priority by law"},
            .headStart = headStart,
            .byUsher = false,
            .anonymous = true};
}

} // namespace

std::vector<StatutoryGroup> classicGroups(const CommonGrant& grant)
{
    const auto group = [&grant](std::string id, Name name, Name proof) {
        return StatutoryGroup{.id = std::move(id),
                              .name = std::move(name),
                              .proof = std::move(proof),
                              .headStart = grant.headStart,
                              .atKiosk = grant.atKiosk};
    };
    return {group("disabled", {"残疾人", "Disabled person"}, {"残疾人证", "Disability card"}),
            group("elderly", {"老年人", "Elderly person"}, {"身份证", "Identity card"}),
            group("pregnant", {"孕妇", "Expectant mother"}, {}),
            group("military", {"现役军人", "Serving military"}, {"军人证", "Military ID"})};
}

CommonGrant commonGrantOf(const std::vector<StatutoryGroup>& groups)
{
    CommonGrant common{.headStart = Millis{0}};
    for (const StatutoryGroup& group : groups) {
        common.headStart = std::max(common.headStart, group.headStart);
        common.atKiosk = common.atKiosk || group.atKiosk;
    }
    return common;
}

std::vector<StatutoryGroup> withAnonymous(std::vector<StatutoryGroup> groups)
{
    const std::size_t named = groups.size();
    for (std::size_t i = 0; i < named; ++i) {
        const auto known = std::ranges::find_if(groups, [&](const StatutoryGroup& one) {
            return one.anonymous && one.headStart == groups[i].headStart;
        });
        if (known == groups.end())
            groups.push_back(anonymousWith(groups[i].headStart));
    }
    return groups;
}

} // namespace starqueue::queue
