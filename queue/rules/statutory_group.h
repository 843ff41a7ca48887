#pragma once

#include <queue/rules/name.h>
#include <queue/schema/field.h>
#include <time/instant.h>

#include <string>
#include <string_view>
#include <vector>

namespace starqueue::queue {

/// A hall may configure so many: what a kiosk's page has room for.
inline constexpr std::size_t kMostGroups = 8;

/// Customers to whom law or custom gives priority (依法优先), such as disabled persons. Which there are, the
/// hall says.
struct StatutoryGroup
{
    std::string id{}; ///< stable name, such as "elderly"
    Name name{};
    Name proof{};                   ///< what is shown to the usher: "Disability card"; empty: nothing
    Millis headStart = Minutes{20}; ///< counts as issued that much earlier, unless the tier's is larger
    bool atKiosk = false;           ///< customers may say so at the kiosk
    bool byUsher = true;            ///< staff on the floor may grant it
    bool retired = false;           ///< no longer in the configuration; who has it keeps it
    bool anonymous = false;         ///< stands for all groups of its head start: the fact without the reason

    friend bool operator==(const StatutoryGroup&, const StatutoryGroup&) = default;
};

void describe(auto& a, Of<StatutoryGroup> auto& group)
{
    a.field("id", group.id);
    a.field("name", group.name);
    a.field("proof", group.proof);
    a.field("headStartSeconds", group.headStart);
    a.field("atKiosk", group.atKiosk);
    a.field("byUsher", group.byUsher);
    a.field("retired", group.retired);
    a.fieldOr("anonymous", group.anonymous, false);
}

/// What all groups of a hall had in common before each had its own.
struct CommonGrant
{
    Millis headStart = Minutes{20};
    bool atKiosk = false;
};

/// Disabled, elderly, pregnant, serving military: the groups of a hall that names none.
[[nodiscard]] std::vector<StatutoryGroup> classicGroups(const CommonGrant& grant);

/// The largest head start of `groups`, and whether any is granted at the kiosk.
[[nodiscard]] CommonGrant commonGrantOf(const std::vector<StatutoryGroup>& groups);

/// How the ids of anonymous groups begin, which no configured one's can; then come the seconds of the head
/// start.
inline constexpr std::string_view kAnonymousId = "priority:";

/// `groups`, and behind them an anonymous one for each of their head starts: what is journalled of a ticket
/// in a hall that drops the reason after the visit. Nobody is granted one.
[[nodiscard]] std::vector<StatutoryGroup> withAnonymous(std::vector<StatutoryGroup> groups);

/// Journals from before groups were configured have only what they had in common; such groups are still
/// written so.
void describeGroups(auto& a, auto& groups)
{
    CommonGrant common = commonGrantOf(groups);
    a.field("statutoryHeadStartSeconds", common.headStart);
    a.field("statutoryAtKiosk", common.atKiosk);
    a.fieldOr("statutoryGroups", groups, classicGroups(common));
}

} // namespace starqueue::queue
