#include <queue/support/simulated_weeks.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

namespace starqueue::queue::test {
namespace {

/// Counts of those to whom a wait was promised.
class Coverage
{
public:
    void add(std::uint64_t seed, const PromiseKept& kept)
    {
        Day& day = m_days[{seed, kept.date}];
        day.all += 1;
        day.inside += kept.isInside() ? 1 : 0;
        m_later += !kept.waited || std::chrono::floor<Seconds>(*kept.waited) > kept.promise.p90 ? 1 : 0;
    }
    [[nodiscard]] double all() const { return sum(&Day::all); }
    [[nodiscard]] double share() const { return sum(&Day::inside) / std::max(1.0, all()); }
    [[nodiscard]] double laterShare() const { return m_later / std::max(1.0, all()); }
    /// Standard error of share(). Those of one day share its luck, so that days are what is independent.
    [[nodiscard]] double error() const
    {
        const double share = this->share();
        double squares = 0;
        for (const auto& [date, day] : m_days)
            squares += std::pow(day.inside - share * day.all, 2);
        return std::sqrt(squares) / std::max(1.0, all());
    }

private:
    struct Day
    {
        double all = 0;
        double inside = 0;
    };
    [[nodiscard]] double sum(double Day::*of) const
    {
        double sum = 0;
        for (const auto& [date, day] : m_days)
            sum += day.*of;
        return sum;
    }

    std::map<std::pair<std::uint64_t, std::chrono::sys_days>, Day> m_days; ///< by seed and date
    double m_later = 0;                                                    ///< called after the range
};

std::vector<std::uint64_t> seedsFrom(std::uint64_t first, std::size_t count)
{
    std::vector<std::uint64_t> seeds(count);
    std::iota(seeds.begin(), seeds.end(), first);
    return seeds;
}

/// Several histories, taken together.
struct Weeks
{
    Coverage overall;
    std::map<IssuedWhen, Coverage> parts;
    Coverage fewerThanPlanned; ///< from the first opening on; whether the rest are late can't be known
    Coverage firstMinutes;     ///< of those, until 9:04
    int unknown = 0;
    int atOnce = 0;

    explicit Weeks(WeeksOptions options, const std::vector<std::uint64_t>& seeds = usualSeeds())
    {
        for (const std::uint64_t seed : seeds) {
            options.seed = seed;
            SimulatedWeeks weeks(options);
            weeks.run();
            for (const PromiseKept& kept : weeks.outcomes())
                add(seed, kept);
        }
    }

    void add(std::uint64_t seed, const PromiseKept& kept)
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
            EXPECT_FALSE(kept.aCounterWasFree) << "it calls at once";
            overall.add(seed, kept);
            parts[kept.when].add(seed, kept);
            if (kept.when != IssuedWhen::LateOpening && kept.when != IssuedWhen::OneStaysAway)
                return;
            fewerThanPlanned.add(seed, kept);
            if (kept.sinceMidnight < Minutes{9 * 60 + 4})
                firstMinutes.add(seed, kept);
        }
    }
    [[nodiscard]] std::string text() const
    {
        std::string said = "all " + shareOf(overall);
        for (const auto& [when, coverage] : parts)
            said += ", " + nameOf(when) + " " + shareOf(coverage);
        said += ", fewer than planned " + shareOf(fewerThanPlanned) + ", of those in the first minutes " +
                shareOf(firstMinutes);
        return said + ", unknown " + std::to_string(unknown) + ", at once " + std::to_string(atOnce);
    }
    static std::string nameOf(IssuedWhen when)
    {
        const char* const names[]{"before opening", "after a late opening", "while one stays away",
                                  "lunch",          "behind a pause",       "otherwise"};
        return names[static_cast<int>(when)];
    }
    static std::string shareOf(const Coverage& coverage)
    {
        std::ostringstream said;
        said << std::fixed << std::setprecision(1) << 100 * coverage.share() << " ± "
             << 100 * coverage.error() << " % of " << std::setprecision(0) << coverage.all() << " ("
             << std::setprecision(1) << 100 * coverage.laterShare() << " % later)";
        return said.str();
    }

private:
    /// One, or with STARQUEUE_FULL=1 (./test.sh --full) four, or that of STARQUEUE_SEED. The rules were
    /// chosen on 1 and 2, and tried on the others.
    static std::vector<std::uint64_t> usualSeeds()
    {
        if (const char* const seed = std::getenv("STARQUEUE_SEED"))
            return {std::stoull(seed)};
        return std::getenv("STARQUEUE_FULL") ? std::vector<std::uint64_t>{1, 21, 22, 23}
                                             : std::vector<std::uint64_t>{1};
    }
};

