#include <queue/simulation/simulation.h>

#include <queue/simulation/batches.h>
#include <queue/simulation/figures.h>
#include <queue/simulation/run_tally.h>
#include <queue/simulation/work_sharing.h>

#include <algorithm>
#include <limits>

namespace starqueue::queue {

namespace {

constexpr std::uint64_t kEverybody = std::numeric_limits<std::uint64_t>::max();

/// Can stop in the middle of a run.
class StoppableCounter : public RunCounter
{
public:
    StoppableCounter(const Rules& rules, std::uint64_t from, std::uint64_t to, std::stop_token stop)
        : RunCounter(rules, from, to), m_stop(std::move(stop))
    {}

    [[nodiscard]] bool hasEnough() const override
    {
        return RunCounter::hasEnough() || m_stop.stop_requested();
    }

private:
    std::stop_token m_stop;
};

class Simulator
{
public:
    using RunBatch = std::function<void(const SimulationBatch&, RunTally&)>;

    /// `all`: the total of days, or of measured customers.
    Simulator(const Scenario& scenario, const SimulationOptions& options, std::uint64_t all)
        : m_scenario(scenario), m_options(options), m_rules(std::make_shared<const Rules>(scenario.rules)),
          m_progress(options, all)
    {}

    [[nodiscard]] SimulationResult run(const std::vector<SimulationBatch>& batches, const RunBatch& one);

    void drawnDays(const SimulationBatch& batch, RunTally& tally);
    void knownDays(const SimulationBatch& batch, const std::vector<KnownDay>& days, RunTally& tally);
    void endless(const SimulationBatch& batch, RunTally& tally);

private:
    void runDay(CustomerSource& source, Instant opens, const std::vector<OpeningStep>& opening,
                RunTally& tally);
    [[nodiscard]] bool stopped() const { return m_options.stop.stop_requested(); }

    const Scenario& m_scenario;
    const SimulationOptions& m_options;
    std::shared_ptr<const Rules> m_rules;
    SharedProgress m_progress;
};

SimulationResult Simulator::run(const std::vector<SimulationBatch>& batches, const RunBatch& one)
{
    std::vector<RunTally> tallies(batches.size());
    std::vector<std::optional<BatchFigures>> figures(batches.size());
    shareWork(m_options, batches.size(), [&](std::size_t i) {
        RunTally& tally = tallies[i];
        tally.tiers.resize(m_rules->tiers.size());
        one(batches[i], tally);
        if (!stopped()) // an incomplete batch would distort the variance between batches
            figures[i] = figuresOf(tally);
    });
    RunTally sum;
    sum.tiers.resize(m_rules->tiers.size());
    for (const RunTally& tally : tallies)
        sum.add(tally);
    std::vector<BatchFigures> whole;
    for (std::optional<BatchFigures>& batch : figures) {
        if (batch)
            whole.push_back(std::move(*batch));
    }
    SimulationResult result = resultOf(m_scenario, sum, whole);
    result.stopped = !m_progress.isWhole();
    return result;
}

/// A day that was stopped isn't counted.
void Simulator::runDay(CustomerSource& source, Instant opens, const std::vector<OpeningStep>& opening,
                       RunTally& tally)
{
    StoppableCounter counter(*m_rules, 0, kEverybody, m_options.stop);
    HallRun run(m_rules, {opening}, opens, counter);
    run.run(source);
    if (stopped())
        return;
    counter.finishDay(run, opens);
    tally.add(counter.tally());
    m_progress.note(1);
}

void Simulator::drawnDays(const SimulationBatch& batch, RunTally& tally)
{
    for (std::uint64_t day = 0; day < batch.count && !stopped(); ++day) {
        DrawnCustomers source(m_scenario.demand, *m_rules, kSimulatedOpening, dayLength(m_scenario),
                              m_scenario.seed, batch.first + day);
        runDay(source, kSimulatedOpening, m_scenario.opening, tally);
    }
}

void Simulator::knownDays(const SimulationBatch& batch, const std::vector<KnownDay>& days, RunTally& tally)
{
    for (std::uint64_t i = 0; i < batch.count && !stopped(); ++i) {
        const auto& [customers, opening] = days[batch.first + i];
        KnownCustomers source(customers);
        runDay(source, customers.empty() ? kSimulatedOpening : customers.front().arrives, opening, tally);
    }
}

void Simulator::endless(const SimulationBatch& batch, RunTally& tally)
{
    const std::uint64_t warmUp = m_scenario.length.warmUp;
    DrawnCustomers source(m_scenario.demand, *m_rules, kSimulatedOpening, {}, m_scenario.seed, batch.first);
    StoppableCounter counter(*m_rules, warmUp, warmUp + batch.count, m_options.stop);
    HallRun run(m_rules, {m_scenario.opening}, kSimulatedOpening, counter);
    run.run(source);
    counter.finishEndless(run);
    tally.add(counter.tally());
    m_progress.note(counter.counted());
}

} // namespace

SimulationResult simulate(const Scenario& scenario, const SimulationOptions& options)
{
    const SimulationLength& length = scenario.length;
    Simulator simulator(scenario, options, length.days > 0 ? length.days : length.customers);
    if (length.days > 0)
        return simulator.run(dayBatches(length.days), [&](const SimulationBatch& batch, RunTally& tally) {
            simulator.drawnDays(batch, tally);
        });
    return simulator.run(endlessBatches(length), [&](const SimulationBatch& batch, RunTally& tally) {
        simulator.endless(batch, tally);
    });
}

SimulationResult simulate(const Scenario& scenario, const std::vector<std::vector<SimulatedCustomer>>& days,
                          const SimulationOptions& options)
{
    std::vector<KnownDay> known;
    for (const std::vector<SimulatedCustomer>& customers : days)
        known.push_back({customers, scenario.opening});
    return simulate(scenario, known, options);
}

SimulationResult simulate(const Scenario& scenario, const std::vector<KnownDay>& days,
                          const SimulationOptions& options)
{
    Simulator simulator(scenario, options, days.size());
    return simulator.run(dayBatches(days.size()), [&](const SimulationBatch& batch, RunTally& tally) {
        simulator.knownDays(batch, days, tally);
    });
}

} // namespace starqueue::queue
