#include <queue/support/simulated_weeks.h>

#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <string>

namespace starqueue::queue::test {
namespace {

/// Counts of those to whom a wait was promised.
struct Coverage
{
    int all = 0;
    int inside = 0;
    int later = 0; ///< called after the range

    void add(const PromiseKept& kept)
    {
        ++all;
        inside += kept.isInside() ? 1 : 0;
        later += !kept.waited || *kept.waited > kept.promise.p90 + Seconds{1} ? 1 : 0;
    }
    [[nodiscard]] double share() const { return all > 0 ? static_cast<double>(inside) / all : 0; }
};

struct Weeks
{
    Coverage overall;
    std::map<IssuedWhen, Coverage> parts;
    int unknown = 0;
    int atOnce = 0;

    explicit Weeks(const WeeksOptions& options)
    {
        SimulatedWeeks weeks(options);
        weeks.run();
        for (const PromiseKept& kept : weeks.outcomes())
            add(kept);
    }

    void add(const PromiseKept& kept)
    {
        if (kept.service == kOrphan) {
            EXPECT_EQ(kept.promise.method, PromiseMethod::Unknown) << "nobody gives that service";
            return;
        }
        if (kept.promise.method == PromiseMethod::Unknown) {
            ++unknown;
        } else if (kept.promise.p90 == Seconds{0}) {
            ++atOnce;
            EXPECT_TRUE(kept.aCounterWasFree) << "at once needs a free counter";
        } else {
            overall.add(kept);
            parts[kept.when].add(kept);
        }
    }
    [[nodiscard]] std::string text() const
    {
        std::string said = "all " + shareOf(overall);
        const char* const names[]{"before opening", "lunch", "behind a pause", "otherwise"};
        for (const auto& [when, coverage] : parts)
            said += std::string(", ") + names[static_cast<int>(when)] + " " + shareOf(coverage);
        return said + ", unknown " + std::to_string(unknown) + ", at once " + std::to_string(atOnce);
    }
    static std::string shareOf(const Coverage& coverage)
    {
        return std::to_string(100 * coverage.share()).substr(0, 4) + " % of " + std::to_string(coverage.all) +
               " (" + std::to_string(100.0 * coverage.later / coverage.all).substr(0, 4) + " % later)";
    }
};

/// 78 to 82 of 100 hold, over all to whom a wait was promised.
void expectEightInTen(const WeeksOptions& options)
{
    const Weeks weeks(options);
    EXPECT_GE(weeks.overall.share(), 0.78);
    EXPECT_LE(weeks.overall.share(), 0.82);
    EXPECT_GT(weeks.parts.at(IssuedWhen::BeforeOpening).all, 300);
    EXPECT_GT(weeks.parts.at(IssuedWhen::BehindPause).all, 30);
    std::cout << weeks.text() << '\n';
}

TEST(OpeningWeeks, ByHabitEightInTenPromisesHold)
{
    expectEightInTen({.habit = true, .plan = false});
}

TEST(OpeningWeeks, ByAPlanAloneEightInTenPromisesHold)
{
    expectEightInTen({.habit = false, .plan = true});
}

TEST(OpeningWeeks, ByBothEightInTenPromisesHold)
{
    expectEightInTen({.habit = true, .plan = true});
}

TEST(OpeningWeeks, WithoutEitherNobodyIsPromisedAnythingBeforeACounterOpens)
{
    SimulatedWeeks weeks({.habit = false, .plan = false, .weeks = 1, .learning = 0});
    weeks.run();
    std::size_t early = 0;
    for (const PromiseKept& kept : weeks.outcomes()) {
        const bool isOpen = kept.when == IssuedWhen::Otherwise || kept.when == IssuedWhen::Lunch;
        early += kept.when == IssuedWhen::BeforeOpening ? 1 : 0;
        if (!isOpen) {
            EXPECT_EQ(kept.promise.method, PromiseMethod::Unknown);
        }
    }
    EXPECT_GT(early, 10U);
}

} // namespace
} // namespace starqueue::queue::test
