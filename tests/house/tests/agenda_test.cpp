#include <house/kernel/agenda.h>

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

using namespace starqueue::house;
using namespace std::chrono_literals;
using testing::ElementsAre;

namespace {

/// The order in which ten entries of one instant are carried out.
std::vector<int> orderOfOneInstant(std::uint64_t seed)
{
    VirtualClock clock;
    Agenda agenda{clock, Random{seed}};
    std::vector<int> order;
    for (int i = 0; i < 10; ++i)
        agenda.after(1s, [&order, i] { order.push_back(i); });
    agenda.runUntil(agenda.now() + 1s);
    return order;
}

} // namespace

TEST(Agenda, EntriesComeInTheOrderOfTheirTimeWhateverTheOrderTheyWereEnteredIn)
{
    VirtualClock clock;
    Agenda agenda{clock, Random{1}};
    std::vector<int> order;
    agenda.after(3s, [&] { order.push_back(3); });
    agenda.after(1ns, [&] { order.push_back(1); });
    agenda.after(2s, [&] { order.push_back(2); });
    agenda.runUntil(agenda.now() + 2s);
    EXPECT_THAT(order, ElementsAre(1, 2));
    EXPECT_EQ(clock.sinceStart(), 2s);
}

TEST(Agenda, WhatIsDueAtOnceComesInAnOrderOfTheSeed)
{
    EXPECT_EQ(orderOfOneInstant(7), orderOfOneInstant(7));
    std::set<std::vector<int>> orders;
    for (std::uint64_t seed = 0; seed < 20; ++seed)
        orders.insert(orderOfOneInstant(seed));
    EXPECT_GT(orders.size(), 15U);
}

TEST(Agenda, ACancelledEntryIsNotCarriedOutThoughItsInstantHasCome)
{
    VirtualClock clock;
    Agenda agenda{clock, Random{1}};
    int count = 0;
    Agenda::Entry second;
    agenda.after(1s, [&] { agenda.cancel(second); });
    second = agenda.after(1s + 1ns, [&] { ++count; });
    agenda.runUntil(agenda.now() + 2s);
    EXPECT_EQ(count, 0);
}

TEST(Agenda, ACancelledEntryGivesUpItsTaskAtOnce)
{
    VirtualClock clock;
    Agenda agenda{clock, Random{1}};
    const auto held = std::make_shared<int>(0);
    const auto entry = agenda.after(1s, [held] {});
    agenda.after(2s, [] {});
    agenda.cancel(entry);
    EXPECT_EQ(held.use_count(), 1);
    agenda.cancel(entry);
    agenda.runUntil(agenda.now() + 3s);
    EXPECT_EQ(agenda.steps(), 1U);
}

TEST(Agenda, AnEntryThatIsOverCancelsNoneThatCameAfterIt)
{
    VirtualClock clock;
    Agenda agenda{clock, Random{1}};
    const auto over = agenda.after(1s, [] {});
    agenda.runUntil(agenda.now() + 1s);
    int count = 0;
    agenda.after(1s, [&] { ++count; });
    agenda.cancel(over);
    agenda.cancel({});
    agenda.runUntil(agenda.now() + 1s);
    EXPECT_EQ(count, 1);
}

TEST(Agenda, EntriesThatComeAndAreCancelledAtRandomKeepTheirOrder)
{
    VirtualClock clock;
    Agenda agenda{clock, Random{1}};
    Random random{7};
    std::map<Agenda::Entry, int> expected;
    std::vector<int> order;
    std::vector<Agenda::Entry> all;
    for (int i = 0; i < 2000; ++i) {
        const auto entry =
            agenda.after(std::chrono::nanoseconds{random.below(500)}, [&order, i] { order.push_back(i); });
        expected.emplace(entry, i);
        all.push_back(entry);
        if (random.chance(0.5)) {
            const auto& gone = all[random.below(all.size())];
            agenda.cancel(gone);
            expected.erase(gone);
        }
    }
    agenda.runUntil(agenda.now() + 1s);
    std::vector<int> inOrder;
    for (const auto& [entry, i] : expected)
        inOrder.push_back(i);
    EXPECT_EQ(order, inOrder);
    EXPECT_TRUE(agenda.isEmpty());
}

TEST(Random, AStreamDependsOnItsNameAndNotOnWhatOthersDrew)
{
    Random house{5};
    const auto first = house.stream("paper")();
    (void)house();
    (void)house.stream("cables")();
    EXPECT_EQ(house.stream("paper")(), first);
    EXPECT_NE(house.stream("cables")(), first);
    EXPECT_NE(Random{6}.stream("paper")(), first);
}

TEST(Random, NumbersStayWithinTheirBounds)
{
    Random random{3};
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(random.between(-2, 2));
    EXPECT_THAT(seen, ElementsAre(-2, -1, 0, 1, 2));
}
