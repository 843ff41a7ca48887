#include <queue/experience/lateness.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace starqueue::queue::test {
namespace {

constexpr int kDraws = 4'000;

/// How many of kDraws counters that are overdue come within `within`; empty: how many at all.
int comingOf(Millis overdue, std::optional<Millis> within)
{
    RandomStream random(1, 1);
    int count = 0;
    for (int i = 0; i < kDraws; ++i) {
        const std::optional<Millis> rest = Lateness::rest(overdue, random);
        count += rest && *rest <= within.value_or(Millis::max()) ? 1 : 0;
    }
    return count;
}

TEST(Lateness, HallsArePunctualToAnyDegree)
{
    RandomStream random(1, 1);
    int seldom = 0;
    int mostly = 0;
    for (int hall = 0; hall < 400; ++hall) {
        const Lateness lateness(random);
        int punctual = 0;
        for (int i = 0; i < 100; ++i)
            punctual += lateness.delay(random) == Millis{0} ? 1 : 0;
        seldom += punctual < 30 ? 1 : 0;
        mostly += punctual > 65 ? 1 : 0;
    }
    EXPECT_NEAR(seldom, 126, 30);
    EXPECT_NEAR(mostly, 126, 30);
}

TEST(Lateness, RightAfterThePlannedOpeningMostComeWithinMinutes)
{
    EXPECT_GT(comingOf(Minutes{0}, Minutes{6}), kDraws * 8 / 10);
    EXPECT_GT(comingOf(Minutes{3}, Minutes{3}), kDraws * 7 / 10) << "nobody is at work for longer";
}

TEST(Lateness, WhoDidNotComeWithinMinutesComesMuchLaterOrStaysAway)
{
    const int soon = comingOf(Minutes{7}, Minutes{6});
    const int atAll = comingOf(Minutes{7}, {});
    EXPECT_LT(soon, kDraws * 3 / 10);
    EXPECT_NEAR(atAll, kDraws / 2, kDraws / 10);
    EXPECT_LT(comingOf(Minutes{30}, {}), kDraws * 4 / 10);
    EXPECT_LT(comingOf(Minutes{90}, {}), kDraws / 20);
}

/// What is left a moment after the planned opening is what was foreseen, but for those who were punctual.
TEST(Lateness, ThePlannedOpeningIsNoBreak)
{
    RandomStream random(1, 1);
    std::vector<Millis> before;
    std::vector<Millis> after;
    for (int i = 0; i < kDraws; ++i) {
        const Millis delay = Lateness(random).delay(random);
        if (delay > Millis{0})
            before.push_back(delay);
        if (const auto rest = Lateness::rest(Millis{1}, random))
            after.push_back(*rest);
    }
    for (const double share : {0.25, 0.5, 0.75}) {
        const auto at = [share](std::vector<Millis>& of) {
            std::ranges::sort(of);
            return time::inMinutes(of[static_cast<std::size_t>(share * static_cast<double>(of.size()))]);
        };
        EXPECT_NEAR(at(before), at(after), 0.15 * at(before)) << share;
    }
}

} // namespace
} // namespace starqueue::queue::test
