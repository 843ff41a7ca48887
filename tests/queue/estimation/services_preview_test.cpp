#include <queue/decide.h>
#include <queue/estimation/forward_runs.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

// What a change of a counter's services is said to do to each line, against playing the changed hall through
// with every step a command, drawn by other means than the estimate's.

namespace starqueue::queue::test {
namespace {

constexpr CounterIx kMoved{2}; ///< gives the second service, and is given both
const Instant kBegins = Instant{} + Seconds{1'800'000'000};
/// A preview makes 200 runs, whose tenths are off by a thirtieth of all; what it converges to is tested here.
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

/// The hall played through from `state` until a newcomer of `service` is called.
class PlayedOn
{
public:
    PlayedOn(const State& state, std::mt19937_64& random) : m_state(state), m_random(random)
    {
        for (std::size_t i = 0; i < m_free.size(); ++i)
            m_free[i] = kBegins + timeOf(m_state.ticketAt({static_cast<std::uint16_t>(i)})->service);
    }

    double minutesUntilCalled(ServiceIx service)
    {
        carryOut(m_state, IssueTicket{.service = service}, m_now);
        const TicketId newcomer = m_state.lastTicket;
        Instant arrival = m_now + gap();
        while (m_state.find(newcomer)->state == TicketState::Waiting) {
            const auto soonest = std::ranges::min_element(m_free);
            m_now = std::min(*soonest, arrival);
            if (m_now == arrival) {
                arrive();
                arrival = m_now + gap();
            } else {
                goOn({static_cast<std::uint16_t>(soonest - m_free.begin())});
            }
        }
        return std::chrono::duration<double, std::ratio<60>>(m_now - kBegins).count();
    }

private:
    Millis exponential(double meanMinutes)
    {
        return Millis{
            static_cast<std::int64_t>(std::exponential_distribution{1 / meanMinutes}(m_random)*60'000)};
    }
    Millis timeOf(ServiceIx service) { return exponential(kMeanMinutes.at(service.value)); }
    Millis gap() { return exponential(1 / kPerMinute); }

    void arrive()
    {
        const bool hasStars = std::bernoulli_distribution{kStarShare}(m_random);
        const auto service = static_cast<std::uint16_t>(m_random() % 2);
        carryOut(m_state, IssueTicket{.service = {service}, .stars = hasStars ? 5 : 0}, m_now);
        for (std::uint16_t i = 0; i < m_free.size(); ++i)
            if (m_free[i] == Instant::max())
                callAt({i});
    }
    void goOn(CounterIx counter)
    {
        carryOut(m_state, FinishService{counter, "none"}, m_now);
        callAt(counter);
    }
    void callAt(CounterIx counter)
    {
        if (m_state.line.waitingFor(counter) > 0)
            carryOut(m_state, CallNext{counter}, m_now);
        const Ticket* const called = m_state.ticketAt(counter);
        m_free[counter.value] = called ? m_now + timeOf(called->service) : Instant::max();
        if (called)
            carryOut(m_state, StartService{counter}, m_now);
    }

    State m_state;
    std::mt19937_64& m_random;
    Instant m_now = kBegins;
    std::array<Instant, 3> m_free{};
};

/// Of a newcomer without stars, in minutes.
std::vector<double> playedWaits(const State& state, ServiceIx service)
{
    std::mt19937_64 random(7 + service.value);
    std::vector<double> waits;
    for (int i = 0; i < 2000; ++i)
        waits.push_back(PlayedOn(state, random).minutesUntilCalled(service));
    std::ranges::sort(waits);
    return waits;
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
    const auto waits = playedWaits(state, service);
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
