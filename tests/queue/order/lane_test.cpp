#include <queue/state/lane.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace starqueue::queue::test {
namespace {

Place placeAt(int time, std::uint64_t id)
{
    return {Instant{} + Millis{time}, TicketId{id}};
}

std::vector<Place> contentOf(const Lane& lane)
{
    std::vector<Place> places;
    lane.fromOldest([&](const Place& place) { return places.push_back(place), true; });
    return places;
}

/// Joins and leaves at random, with long runs of either, against a sorted vector.
RC_GTEST_PROP(Lane, HoldsWhatASortedListHolds, (unsigned seed))
{
    std::mt19937 random(seed);
    Lane lane{LaneKey{}};
    std::vector<Place> plain;
    for (std::uint64_t step = 1; step < 4000; ++step) {
        const bool grows = (step / 700) % 2 == 0;
        if (plain.empty() || (random() % 10 < 8) == grows) {
            const int time = random() % 4 == 0 ? static_cast<int>(random() % 4000) : static_cast<int>(step);
            const Place place = placeAt(time, step);
            lane.join(place);
            plain.insert(std::ranges::lower_bound(plain, place), place);
        } else {
            const std::size_t at = random() % 2 == 0 ? 0 : random() % plain.size();
            lane.leave(plain[at]);
            plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(at));
        }
        RC_ASSERT(lane.size() == plain.size());
        RC_ASSERT(plain.empty() || lane.head() == plain.front());
    }
    RC_ASSERT(contentOf(lane) == plain);
    for (int i = 0; i < 50; ++i) {
        const Place any = placeAt(static_cast<int>(random() % 4500), random() % 4500);
        const auto before = std::ranges::lower_bound(plain, any) - plain.begin();
        RC_ASSERT(lane.countBefore(any) == static_cast<std::size_t>(before));
    }
}

RC_GTEST_PROP(Lane, KeepsWhoIsDueInOrderUntilTheyLeave, (unsigned seed))
{
    std::mt19937 random(seed);
    Lane lane{LaneKey{}};
    std::vector<Place> waiting;
    std::vector<Place> due;
    for (std::uint64_t step = 1; step < 2000; ++step) {
        const auto dice = random() % 10;
        if (waiting.empty() || dice < 5) {
            waiting.push_back(placeAt(static_cast<int>(random() % 1000), step));
            lane.join(waiting.back());
            continue;
        }
        const Place one = waiting[random() % waiting.size()];
        std::erase(due, one);
        if (dice < 8) {
            lane.beginDue(one);
            due.insert(std::ranges::lower_bound(due, one), one);
        } else if (dice < 9) {
            lane.endDue(one);
        } else {
            lane.leave(one);
            std::erase(waiting, one);
        }
        RC_ASSERT(std::ranges::equal(lane.due(), due));
    }
}

TEST(Lane, LeavingWithAPlaceThatNeverJoinedChangesNothing)
{
    Lane lane{LaneKey{}};
    lane.leave(placeAt(1, 1));
    lane.join(placeAt(5, 1));
    lane.join(placeAt(7, 2));
    lane.leave(placeAt(6, 1));
    lane.leave(placeAt(9, 9));
    EXPECT_EQ(lane.size(), 2U);
}

TEST(Lane, StopsWhereTheVisitorSaysSo)
{
    Lane lane{LaneKey{}};
    for (int i = 0; i < 2000; ++i)
        lane.join(placeAt(i, 1));
    int visited = 0;
    lane.fromOldest([&](const Place&) { return ++visited < 1500; });
    EXPECT_EQ(visited, 1500);
}

} // namespace
} // namespace starqueue::queue::test
