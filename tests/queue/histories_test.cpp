#include <queue/order/oracle.h>
#include <queue/support/histories.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

// Seeds count up from STARQUEUE_SEED (1 when it isn't set); a failure names its own.

namespace starqueue::queue::test {
namespace {

constexpr std::uint64_t kHistories = 300;

std::uint64_t firstSeed()
{
    const char* const given = std::getenv("STARQUEUE_SEED");
    return given ? std::strtoull(given, nullptr, 10) : 1;
}

template <class Visit> void forEachSeed(Visit visit)
{
    for (std::uint64_t seed = firstSeed(); seed < firstSeed() + kHistories; ++seed)
        visit(seed);
}

/// What the oracle says of every call in turn of one history.
struct Verdict
{
    std::size_t calls = 0;
    std::size_t wrongTickets = 0;
    std::size_t brokenBounds = 0;
    std::size_t passedTooOften = 0;
    std::size_t calledByCount = 0;
    Contents contents;
};

Verdict judge(RandomDay& day, const History& history)
{
    Verdict verdict;
    PassCounts counts;
    play(day, history, [&](const State& before, const Event& event, Instant now) {
        verdict.contents.note(before, event);
        const auto* called = std::get_if<TicketCalled>(&event);
        if (!called || !isCallInTurn(*called))
            return counts.note(before, event);
        ++verdict.calls;
        verdict.calledByCount += called->why->rule == WhyRule::Passed ? 1 : 0;
        const auto objections = objectionsTo(before, *called, now, counts);
        counts.note(before, event);
        const auto count = [&](Objection kind) {
            return static_cast<std::size_t>(std::ranges::count(objections, kind));
        };
        verdict.wrongTickets += count(Objection::WrongTicket);
        verdict.brokenBounds += count(Objection::BoundBroken);
        verdict.passedTooOften += count(Objection::PassedTooOften);
    });
    return verdict;
}

TEST(Histories, CallTheSameTicketsAsAPlainComparisonDoes)
{
    std::array<std::size_t, 6> containing{};
    std::size_t calls = 0;
    std::size_t byCount = 0;
    forEachSeed([&](std::uint64_t seed) {
        const History history = historyOf(seed);
        RandomDay day = beginningOf(history);
        const Verdict verdict = judge(day, history);
        EXPECT_EQ(verdict.wrongTickets, 0U) << "STARQUEUE_SEED=" << seed;
        EXPECT_EQ(verdict.brokenBounds, 0U) << "STARQUEUE_SEED=" << seed;
        EXPECT_EQ(verdict.passedTooOften, 0U) << "STARQUEUE_SEED=" << seed;
        byCount += verdict.calledByCount;
        calls += verdict.calls;
        const Contents& has = verdict.contents;
        const std::array<bool, 6> each{has.requeue,   has.park,       has.transfer,
                                       has.statutory, has.ruleChange, has.dedicatedAlone};
        for (std::size_t i = 0; i < each.size(); ++i)
            containing[i] += each[i] ? 1 : 0;
    });
    const std::array<const char*, 6> names{"re-queue",           "park",          "transfer",
                                           "statutory priority", "a rule change", "only dedicated counters"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_GE(containing[i] * 10, kHistories) << names[i];
        RecordProperty(names[i], static_cast<int>(containing[i]));
    }
    EXPECT_GT(calls, 20 * kHistories);
    EXPECT_GT(byCount * 2, kHistories) << "calls of somebody who was passed as often as allowed";
}

/// The mistake of counting without looking at the count.
std::optional<TicketId> neverByCount(const State& state, CounterIx counter, Instant now)
{
    return whoIsNext(state, counter, now, PassCounts{});
}

TEST(Histories, GiveAwayAnOrderThatForgetsHowOftenSomebodyWasPassed)
{
    std::size_t caughtByOrder = 0;
    std::size_t caughtByCount = 0;
    forEachSeed([&](std::uint64_t seed) {
        const History history = historyOf(seed);
        RandomDay day = beginningOf(history);
        day.mistakenOrder = neverByCount;
        const Verdict verdict = judge(day, history);
        caughtByOrder += verdict.wrongTickets > 0 ? 1 : 0;
        caughtByCount += verdict.passedTooOften > 0 ? 1 : 0;
    });
    EXPECT_GE(caughtByOrder * 10, kHistories);
    EXPECT_GE(caughtByCount * 20, kHistories);
}

/// The mistake that a study's simulator made: its counter looked at the dedication before the guard.
std::optional<TicketId> dedicationFirst(const State& state, CounterIx counter, Instant now)
{
    return whoIsNext(state, counter, now, PassCounts{}, GuardFirst::No);
}

TEST(Histories, GiveAwayAnOrderThatLooksAtTheDedicationBeforeTheGuard)
{
    std::size_t caughtByOrder = 0;
    std::size_t caughtByBound = 0;
    forEachSeed([&](std::uint64_t seed) {
        const History history = historyOf(seed);
        RandomDay day = beginningOf(history);
        day.mistakenOrder = dedicationFirst;
        const Verdict verdict = judge(day, history);
        caughtByOrder += verdict.wrongTickets > 0 ? 1 : 0;
        caughtByBound += verdict.brokenBounds > 0 ? 1 : 0;
    });
    RecordProperty("caughtByOrder", static_cast<int>(caughtByOrder));
    RecordProperty("caughtByBound", static_cast<int>(caughtByBound));
    EXPECT_GE(caughtByOrder * 10, kHistories);
    EXPECT_GE(caughtByBound * 20, kHistories);
}

} // namespace
} // namespace starqueue::queue::test
