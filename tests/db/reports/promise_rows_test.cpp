#include <db/reports/promise_rows.h>

#include <gtest/gtest.h>

namespace starqueue::db::test {
namespace {

using namespace std::chrono_literals;

const std::chrono::sys_days kSunday{std::chrono::year{2026} / 11 / 22};
const DayRange kThatDay{Date{kSunday}, Date{kSunday + std::chrono::days{1}}};

queue::PromiseRecord record(int stars, std::chrono::minutes sinceNine, Seconds p10, Seconds p50, Seconds p90,
                            Millis waited)
{
    queue::PromiseRecord made;
    made.date = Date{kSunday};
    made.issued = {kSunday + 9h + sinceNine};
    made.service = "account";
    made.stars = stars;
    made.promise = {p10, p50, p90, queue::PromiseMethod::Simulation, 1};
    made.shown = made.promise;
    made.waited = waited;
    return made;
}

TEST(PromiseRows, JudgeWhatWasExpectedAndSayApartHowOftenTheTicketWasRight)
{
    std::vector records{record(5, 0min, 100s, 200s, 300s, 150s), record(5, 1min, 100s, 200s, 300s, 200s)};
    records[0].shown = {1000s, 2000s, 3000s};
    const auto rows = promiseRows(records, time::HallZone{}, kThatDay, {});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].coverage, 1);
    EXPECT_EQ(rows[0].shownCoverage, 0.5);
    EXPECT_EQ(rows[0].meanPromisedSeconds, 200);
}

TEST(PromiseRows, SayHowFarOffPromisesWereAndHowOftenTheRangeHeld)
{
    const std::vector records{record(0, 0min, 100s, 200s, 300s, 250s),
                              record(0, 1min, 100s, 200s, 300s, 350s),
                              record(0, 2min, 100s, 200s, 300s, 99'500ms)};
    const auto rows = promiseRows(records, time::HallZone{}, kThatDay, {});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].count, 3U);
    EXPECT_EQ(rows[0].foreseen, 3U);
    EXPECT_NEAR(rows[0].coverage, 2.0 / 3, 1e-9) << "99.5 s is 100 s to the customer";
    EXPECT_NEAR(rows[0].meanErrorSeconds, (50 + 150 + 100.5) / 3, 1e-9);
    EXPECT_EQ(rows[0].meanWidthSeconds, 200);
    EXPECT_EQ(rows[0].meanPromisedSeconds, 200);
}

TEST(PromiseRows, GoByTierAndHalfHour)
{
    const std::vector records{record(5, 40min, 0s, 60s, 120s, 60s), record(0, 0min, 0s, 60s, 120s, 60s),
                              record(0, 35min, 0s, 60s, 120s, 200s)};
    const auto rows =
        promiseRows(records, time::HallZone{}, kThatDay, {ReportKey::Tier, ReportKey::HalfHour});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].key, (RowKey{"0", "09:00"}));
    EXPECT_EQ(rows[1].key, (RowKey{"0", "09:30"}));
    EXPECT_EQ(rows[1].coverage, 0);
    EXPECT_EQ(rows[2].key, (RowKey{"5", "09:30"}));
}

TEST(PromiseRows, OfOtherDaysAreLeftOut)
{
    const std::vector records{record(0, 0min, 0s, 60s, 120s, 60s)};
    const DayRange later{kThatDay.to, Date{kSunday + std::chrono::days{3}}};
    EXPECT_TRUE(promiseRows(records, time::HallZone{}, later, {}).empty()) << "no figure without its count";
}

} // namespace
} // namespace starqueue::db::test
