#include <queue/order/overtaking.h>
#include <queue/rules/bound.h>
#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

constexpr TierIx kFive{1};
constexpr TierIx kFour{2};
Standing of(TierIx tier, ServiceIx service = kAccount, GroupIx statutory = kNoGroup)
{
    return {service, tier, statutory};
}

TEST(Bound, IsTheDifferenceOfHeadStartsWhereNobodyIsPreferred)
{
    const Rules rules = smallHall();
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kOrdinary), of(kFive)), Minutes{15});
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kFour), of(kFive)), Minutes{7});
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kFive), of(kFour)), Minutes{0});
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kOrdinary), of(kOrdinary, kAccount, kElderly)), Minutes{20});
}

TEST(Bound, IsTheGuardWhereSomebodyMayBeCalledForHavingBeenPassedOften)
{
    Rules rules = smallHall();
    rules.counters = {rules.counters[kFirst.value]};
    EXPECT_EQ(largestBound(rules), Minutes{20});
    rules.mostPasses = 3;
    EXPECT_EQ(largestBound(rules), Minutes{25});
    rules.guard = std::nullopt;
    EXPECT_EQ(largestBound(rules), kNoBound);
}

TEST(Bound, IsNothingWhereNobodyIsPassedHoweverOftenThatMayBe)
{
    Rules rules = smallHall();
    rules.discipline = Discipline::Fifo;
    rules.counters = {rules.counters[kFirst.value]};
    rules.mostPasses = 3;
    EXPECT_EQ(largestBound(rules), Minutes{0});
}

TEST(Bound, IsTheGuardWhereTheCounterPrefers)
{
    Rules rules = smallHall();
    EXPECT_EQ(overtakingBound(rules, kStars, of(kOrdinary), of(kFive)), Minutes{25});
    EXPECT_EQ(overtakingBound(rules, kSecond, of(kOrdinary), of(kOrdinary, kRepair)), Minutes{25});
    EXPECT_EQ(largestBound(rules), Minutes{25});
    rules.guard = std::nullopt;
    EXPECT_EQ(overtakingBound(rules, kStars, of(kOrdinary), of(kFive)), kNoBound);
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kOrdinary), of(kFive)), Minutes{15});
}

TEST(Bound, NeverExceedsTheGuard)
{
    Rules rules = smallHall();
    rules.guard = Minutes{10};
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kOrdinary), of(kFive)), Minutes{10});
}

TEST(Bound, OfTheOtherDisciplinesIsAsScheduled)
{
    Rules rules = smallHall();
    rules.discipline = Discipline::Fifo;
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kOrdinary), of(kFive)), Minutes{0});
    rules.discipline = Discipline::Strict;
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kOrdinary), of(kFive)), Minutes{25});
    rules.discipline = Discipline::Weighted;
    EXPECT_EQ(overtakingBound(rules, kFirst, of(kOrdinary), of(kFive)), Minutes{25});
    rules.discipline = Discipline::Accumulating; // rates 6 and 1
    EXPECT_NEAR(static_cast<double>(overtakingBound(rules, kFirst, of(kOrdinary), of(kFive)).count()),
                25.0 * 60'000 * 5 / 6, 1.0);
}

TEST(Bound, KeepsTheLargerOfTheRulesInForceSinceTheIssue)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId before = hall.issue(kAccount);
    hall.pass(Minutes{1});
    Rules milder = smallHall();
    milder.tiers[1].headStart = Minutes{5};
    hall.must(SetRules{std::make_shared<const Rules>(milder)});
    hall.pass(Minutes{1});
    const TicketId after = hall.issue(kAccount);
    const TicketId five = hall.issue(kAccount, 5);
    EXPECT_EQ(boundSinceIssue(hall.state, kFirst, hall.ticket(before), hall.ticket(five)), Minutes{15});
    EXPECT_EQ(boundSinceIssue(hall.state, kFirst, hall.ticket(after), hall.ticket(five)), Minutes{5});
}

} // namespace
} // namespace starqueue::queue::test
