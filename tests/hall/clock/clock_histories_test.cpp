// Random histories of a machine's clock: see ClockHistory for what may happen and what must hold.
// STARQUEUE_FULL=1 (./test.sh --full) runs all million; STARQUEUE_SEED=n runs that one.
#include <hall/clock/clock_history.h>

#include <gtest/gtest.h>

#include <cstdlib>

namespace starqueue::hall::test {

namespace {

constexpr std::uint64_t kFull = 1'000'000;
constexpr std::uint64_t kShort = kFull / 100;

} // namespace

TEST(ClockHistories, EndNobodysTicketKeepTheOrderAndLeadToTheRightDate)
{
    if (const char* const seed = std::getenv("STARQUEUE_SEED")) {
        EXPECT_EQ(ClockHistory(std::strtoull(seed, nullptr, 10)).run(), "");
        return;
    }
    const std::uint64_t histories = std::getenv("STARQUEUE_FULL") ? kFull : kShort;
    std::set<std::string_view> seen;
    for (std::uint64_t seed = 1; seed <= histories; ++seed) {
        ClockHistory history(seed);
        ASSERT_EQ(history.run(), "");
        seen.insert(history.seen().begin(), history.seen().end());
    }
    for (const char* rare : {"day_corrected", "ticket_unserved", "service_finished", "before_build",
                             "before_last", "too_far_ahead", "many_days", "stepped", "not_synchronised"})
        EXPECT_TRUE(seen.contains(rare)) << rare << " never happened";
}

} // namespace starqueue::hall::test
