#include <queue/decide.h>
#include <queue/estimation/forward_runs.h>
#include <queue/support/played_hall.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

// What the runs of a preview converge to, against playing the changed hall through. That a preview itself is
// as good is tested with the hall's API.

namespace starqueue::queue::test {
namespace {

constexpr CounterIx kMoved{2}; ///< gives the second service, and is given both
const Instant kBegins = Instant{} + Seconds{1'800'000'000};
constexpr std::size_t kRuns = 4000;
constexpr double kPerMinute = 0.5;
constexpr double kStarShare = 0.2;
constexpr std::array<double, 2> kMeanMinutes{4, 7};

Rules twoLines()
{
    Rules rules;
    for (const auto& [stars, headStart] : {std::pair{5, 15}, {0, 0}}) {
        TierRule tier;
        tier.stars = stars;
        tier.headStart = Minutes{headStart};
        rules.tiers.push_back(tier);
    }
    for (std::uint16_t i = 0; i < 2; ++i) {
        ServiceRule service;
        service.id = std::to_string(i);
        service.prefix = prefixAt(i);
        rules.services.push_back(service);
    }
    for (const ServiceIx service : {ServiceIx{0}, ServiceIx{1}, ServiceIx{1}}) {
        CounterRule counter;
        counter.id = std::to_string(rules.counters.size() + 1);
        counter.services = {service};
        rules.counters.push_back(counter);
    }
    return rules;
}

void carryOut(State& state, const Command& command, Instant now)
{
    Events events;
    const Decision decision = decide(state, command, now, events);
    ASSERT_TRUE(decision) << decision.error().detail;
    for (const Event& event : events)
        apply(state, event, now);
}

/// The first line is long, the second short; every counter has just begun a service.
State lopsidedHall()
{
    State state;
    carryOut(state,
             OpenDay{Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}},
                     std::make_shared<const Rules>(twoLines())},
             kBegins);
    for (std::uint16_t i = 0; i < 3; ++i)
        carryOut(state, OpenCounter{{i}, std::to_string(i)}, kBegins);
    for (int i = 0; i < 14; ++i)
        carryOut(state, IssueTicket{.service = {static_cast<std::uint16_t>(i % 4 == 0 ? 1 : 0)}}, kBegins);
    for (std::uint16_t i = 0; i < 3; ++i) {
        carryOut(state, CallNext{{i}}, kBegins);
        carryOut(state, StartService{{i}}, kBegins);
    }
    return state;
}

Belief belief()
{
    Belief belief;
    for (const double mean : kMeanMinutes)
        belief.demand.services.push_back(
            {0.5, Millis{static_cast<std::int64_t>(mean * 60'000)}, 1, true, Millis{0}});
    belief.demand.tiers = {{"", kStarShare, {}}, {"", 1 - kStarShare, {}}};
    belief.arrivals.from = kBegins;
    belief.arrivals.perMinute.assign(48, kPerMinute);
    return belief;
}

double minutes(Millis span)
{
    return std::chrono::duration<double, std::ratio<60>>(span).count();
}

/// Returns the median that was said.
double expectAgreement(const State& state, ServiceIx service)
{
    ForwardRuns runs(state.rules, belief(), kRuns);
    runs.simulate(hallSnapshot(state, kBegins), 1, true);
    const auto said = runs.waitOfNewcomer(service, {1}, kNoGroup);
    const auto waits = PlayedHall(state, belief(), kBegins, 7 + service.value).waits(service, 2000);
    const auto inside = std::ranges::count_if(
        waits, [&](double wait) { return minutes(said->p10) <= wait && wait <= minutes(said->p90); });
    EXPECT_NEAR(static_cast<double>(inside) / static_cast<double>(waits.size()), 0.8, 0.03);
    EXPECT_NEAR(minutes(said->p50), waits[waits.size() / 2], 0.05 * waits[waits.size() / 2] + 0.2);
    return minutes(said->p50);
}

} // namespace

TEST(ServicesPreview, SaysWhatPlayingTheChangedHallGives)
{
    const State before = lopsidedHall();
    State after = before;
    carryOut(after, SetCounterServices{kMoved, {{0}, {1}}}, kBegins);
    const double longLine = expectAgreement(before, {0});
    const double shortLine = expectAgreement(before, {1});
    EXPECT_LT(expectAgreement(after, {0}), longLine * 0.75) << "it is helped";
    EXPECT_GT(expectAgreement(after, {1}), shortLine) << "at some cost";
}

} // namespace starqueue::queue::test
