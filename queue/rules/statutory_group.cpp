#include <queue/rules/statutory_group.h>

#include <algorithm>

namespace starqueue::queue {

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

} // namespace starqueue::queue
