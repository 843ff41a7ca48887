#include <queue/replay/day_by_hand.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::queue;
using namespace starqueue::queue::test;

namespace {

RecordedDay built(const std::vector<std::tuple<RecordedCustomer, std::string, std::string>>& customers)
{
    DayBuilder builder(kSomeDay);
    for (const auto& [customer, service, counter] : customers)
        builder.add(customer, service, counter);
    return std::move(builder).build();
}

std::vector<std::pair<int, int>> presencesOf(const RecordedDay& day, const std::string& counter)
{
    std::vector<std::pair<int, int>> spans;
    const auto sinceOpening = [](Instant at) {
        return static_cast<int>(std::chrono::duration_cast<Seconds>(at - kOpening).count());
    };
    for (const Presence& presence : day.presences)
        if (day.counters[presence.counter.value].id == counter)
            spans.emplace_back(sinceOpening(presence.from), sinceOpening(presence.until));
    return spans;
}

using Spans = std::vector<std::pair<int, int>>;

} // namespace

TEST(DerivedPresence, LastsBetweenTwoServicesWhileNobodyWaits)
{
    const RecordedDay day = built({{served(0, 0, 60), "PS", "1"}, {served(100, 100, 160), "PS", "1"}});
    EXPECT_EQ(presencesOf(day, "1"), (Spans{{0, 160}}));
}

TEST(DerivedPresence, EndsWhereSomebodyWaitsWhomTheCounterMayServe)
{
    const RecordedDay day = built({{served(0, 0, 60), "PS", "1"}, {served(50, 100, 160), "PS", "1"}});
    EXPECT_EQ(presencesOf(day, "1"), (Spans{{0, 60}, {100, 160}}));
}

TEST(DerivedPresence, EndsAlsoForWhoGaveUpInTheEnd)
{
    const RecordedDay day = built(
        {{served(0, 0, 60), "PS", "1"}, {gaveUp(70, 90), "PS", ""}, {served(100, 100, 160), "PS", "1"}});
    EXPECT_EQ(presencesOf(day, "1"), (Spans{{0, 60}, {100, 160}}));
}

TEST(DerivedPresence, IsNotDisturbedByWhoWaitsForAServiceThatTheCounterDoesNotGive)
{
    const RecordedDay day = built(
        {{served(0, 0, 60), "PS", "1"}, {served(10, 90, 95), "NW", "2"}, {served(100, 100, 160), "PS", "1"}});
    EXPECT_EQ(presencesOf(day, "1"), (Spans{{0, 160}}));
    EXPECT_EQ(presencesOf(day, "2"), (Spans{{90, 95}}));
}

TEST(DerivedPresence, CutsAServiceShortAtTheCountersNextCall)
{
    const RecordedDay day = built({{served(0, 0, 62), "PS", "1"}, {served(1, 60, 90), "PS", "1"}});
    EXPECT_EQ(day.customers[0].serves, Seconds{60});
    EXPECT_EQ(presencesOf(day, "1"), (Spans{{0, 90}}));
}

TEST(DayBuilder, SeatsUnknownCountersAtAsManyAsWereNeededAtOnce)
{
    const RecordedDay day =
        built({{served(0, 0, 60), "PS", ""}, {served(10, 10, 30), "PS", ""}, {served(40, 40, 50), "PS", ""}});
    ASSERT_EQ(day.counters.size(), 2U);
    EXPECT_EQ(day.counters[0].id, "?1");
    EXPECT_EQ(day.customers[2].counter, CounterIx{1});
}

TEST(DayBuilder, PutsCustomersInTheOrderOfTheirComing)
{
    const RecordedDay day = built({{served(50, 60, 70), "PS", "1"}, {served(10, 20, 30), "NW", "1"}});
    EXPECT_EQ(day.customers[0].arrives, second(10));
    EXPECT_EQ(day.services, (std::vector<std::string>{"PS", "NW"}));
    EXPECT_EQ(day.counters[0].services, (std::vector<ServiceIx>{{0}, {1}}));
}