/// 78 to 82 of 100 hold, but for what chance does to as many: so many standard errors.
void expectEightInTen(const Coverage& coverage, const std::string& of, double errors)
{
    const double chance = errors * coverage.error();
    EXPECT_GE(coverage.share(), 0.78 - chance) << of;
    EXPECT_LE(coverage.share(), 0.82 + chance) << of;
}

/// Over all to whom a wait was promised, and over each part.
void expectEightInTen(const WeeksOptions& options)
{
    const Weeks weeks(options);
    std::cout << weeks.text() << '\n';
    EXPECT_GE(weeks.overall.share(), 0.78);
    EXPECT_LE(weeks.overall.share(), 0.82);
    for (const auto& [when, coverage] : weeks.parts)
        expectEightInTen(coverage, Weeks::nameOf(when), 2);
    EXPECT_LT(weeks.parts.at(IssuedWhen::Lunch).error(), 0.035) << "or this says little";
    EXPECT_LT(weeks.parts.at(IssuedWhen::Otherwise).error(), 0.015);
    EXPECT_GT(weeks.parts.at(IssuedWhen::BeforeOpening).all(), 300);
    EXPECT_GT(weeks.parts.at(IssuedWhen::LateOpening).all(), 300);
    EXPECT_GT(weeks.parts.at(IssuedWhen::BehindPause).all(), 30);
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

/// The mornings of eight histories by a plan, from STARQUEUE_SEED on; nothing was chosen on 51 to 58.
Weeks mornings(ClerksCome clerks, bool habit)
{
    const WeeksOptions options{.habit = habit, .plan = true, .clerks = clerks, .mornings = true};
    const char* const first = std::getenv("STARQUEUE_SEED");
    Weeks weeks(options, seedsFrom(first ? std::stoull(first) : 51, 8));
    std::cout << weeks.text() << '\n';
    return weeks;
}

TEST(OpeningWeeks, ByAPlanAloneOpeningsAreForeseen)
{
    const Weeks weeks = mornings(ClerksCome::Usually, false);
    const Coverage& before = weeks.parts.at(IssuedWhen::BeforeOpening);
    EXPECT_LT(before.error(), 0.012) << "or this says little";
    EXPECT_LT(weeks.fewerThanPlanned.error(), 0.012);
    expectEightInTen(before, "before opening", 3);
    expectEightInTen(weeks.fewerThanPlanned, "fewer than planned", 3);
    expectEightInTen(weeks.firstMinutes, "in the first minutes", 3);
    expectEightInTen(weeks.parts.at(IssuedWhen::LateOpening), "after a late opening", 3);
}

/// What clerks are like can't be told from a plan. Once it has begun that matters less.
TEST(OpeningWeeks, ByAPlanAloneLateOpeningsAreForeseenWhateverTheClerksAreLike)
{
    if (!std::getenv("STARQUEUE_FULL"))
        GTEST_SKIP() << "in ./test.sh --full";
    for (const ClerksCome clerks : {ClerksCome::Late, ClerksCome::Seldom})
        expectEightInTen(mornings(clerks, false).fewerThanPlanned, "fewer than planned", 3);
    EXPECT_GE(mornings(ClerksCome::Punctually, false).parts.at(IssuedWhen::BeforeOpening).share(), 0.78);
}

/// Past days tell.
TEST(OpeningWeeks, ByBothOpeningsAreForeseenWhateverTheClerksAreLike)
{
    if (!std::getenv("STARQUEUE_FULL"))
        GTEST_SKIP() << "in ./test.sh --full";
    for (const ClerksCome clerks : {ClerksCome::Late, ClerksCome::Seldom}) {
        const Weeks weeks = mornings(clerks, true);
        expectEightInTen(weeks.parts.at(IssuedWhen::BeforeOpening), "before opening", 3);
        expectEightInTen(weeks.fewerThanPlanned, "fewer than planned", 3);
    }
    EXPECT_GE(mornings(ClerksCome::Punctually, true).parts.at(IssuedWhen::BeforeOpening).share(), 0.78);
}

TEST(OpeningWeeks, WithoutEitherNobodyIsPromisedAnythingBeforeACounterOpens)
{
    SimulatedWeeks weeks({.habit = false, .plan = false, .weeks = 1, .learning = 0});
    weeks.run();
    std::size_t early = 0;
    for (const PromiseKept& kept : weeks.outcomes()) {
        early += kept.when == IssuedWhen::BeforeOpening ? 1 : 0;
        if (!kept.aCounterWasOpen) {
            EXPECT_EQ(kept.promise.method, PromiseMethod::Unknown);
        }
    }
    EXPECT_GT(early, 10U);
}

} // namespace
} // namespace starqueue::queue::test
