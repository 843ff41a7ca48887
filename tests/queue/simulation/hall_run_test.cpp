#include <queue/simulation/small_scenarios.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace starqueue::queue::test {
namespace {

constexpr CounterIx kOnly{0};
constexpr std::uint8_t kFiveStars = 5;

/// Comes `after` the opening and takes five minutes.
SimulatedCustomer comes(Millis after, std::uint8_t stars = 0)
{
    SimulatedCustomer customer;
    customer.arrives = kOpening + after;
    customer.service = Minutes{5};
    customer.wants = ServiceIx{0};
    customer.stars = stars;
    return customer;
}

struct HallRunTest : testing::Test
{
    Scenario scenario = plainHall(1);
    CallRecorder day;

    void run(const std::vector<SimulatedCustomer>& customers)
    {
        KnownCustomers source(customers);
        runDay(scenario, source, day);
    }
    [[nodiscard]] Millis waitOf(std::uint64_t index) const { return day.calls.at(index).wait; }
    void dedicateLastCounter(std::optional<Millis> help)
    {
        scenario.rules.counters.back().dedicatedToStars = kFiveStars;
        scenario.rules.counters.back().helpOthersAfter = help;
    }
};

} // namespace

TEST_F(HallRunTest, ServesOneAfterTheOther)
{
    run({comes(Minutes{0}), comes(Minutes{1}), comes(Minutes{2}), comes(Minutes{60})});
    EXPECT_EQ(waitOf(0), Millis{0});
    EXPECT_EQ(waitOf(1), Minutes{4});
    EXPECT_EQ(waitOf(2), Minutes{8});
    EXPECT_EQ(waitOf(3), Millis{0});
    EXPECT_EQ(day.open, Minutes{65}) << "until the last one has gone";
}

TEST_F(HallRunTest, WhoComesWhenACounterIsJustFreeWaitsForNothing)
{
    run({comes(Minutes{0}), comes(Minutes{5}), comes(Minutes{5}), comes(Minutes{10})});
    EXPECT_EQ(waitOf(1), Millis{0});
    EXPECT_EQ(waitOf(2), Minutes{5}) << "of two who come at once the first is first";
    EXPECT_EQ(waitOf(3), Minutes{5});
}

TEST_F(HallRunTest, CallsTheOneWithTheHeadStartFirstAndTellsWhoWasPassed)
{
    run({comes(Minutes{0}), comes(Minutes{1}), comes(Minutes{3}, kFiveStars)});
    EXPECT_EQ(waitOf(2), Minutes{2});
    EXPECT_EQ(waitOf(1), Minutes{9});
    EXPECT_EQ(day.calls.at(1).passed, 1U);
    EXPECT_EQ(day.calls.at(1).passedMost, Minutes{2});
    EXPECT_EQ(day.calls.at(2).passed, 0U);
}

TEST_F(HallRunTest, NoShowsTakeTheirTimeAndAreCalledOnce)
{
    std::vector<SimulatedCustomer> customers{comes(Minutes{0}), comes(Minutes{0}), comes(Minutes{0})};
    for (SimulatedCustomer& customer : customers) {
        customer.comes = false;
        customer.approach = Minutes{1};
    }
    run(customers);
    EXPECT_EQ(waitOf(2), Minutes{2});
    EXPECT_EQ(day.calls.size(), 3U);
    EXPECT_EQ(day.left, 0U);
}

TEST_F(HallRunTest, AClerkWaitsForANoShowAsLongAsTheRulesWant)
{
    scenario.rules.noShowEarliest = Seconds{90};
    std::vector<SimulatedCustomer> customers{comes(Minutes{0}), comes(Minutes{0})};
    customers[0].comes = false;
    customers[0].approach = Minutes{1};
    run(customers);
    EXPECT_EQ(waitOf(1), Seconds{90});
}

TEST_F(HallRunTest, AClerkFinishesAlsoWhereWhatCameOfItMustBeRecorded)
{
    scenario.rules.outcomes = {{"done", {"办结", "Done"}}};
    scenario.rules.outcomeRequired = true;
    scenario.rules.askReference = AskReference::Required;
    run({comes(Minutes{0}), comes(Minutes{1})});
    EXPECT_EQ(waitOf(1), Minutes{4});
}

TEST_F(HallRunTest, WalkingUpTakesTheCounterToo)
{
    std::vector<SimulatedCustomer> customers{comes(Minutes{0}), comes(Minutes{0})};
    customers[0].approach = Seconds{20};
    run(customers);
    EXPECT_EQ(waitOf(1), Minutes{5} + Seconds{20});
}

TEST_F(HallRunTest, NobodyIsCalledWhileAllCountersAreClosed)
{
    scenario.opening = {{Millis{0}, 1}, {Minutes{30}, 0}, {Minutes{90}, 1}};
    run({comes(Minutes{29}), comes(Minutes{29}), comes(Minutes{45})});
    EXPECT_EQ(waitOf(0), Millis{0});
    EXPECT_EQ(waitOf(1), Minutes{61}) << "the counter finishes the customer it has and closes";
    EXPECT_EQ(waitOf(2), Minutes{50});
    EXPECT_EQ(day.open, Minutes{34 + 10});
}

