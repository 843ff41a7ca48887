#include <queue/replay/day_by_hand.h>
#include <queue/replay/replay_day.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::queue;
using namespace starqueue::queue::test;

namespace {

/// All for one service at one counter.
RecordedDay oneCounter(const std::vector<RecordedCustomer>& customers)
{
    DayBuilder builder(kSomeDay);
    for (const RecordedCustomer& customer : customers)
        builder.add(customer, "PS", "1");
    return std::move(builder).build();
}

std::vector<int> turns(const RecordedDay& day, TrialHeadStart headStart)
{
    std::vector<int> turns;
    for (const auto& call : replay(day, replayRules(day, headStart, 5)).calls)
        turns.push_back(call ? static_cast<int>(call->turn) : 0);
    return turns;
}

/// The first is in service while an ordinary and, 60 s later, a priority customer come.
RecordedDay busyCounter()
{
    return oneCounter({served(0, 0, 100), served(10, 100, 150), served(70, 150, 180, 5)});
}

} // namespace

TEST(ReplayedDay, CallsByTheHeadStartThatItIsGiven)
{
    EXPECT_EQ(turns(busyCounter(), Seconds{0}), (std::vector{1, 2, 3}));
    EXPECT_EQ(turns(busyCounter(), Seconds{60}), (std::vector{1, 2, 3}))
        << "equal ranks go by who came first";
    EXPECT_EQ(turns(busyCounter(), Seconds{61}), (std::vector{1, 3, 2}));
    EXPECT_EQ(turns(busyCounter(), kStrict), (std::vector{1, 3, 2}));
}

TEST(ReplayedDay, ByItsOwnRuleCallsEverybodyWhenTheyWereCalled)
{
    const RecordedDay day = oneCounter({served(0, 0, 100), served(10, 100, 150), served(20, 190, 200, 5),
                                        served(200, 230, 260), gaveUp(240, 250), served(300, 300, 310)});
    const ReplayedDay replayed = replay(day, replayRules(day, Seconds{0}, 5));
    for (std::size_t i = 0; i < day.customers.size(); ++i) {
        ASSERT_EQ(replayed.calls[i].has_value(), day.customers[i].called.has_value()) << i;
        if (replayed.calls[i]) {
            EXPECT_EQ(replayed.calls[i]->at, *day.customers[i].called) << i;
        }
    }
}

TEST(ReplayedDay, GoesOnWhereWhatCameOfAServiceMustBeRecorded)
{
    const RecordedDay day = busyCounter();
    Rules rules = replayRules(day, Seconds{0}, 5);
    rules.outcomes = {{"done", {"办结", "Done"}}};
    rules.outcomeRequired = true;
    rules.askReference = AskReference::Required;
    for (const auto& call : replay(day, rules).calls)
        EXPECT_TRUE(call.has_value());
}

TEST(ReplayedDay, KeepsTheHallsCapacityWhoeverIsCalled)
{
    const RecordedDay day = busyCounter();
    const ReplayedDay replayed = replay(day, replayRules(day, kStrict, 5));
    EXPECT_EQ(replayed.calls[2]->at, second(100));
    EXPECT_EQ(replayed.calls[1]->at, second(150)) << "the second call takes as long as it took";
}

TEST(ReplayedDay, LeavesOutWhoGivesUpBeforeTheirTurn)
{
    const RecordedDay day = oneCounter({served(0, 0, 100), gaveUp(10, 90), served(20, 100, 120)});
    EXPECT_EQ(turns(day, Seconds{0}), (std::vector{1, 0, 2}));
}

TEST(ReplayedDay, CallsWhoGaveUpIfAHeadStartBringsTheirTurnBefore)
{
    const RecordedDay day =
        oneCounter({served(0, 0, 100), served(10, 100, 200), gaveUp(50, 150, 5), served(60, 200, 210)});
    EXPECT_EQ(turns(day, kStrict), (std::vector{1, 3, 2, 4}));
}

TEST(ReplayedDay, CallsAtNoCounterThatIsAway)
{
    RecordedDay day = oneCounter({served(0, 0, 100), served(110, 130, 150)});
    const auto calls = replay(day, replayRules(day, Seconds{0}, 5)).calls;
    EXPECT_EQ(calls[1]->at, second(130));
}

TEST(ReplayedDay, PutsOnlyTheServicesThatACounterGivesBeforeIt)
{
    DayBuilder builder(kSomeDay);
    builder.add(served(0, 0, 100), "PS", "1");
    builder.add(served(0, 0, 300), "NW", "2");
    builder.add(served(10, 300, 310), "NW", "2");
    builder.add(served(20, 100, 120), "PS", "1");
    const RecordedDay day = std::move(builder).build();
    const auto calls = replay(day, replayRules(day, kStrict, 5)).calls;
    EXPECT_EQ(calls[2]->at, second(300));
    EXPECT_EQ(calls[3]->at, second(100));
}

TEST(ReplayedDay, CountsPairsThatItCallsInTheRecordedOrder)
{
    const RecordedDay day = busyCounter();
    const auto pairs = pairsThatWaited(day, 5);
    OrderAgreement by0;
    addSameOrder(pairs, replay(day, replayRules(day, Seconds{0}, 5)), by0);
    EXPECT_EQ(by0.ofDifferentPriority, (Share{1, 1}));
    OrderAgreement strict;
    addSameOrder(pairs, replay(day, replayRules(day, kStrict, 5)), strict);
    EXPECT_EQ(strict.ofDifferentPriority, (Share{0, 1}));
}

TEST(ReplayedDay, WithNobodyIsEmpty)
{
    RecordedDay day;
    day.services = {"PS"};
    EXPECT_TRUE(replay(day, replayRules(day, Seconds{0}, 5)).calls.empty());
}
