// The cost of a forecast: 200 runs of the real rules from one snapshot, without and with what is known of
// openings, against the same number of calls in a
// minimal hall (one line, no rules).

#include <queue/decide.h>
#include <queue/demand/customer_source.h>
#include <queue/estimation/forward_runs.h>
#include <queue/experience/experience.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <memory>

namespace {

using namespace starqueue;
using namespace starqueue::queue;

constexpr std::size_t kRuns = 200;
constexpr int kCounters = 6;
const Instant kOpens = Instant{} + Seconds{1'800'000'000};

Rules rules()
{
    Rules rules;
    for (const auto& [stars, headStart] : {std::pair{6, 20}, {5, 15}, {4, 8}, {0, 0}}) {
        TierRule tier;
        tier.stars = stars;
        tier.headStart = Minutes{headStart};
        rules.tiers.push_back(tier);
    }
    for (std::uint16_t i = 0; i < 5; ++i) {
        ServiceRule service;
        service.id = std::to_string(i);
        service.prefix = std::string(1, static_cast<char>('A' + i));
        rules.services.push_back(service);
    }
    for (int i = 0; i < kCounters; ++i) {
        CounterRule counter;
        counter.id = std::to_string(i + 1);
        for (std::uint16_t service = 0; service < 5; ++service)
            counter.services.push_back({service});
        rules.counters.push_back(counter);
    }
    rules.counters.back().dedicatedToStars = 5;
    return rules;
}

Demand demand()
{
    Demand demand;
    const std::array shares{0.30, 0.25, 0.25, 0.12, 0.08};
    const std::array means{3, 4, 6, 8, 12};
    for (std::size_t i = 0; i < shares.size(); ++i)
        demand.services.push_back({shares[i], Minutes{means[i]}, 0.7, false, Millis{19'800}});
    for (const double share : {0.02, 0.08, 0.20, 0.70})
        demand.tiers.push_back({"", share, {}});
    demand.noShowShare = 0.04;
    return demand;
}

/// A hall full of the simulated day's customers, who arrived in the last minutes; every counter is busy.
struct WaitingHall
{
    State state;
    Instant now = kOpens;
    Belief belief{demand(), {}, {}};

    explicit WaitingHall(std::int64_t waiting)
    {
        tell(OpenDay{Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{2}},
                     std::make_shared<const Rules>(rules())});
        DrawnCustomers customers(belief.demand, *state.rules, kOpens, {}, 1, 1);
        for (std::uint16_t i = 0; i < kCounters; ++i)
            tell(OpenCounter{CounterIx{i}, std::to_string(i)});
        for (std::int64_t i = 0; i < waiting + kCounters; ++i) {
            const SimulatedCustomer customer = *customers.next();
            IssueTicket issue;
            issue.service = customer.wants;
            issue.stars = customer.stars;
            tell(issue);
            now += Seconds{20};
            if (i < kCounters)
                tell(CallNext{CounterIx{static_cast<std::uint16_t>(i)}});
        }
        belief.arrivals.from = kOpens;
        belief.arrivals.perMinute.assign(48, 1.04);
        belief.arrivals.factorSd = 0.08;
    }

    void tell(const Command& command)
    {
        Events events;
        if (!decide(state, command, now, events))
            std::abort();
        for (const Event& event : events)
            apply(state, event, now);
    }
};

void refreshEverybody(benchmark::State& state)
{
    const WaitingHall hall(state.range(0));
    ForwardRuns runs(hall.state.rules, hall.belief, kRuns);
    std::uint64_t seed = 0;
    for (auto _ : state) {
        const HallSnapshot now = hallSnapshot(hall.state, hall.now);
        runs.simulate(now, ++seed, true);
        benchmark::DoNotOptimize(runs.all());
    }
}

/// Eight weeks in which every counter came, had lunch, paused twice and went.
Experience eightWeeks()
{
    Experience experience;
    for (int day = 0; day < 56; ++day) {
        const Date date{std::chrono::sys_days{std::chrono::year{2026} / 9 / 1} + std::chrono::days{day}};
        for (int i = 0; i < kCounters; ++i) {
            const std::array minutes{540 + day % 7, 620 + 7 * i, 626 + 7 * i, 720 + day % 5,
                                     765 + day % 4, 900 + 9 * i, 908 + 9 * i, 1020 + i};
            for (std::size_t change = 0; change < minutes.size(); ++change)
                experience.counterChanged(date, Minutes{minutes.at(change)}, std::to_string(i + 1),
                                          change % 2 == 0 ? CounterState::Open : CounterState::Paused);
        }
    }
    return experience;
}

Openings openingsOf(const Experience& experience, const WaitingHall& hall, std::uint64_t seed)
{
    PresentHall present{*hall.state.rules, *hall.state.date, Minutes{700}, hall.now, {}, {}};
    for (std::uint16_t i = 0; i < kCounters; ++i)
        present.open.push_back(CounterIx{i});
    return experience.openings(present, seed);
}

void refreshWithOpenings(benchmark::State& state)
{
    const WaitingHall hall(state.range(0));
    const Experience experience = eightWeeks();
    ForwardRuns runs(hall.state.rules, hall.belief, kRuns);
    std::uint64_t seed = 0;
    for (auto _ : state) {
        const HallSnapshot now = hallSnapshot(hall.state, hall.now);
        runs.expect(hall.belief.arrivals, {}, openingsOf(experience, hall, ++seed));
        runs.simulate(now, seed, true);
        benchmark::DoNotOptimize(runs.all());
    }
}

void drawOpenings(benchmark::State& state)
{
    const WaitingHall hall(state.range(0));
    const Experience experience = eightWeeks();
    std::uint64_t seed = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(openingsOf(experience, hall, ++seed));
}

void snapshot(benchmark::State& state)
{
    const WaitingHall hall(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(hallSnapshot(hall.state, hall.now));
}

void oneNewTicket(benchmark::State& state)
{
    const WaitingHall hall(state.range(0));
    ForwardRuns runs(hall.state.rules, hall.belief, kRuns);
    const HallSnapshot now = hallSnapshot(hall.state, hall.now);
    std::uint64_t seed = 0;
    for (auto _ : state)
        runs.simulateUntilCalled(now, hall.state.lastTicket, ++seed);
}

/// The reference: the same calls at the same number of counters, first come first served.
void barestHall(benchmark::State& state)
{
    const TimeTable times(demand().services[2], 0, Millis{0});
    RandomStream random(1, 1);
    for (auto _ : state) {
        for (std::size_t run = 0; run < kRuns; ++run) {
            std::array<Millis, kCounters> free{};
            for (std::int64_t i = 0; i < state.range(0); ++i)
                *std::ranges::min_element(free) += times.draw(random);
            benchmark::DoNotOptimize(free);
        }
    }
}

constexpr std::array kSizes{8, 60, 200};

void registerAll()
{
    using Measured = void (*)(benchmark::State&);
    for (const int waiting : kSizes) {
        for (const auto& [name, measured] : {std::pair<const char*, Measured>{"barestHall", barestHall},
                                             {"refreshEverybody", refreshEverybody},
                                             {"refreshWithOpenings", refreshWithOpenings},
                                             {"drawOpenings", drawOpenings},
                                             {"oneNewTicket", oneNewTicket},
                                             {"snapshot", snapshot}})
            benchmark::RegisterBenchmark(name, measured)
                ->ArgName("waiting")
                ->Arg(waiting)
                ->Unit(benchmark::kMicrosecond);
    }
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    registerAll();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