TEST_F(HallRunTest, ACounterThatWasToCloseStaysWhenThePlanWantsItAgain)
{
    scenario.opening = {{Millis{0}, 1}, {Minutes{2}, 0}, {Minutes{4}, 1}};
    run({comes(Minutes{0}), comes(Minutes{1})});
    EXPECT_EQ(waitOf(1), Minutes{4});
    EXPECT_EQ(day.open, Minutes{10});
}

TEST_F(HallRunTest, AHallThatOpensLaterServesWhoStoodAtTheDoor)
{
    scenario.opening = {{Minutes{30}, 1}};
    run({comes(Minutes{1}), comes(Minutes{2})});
    EXPECT_EQ(waitOf(0), Minutes{29});
    EXPECT_EQ(waitOf(1), Minutes{33});
}

TEST_F(HallRunTest, MoreCountersOpenAsThePlanSays)
{
    scenario = plainHall(3);
    scenario.opening = {{Millis{0}, 1}, {Minutes{2}, 3}};
    run({comes(Minutes{0}), comes(Minutes{0}), comes(Minutes{0}), comes(Minutes{0})});
    EXPECT_EQ(waitOf(1), Minutes{2});
    EXPECT_EQ(waitOf(2), Minutes{2});
    EXPECT_EQ(waitOf(3), Minutes{5});
}

TEST_F(HallRunTest, OpensADedicatedCounterSecond)
{
    scenario = plainHall(3);
    dedicateLastCounter(Millis{0});
    EXPECT_EQ(openingOrder(scenario.rules), (std::vector<CounterIx>{{0}, {2}, {1}}));
    scenario.rules.counters[1].retired = true;
    EXPECT_EQ(openingOrder(scenario.rules), (std::vector<CounterIx>{{0}, {2}}));
}

TEST_F(HallRunTest, WhoHasNoStarsGoesToTheDedicatedCounterOnlyWhenNoOtherIsFree)
{
    scenario = plainHall(2);
    dedicateLastCounter(Millis{0});
    run({comes(Minutes{0}), comes(Minutes{20}), comes(Minutes{21}), comes(Minutes{40}, kFiveStars)});
    EXPECT_EQ(day.calls.at(0).counter, kOnly);
    EXPECT_EQ(day.calls.at(1).counter, kOnly) << "though the other has been free for longer";
    EXPECT_EQ(day.calls.at(2).counter, CounterIx{1}) << "it helps at once";
    EXPECT_EQ(day.calls.at(3).counter, kOnly) << "both are as near to stars: free for longer";
}

TEST_F(HallRunTest, DelayedHelpComesAfterExactlyTheDelay)
{
    scenario = plainHall(2);
    dedicateLastCounter(Minutes{3});
    run({comes(Minutes{0}), comes(Millis{1'000}), comes(Millis{2'000})});
    EXPECT_EQ(day.calls.at(1).counter, CounterIx{1});
    EXPECT_EQ(waitOf(1), Minutes{3});
    EXPECT_EQ(day.calls.at(2).counter, kOnly);
}

TEST_F(HallRunTest, WithoutHelpTheGuardAloneBringsOthersToADedicatedCounter)
{
    dedicateLastCounter(std::nullopt);
    scenario.rules.guard = Minutes{25};
    run({comes(Minutes{0}), comes(Minutes{10})});
    EXPECT_EQ(waitOf(0), Minutes{25});
    EXPECT_EQ(waitOf(1), Minutes{25});
}

TEST_F(HallRunTest, WhomNoOpenCounterServesIsLeftAndSaidSo)
{
    dedicateLastCounter(std::nullopt);
    run({comes(Minutes{0}), comes(Minutes{1}, kFiveStars)});
    EXPECT_EQ(day.left, 1U);
    EXPECT_EQ(day.calls.size(), 1U);
    EXPECT_EQ(waitOf(1), Millis{0});
}

TEST_F(HallRunTest, WhoIsGivenNoNumberIsCounted)
{
    scenario.rules.services.push_back({"gone", "B", {"B", "B"}, Seconds{360}, true});
    SimulatedCustomer late = comes(Minutes{1});
    late.wants = ServiceIx{1};
    run({comes(Minutes{0}), late, comes(Minutes{2})});
    EXPECT_EQ(day.refused, 1U);
    EXPECT_EQ(day.numbers, 2U);
    EXPECT_EQ(waitOf(1), Minutes{3}) << "numbers count those who have one";
}

TEST_F(HallRunTest, LongDaysForgetWhoHasGoneAndCallNobodyWrong)
{
    std::vector<SimulatedCustomer> customers;
    for (int i = 0; i < 5'000; ++i)
        customers.push_back(comes(Minutes{4} * i, i % 3 == 0 ? kFiveStars : 0));
    scenario.rules.discipline = Discipline::Fifo;
    run(customers);
    ASSERT_EQ(day.calls.size(), customers.size());
    for (std::uint64_t i = 0; i < customers.size(); ++i)
        EXPECT_EQ(waitOf(i), Minutes{1} * static_cast<int>(i));
}

} // namespace starqueue::queue::test
