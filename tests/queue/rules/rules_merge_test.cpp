#include <queue/rules/eligibility.h>
#include <queue/rules/rules_merge.h>
#include <queue/support/hall_fixture.h>

#include <array>

namespace starqueue::queue::test {
namespace {

TEST(RulesMerge, KeepsPlacesByIdInWhateverOrderTheyCome)
{
    const Rules old = smallHall();
    Rules next = smallHall();
    std::swap(next.services[0], next.services[2]); // repair, plans, account
    std::swap(next.counters[0], next.counters[1]);
    next.counters[0].services = {ServiceIx{2}, ServiceIx{0}}; // counter 2: account, repair
    next.counters[0].prefers = {ServiceIx{0}};
    next.counters[1].services = {ServiceIx{2}, ServiceIx{1}}; // counter 1: account, plans
    next.counters[2].services = {ServiceIx{2}, ServiceIx{1}};
    Rules merged = mergeRules(old, next);
    EXPECT_EQ(merged.serviceOrder, (std::vector<ServiceIx>{ServiceIx{2}, ServiceIx{1}, ServiceIx{0}}));
    merged.serviceOrder.clear();
    EXPECT_EQ(merged, old);
    EXPECT_EQ(mergeRules(mergeRules(old, next), old), old) << "and back again";
}

TEST(RulesMerge, ShowsWhatIsThereInTheOrderOfTheFile)
{
    Rules next = smallHall();
    next.services.insert(next.services.begin(), ServiceRule{.id = "new", .prefix = "N"});
    next.services.erase(next.services.begin() + 2); // new, account, repair
    for (CounterRule& counter : next.counters)
        counter.services = {ServiceIx{1}};
    const Rules merged = mergeRules(smallHall(), next);
    EXPECT_EQ(shownServices(merged), (std::vector<ServiceIx>{ServiceIx{3}, kAccount, ServiceIx{2}}));
    EXPECT_EQ(shownServices(next), (std::vector<ServiceIx>{ServiceIx{0}, ServiceIx{1}, ServiceIx{2}}));
}

TEST(RulesMerge, PutsNewOnesLastAndRetiresWhatIsGone)
{
    const Rules old = smallHall();
    Rules next = smallHall();
    next.services[1].id = "loans";
    next.counters[2].id = "9";
    const Rules merged = mergeRules(old, next);
    ASSERT_EQ(merged.services.size(), 4U);
    EXPECT_TRUE(merged.services[1].retired);
    EXPECT_EQ(merged.services[3].id, "loans");
    EXPECT_TRUE(merged.counters[2].retired);
    EXPECT_EQ(merged.counters[3].id, "9");
    EXPECT_EQ(merged.counters[3].services, (std::vector<ServiceIx>{kAccount, ServiceIx{3}}));
}

TEST(RulesMerge, LetsWhoeverWaitsForARetiredServiceBeServed)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kPlans);
    Rules next = smallHall();
    next.services.pop_back();
    next.services[1] = {.id = "loans", .prefix = "L"};
    for (CounterRule& counter : next.counters) {
        counter.services = {kAccount, ServiceIx{1}};
        counter.prefers.clear();
    }
    hall.must(SetRules{std::make_shared<const Rules>(next)});
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kPlans}), RefusalCode::ServiceClosed);
    EXPECT_EQ(hall.next(kFirst), id);
}

TEST(RulesMerge, KeepsARetiredServiceForEveryTierWhereItsCountersServeOnlySome)
{
    Rules next = smallHall();
    next.services[1] = {.id = "loans", .prefix = "L"};
    next.counters[0].tiers = {6, 5};
    next.counters[2].tiers = {4};
    const Rules merged = mergeRules(smallHall(), next);
    for (std::uint16_t tier = 0; tier < merged.tiers.size(); ++tier) {
        const bool served = std::ranges::any_of(std::array{kFirst, kSecond, kStars}, [&](CounterIx counter) {
            return closenessAt(merged, counter, kPlans, {tier}).has_value();
        });
        EXPECT_TRUE(served) << merged.tiers[tier].stars << " stars";
    }
}

TEST(RulesMerge, BringsARetiredOneBackToItsPlace)
{
    const Rules old = smallHall();
    Rules without = smallHall();
    without.counters.pop_back();
    const Rules merged = mergeRules(mergeRules(old, without), old);
    EXPECT_EQ(merged, old);
}

Rules withGroups(std::initializer_list<const char*> ids)
{
    Rules rules = smallHall();
    rules.groups.clear();
    for (const char* id : ids)
        rules.groups.push_back({.id = id});
    return rules;
}

TEST(RulesMerge, KeepsTheGroupOfATicketAndGivesTheRoomOfOneThatNobodyHas)
{
    const auto isFirstUsed = [](GroupIx group) { return group == GroupIx{0}; };
    const Rules merged = mergeRules(withGroups({"old", "gone"}), withGroups({"new", "newer"}), isFirstUsed);
    ASSERT_EQ(merged.groups.size(), 3U);
    EXPECT_EQ(merged.groups[0].id, "old");
    EXPECT_TRUE(merged.groups[0].retired);
    EXPECT_EQ(merged.groups[1].id, "new");
    EXPECT_EQ(merged.groups[2].id, "newer");
}

TEST(RulesMerge, AnotherOrderOfGroupsAloneIsAChange)
{
    const Rules old = withGroups({"one", "other"});
    const Rules merged = mergeRules(old, withGroups({"other", "one"}));
    EXPECT_NE(merged, old);
    EXPECT_EQ(merged.groups, old.groups);
    EXPECT_EQ(shownGroups(merged), (std::vector<GroupIx>{GroupIx{1}, GroupIx{0}}));
}

TEST(RulesMerge, GroupsThatComeAndGoForYearsNeedNoMoreRoom)
{
    Rules rules = withGroups({"0"});
    for (int i = 1; i < 1000; ++i)
        rules = mergeRules(rules, withGroups({std::to_string(i).c_str()}), [](GroupIx) { return false; });
    EXPECT_EQ(rules.groups.size(), 1U);
    EXPECT_EQ(rules.groups[0].id, "999");
}

} // namespace
} // namespace starqueue::queue::test
