#include <queue/order/oracle.h>
#include <queue/support/histories.h>

#include <queue/demand/random_stream.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <map>
#include <thread>

// Very many short histories, in which what is changed on the floor is frequent: STARQUEUE_FULL=1 plays ten
// million. STARQUEUE_SEED is the first one's seed; a failure names its own.

namespace starqueue::queue::test {
namespace {

constexpr std::uint64_t kRulesSets = 512;
constexpr int kAttempts = 32;

std::uint64_t howMany()
{
    return std::getenv("STARQUEUE_FULL") ? 10'000'000 : 20'000;
}

std::uint64_t seedToBeginWith()
{
    const char* const given = std::getenv("STARQUEUE_SEED");
    return given ? std::strtoull(given, nullptr, 10) : 1;
}

std::uint64_t below(RandomStream& random, std::uint64_t end)
{
    return random.next() % end;
}

Attempt attemptFrom(RandomStream& random)
{
    Attempt attempt;
    attempt.kind = static_cast<std::uint8_t>(below(random, 100));
    if (below(random, 4) == 0)
        attempt.kind = 74; // on the floor
    const bool takesBack = below(random, 8) == 0;
    attempt.who = static_cast<std::uint8_t>(below(random, 255));
    attempt.what = static_cast<std::uint8_t>(below(random, 255));
    attempt.seconds = static_cast<std::uint16_t>(below(random, 400));
    if (takesBack) {
        attempt.kind = 40; // at a counter
        attempt.what = 4;
    }
    return attempt;
}

/// Each ticket stands in exactly one place: in line, at a counter, or in neither.
bool isEachInOnePlace(const State& state)
{
    std::size_t waiting = 0;
    for (const Ticket& ticket : state.tickets) {
        const bool atCounter = ticket.state == TicketState::Called || ticket.state == TicketState::Serving;
        const auto places = std::ranges::count(state.counters, ticket.id, &Counter::ticket);
        if (places != (atCounter ? 1 : 0))
            return false;
        waiting += ticket.state == TicketState::Waiting ? 1 : 0;
    }
    return waiting == state.line.size();
}

/// Somebody was sent to a clerk who has taken another counter since, or left theirs.
bool hasFollowed(const State& before, const State& after)
{
    return std::ranges::any_of(before.boundClerks, [&](const auto& sent) {
        return after.boundClerks.contains(sent.first) &&
               before.find(sent.first)->boundTo != after.find(sent.first)->boundTo;
    });
}

struct Kinds
{
    std::size_t servicesSet = 0;
    std::size_t walkIns = 0;
    std::size_t postponed = 0;
    std::size_t boundCalls = 0;
    std::size_t followed = 0;
    std::size_t undone = 0;
    std::size_t stepsUndone = 0;
    std::size_t byCount = 0;

    void note(const State& before, const Event& event)
    {
        servicesSet += std::holds_alternative<CounterServicesSet>(event) ? 1 : 0;
        postponed += std::holds_alternative<TicketPostponed>(event) ? 1 : 0;
        stepsUndone += std::holds_alternative<StepUndone>(event) ? 1 : 0;
        if (const auto* back = std::get_if<TicketRequeued>(&event))
            undone += back->callUndone ? 1 : 0;
        if (const auto* called = std::get_if<TicketCalled>(&event)) {
            const Ticket* const ticket = before.find(called->ticket);
            walkIns += called->silent ? 1 : 0;
            boundCalls += ticket && ticket->boundTo != kNoCounter ? 1 : 0;
            byCount += called->why->rule == WhyRule::Passed ? 1 : 0;
        }
    }
};

/// What was wrong; empty: nothing.
std::string wrongIn(std::uint64_t seed, const std::vector<Rules>& rules, Kinds& kinds)
{
    RandomStream random{seed, 0};
    RandomDay day(rules[below(random, rules.size())]);
    day.otherRules = rules[below(random, rules.size())];
    PassCounts counts;
    for (int i = 0; i < kAttempts; ++i) {
        const State before = day.state;
        for (std::size_t at = day.make(attemptFrom(random)); at < day.history.size(); ++at) {
            const Event& event = day.history[at].second;
            const auto* called = std::get_if<TicketCalled>(&event);
            if (called && isCallInTurn(*called) && !objectionsTo(before, *called, day.now, counts).empty())
                return "the oracle objects to a call";
            if (std::holds_alternative<FairnessViolated>(event) ||
                std::holds_alternative<NumberDoubled>(event))
                return "a bound was broken, or a number given twice";
            counts.note(before, event);
            kinds.note(before, event);
        }
        kinds.followed += hasFollowed(before, day.state) ? 1 : 0;
        if (!isEachInOnePlace(day.state))
            return "a ticket is lost or in two places";
    }
    return replayed(day, 0) == day.state ? "" : "a replay differs";
}

std::vector<Rules> rulesSets()
{
    std::vector<Rules> rules;
    for (std::uint64_t seed = 0; seed < kRulesSets; ++seed)
        rules.push_back(historyOf(seed).rules);
    return rules;
}

TEST(ShortHistories, LoseNoTicketAndKeepBothBounds)
{
    const auto rules = rulesSets();
    const std::uint64_t first = seedToBeginWith();
    const std::uint64_t end = first + howMany();
    std::atomic<std::uint64_t> next = first;
    std::vector<Kinds> kinds(std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::thread> threads;
    for (Kinds& own : kinds)
        threads.emplace_back([&rules, &next, end, &own] {
            for (std::uint64_t seed = next++; seed < end; seed = next++)
                if (const std::string wrong = wrongIn(seed, rules, own); !wrong.empty())
                    ADD_FAILURE() << wrong << ": STARQUEUE_SEED=" << seed;
        });
    for (std::thread& thread : threads)
        thread.join();
    const auto sum = [&](std::size_t Kinds::*count) {
        std::size_t all = 0;
        for (const Kinds& one : kinds)
            all += one.*count;
        return all * 10'000 / (end - first); // in ten thousand histories
    };
    EXPECT_GT(sum(&Kinds::servicesSet), 2000U);
    EXPECT_GT(sum(&Kinds::walkIns), 500U);
    EXPECT_GT(sum(&Kinds::postponed), 500U);
    EXPECT_GT(sum(&Kinds::boundCalls), 100U);
    EXPECT_GT(sum(&Kinds::followed), 0U);
    EXPECT_GT(sum(&Kinds::undone), 100U);
    EXPECT_GT(sum(&Kinds::stepsUndone), 500U);
    EXPECT_GT(sum(&Kinds::byCount), 5U);
}

} // namespace
} // namespace starqueue::queue::test
