#include <queue/simulation/simulation.h>

#include <queue/simulation/confidence.h>
#include <queue/simulation/run_tally.h>
#include <queue/simulation/work_sharing.h>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace starqueue::queue {

namespace {

/// Enough for Student's t to be near the normal, few enough for each to hold many customers.
constexpr std::uint64_t kBatches = 40;
/// Of an endless day each batch is a run of its own with its own warm-up.
constexpr std::uint64_t kLeastEndlessBatches = 10;
constexpr std::uint64_t kMostEndlessBatches = 30;
constexpr double kMinute = 60'000;
const Instant kOpens = Instant{} + std::chrono::hours{1};

double minutes(Millis span)
{
    return static_cast<double>(span.count()) / kMinute;
}

/// What is known of a batch when it is done: its figures, while its counts go into the sum.
struct BatchFigures
{
    struct OfTier
    {
        double mean;
        double p90;
        double p95;
    };
    std::vector<std::optional<OfTier>> tiers;
};

BatchFigures figuresOf(const RunTally& tally)
{
    BatchFigures figures;
    for (const TierTally& tier : tally.tiers) {
        if (tier.waits.count() == 0) {
            figures.tiers.emplace_back();
            continue;
        }
        const double mean = minutes(tier.waits.sum()) / static_cast<double>(tier.waits.count());
        figures.tiers.push_back(BatchFigures::OfTier{mean, minutes(tier.waits.quantile(0.9)),
                                                     minutes(tier.waits.quantile(0.95))});
    }
    return figures;
}

std::uint64_t passedQuantile(const std::vector<std::uint64_t>& counts, std::uint64_t all, double share)
{
    const auto rank = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(all)));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        seen += counts[i];
        if (seen >= rank)
            return i;
    }
    return 0;
}

/// One part of a simulation that depends on no other: its runs are added up in order.
struct Batch
{
    std::uint64_t first = 0; ///< day, or stream of the endless run
    std::uint64_t count = 0; ///< days, or customers to be measured
};

std::uint64_t endlessBatches(const SimulationLength& length)
{
    const std::uint64_t fitting = length.customers / std::max<std::uint64_t>(1, 5 * length.warmUp);
    return std::min(std::max<std::uint64_t>(1, length.customers),
                    std::clamp(fitting, kLeastEndlessBatches, kMostEndlessBatches));
}

std::vector<Batch> batchesOf(std::uint64_t whole, std::uint64_t parts, bool days)
{
    std::vector<Batch> batches;
    std::uint64_t done = 0;
    for (std::uint64_t i = 0; i < parts; ++i) {
        const std::uint64_t end = whole * (i + 1) / parts;
        batches.push_back({days ? done : i, end - done});
        done = end;
    }
    return batches;
}

/// Stops in the middle of an endless run.
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
    Simulator(const Scenario& scenario, const SimulationOptions& options, std::uint64_t all)
        : m_scenario(scenario), m_options(options), m_rules(std::make_shared<const Rules>(scenario.rules)),
          m_progress(options, all)
    {}

    SimulationResult run(const std::vector<Batch>& batches,
                         const std::function<void(const Batch&, RunTally&)>& one);

    void drawnDays(const Batch& batch, RunTally& tally);
    void knownDays(const Batch& batch, const std::vector<std::vector<SimulatedCustomer>>& days,
                   RunTally& tally);
    void endless(const Batch& batch, RunTally& tally);

private:
    void runDay(CustomerSource& source, Instant opens, RunTally& tally);
    [[nodiscard]] TierFigures tierFigures(std::size_t tier, const std::vector<BatchFigures>& batches) const;
    [[nodiscard]] SimulationResult result(const std::vector<BatchFigures>& batches) const;

    const Scenario& m_scenario;
    const SimulationOptions& m_options;
    std::shared_ptr<const Rules> m_rules;
    std::mutex m_adding;
    RunTally m_sum;
    SharedProgress m_progress;
};

SimulationResult Simulator::run(const std::vector<Batch>& batches,
                                const std::function<void(const Batch&, RunTally&)>& one)
{
    std::vector<BatchFigures> figures(batches.size());
    m_sum.tiers.resize(m_rules->tiers.size());
    shareWork(m_options, batches.size(), [&](std::size_t i) {
        RunTally tally;
        tally.tiers.resize(m_rules->tiers.size());
        one(batches[i], tally);
        figures[i] = figuresOf(tally);
        const std::lock_guard lock(m_adding);
        m_sum.add(tally);
    });
    return result(figures);
}

void Simulator::runDay(CustomerSource& source, Instant opens, RunTally& tally)
{
    RunCounter counter(*m_rules, 0, std::numeric_limits<std::uint64_t>::max());
    HallRun run(m_rules, m_scenario.opening, opens, counter);
    run.run(source);
    counter.finish(run, true);
    tally.add(counter.tally());
    m_progress.note(1);
}

void Simulator::drawnDays(const Batch& batch, RunTally& tally)
{
    for (std::uint64_t day = 0; day < batch.count && !m_options.stop.stop_requested(); ++day) {
        DrawnCustomers source(m_scenario.demand, *m_rules, kOpens, dayLength(m_scenario), m_scenario.seed,
                              batch.first + day);
        runDay(source, kOpens, tally);
    }
}

void Simulator::knownDays(const Batch& batch, const std::vector<std::vector<SimulatedCustomer>>& days,
                          RunTally& tally)
{
    for (std::uint64_t i = 0; i < batch.count && !m_options.stop.stop_requested(); ++i) {
        const std::vector<SimulatedCustomer>& day = days[batch.first + i];
        KnownCustomers source(day);
        runDay(source, day.empty() ? kOpens : day.front().arrives, tally);
    }
}

void Simulator::endless(const Batch& batch, RunTally& tally)
{
    const std::uint64_t warmUp = m_scenario.length.warmUp;
    DrawnCustomers source(m_scenario.demand, *m_rules, kOpens, {}, m_scenario.seed, batch.first);
    StoppableCounter counter(*m_rules, warmUp, warmUp + batch.count, m_options.stop);
    HallRun run(m_rules, m_scenario.opening, kOpens, counter);
    run.run(source);
    counter.finish(run, false);
    tally.add(counter.tally());
    m_progress.note(batch.count);
}

TierFigures Simulator::tierFigures(std::size_t tier, const std::vector<BatchFigures>& batches) const
{
    const TierTally& sum = m_sum.tiers[tier];
    TierFigures figures;
    figures.name = m_scenario.demand.tiers[tier].name;
    figures.count = sum.waits.count();
    if (figures.count == 0)
        return figures;
    std::vector<double> means;
    std::vector<double> p90s;
    std::vector<double> p95s;
    for (const BatchFigures& batch : batches) {
        if (batch.tiers.empty() || !batch.tiers[tier])
            continue;
        means.push_back(batch.tiers[tier]->mean);
        p90s.push_back(batch.tiers[tier]->p90);
        p95s.push_back(batch.tiers[tier]->p95);
    }
    const auto count = static_cast<double>(figures.count);
    figures.mean = minutes(sum.waits.sum()) / count;
    figures.meanHalfWidth = halfWidth(means);
    figures.p50 = minutes(sum.waits.quantile(0.5));
    figures.p90 = minutes(sum.waits.quantile(0.9));
    figures.p90HalfWidth = halfWidth(p90s);
    figures.p95 = minutes(sum.waits.quantile(0.95));
    figures.p95HalfWidth = halfWidth(p95s);
    figures.max = minutes(sum.waits.max());
    figures.inTargetShare = static_cast<double>(sum.inTarget) / count;
    figures.passedP99 = passedQuantile(sum.passed, figures.count, 0.99);
    figures.passedMax = sum.passed.size() - 1;
    figures.maxPassedByMinutes = minutes(sum.passedMost);
    return figures;
}

SimulationResult Simulator::result(const std::vector<BatchFigures>& batches) const
{
    SimulationResult result;
    for (std::size_t tier = 0; tier < m_sum.tiers.size(); ++tier) {
        result.tiers.push_back(tierFigures(tier, batches));
        result.customers += result.tiers.back().count;
    }
    const auto counters = static_cast<double>(std::max<std::size_t>(1, m_rules->counters.size()));
    result.hallSeconds = std::round(minutes(m_sum.open) * 60 / counters);
    const double open = minutes(m_sum.open);
    result.occupancy = open > 0 ? minutes(m_sum.busy) / open : 0;
    result.days = m_sum.days;
    if (m_sum.days > 0) {
        const auto days = static_cast<double>(m_sum.days);
        result.daysAllTargetsMet = static_cast<double>(m_sum.daysInTarget) / days;
        result.daysOver30Minutes = static_cast<double>(m_sum.daysOver30) / days;
    }
    result.fairnessViolations = m_sum.violations;
    result.unserved = m_sum.unserved;
    result.stopped = m_options.stop.stop_requested();
    return result;
}

} // namespace

SimulationResult simulate(const Scenario& scenario, const SimulationOptions& options)
{
    const SimulationLength& length = scenario.length;
    Simulator simulator(scenario, options, length.days > 0 ? length.days : length.customers);
    if (length.days > 0)
        return simulator.run(batchesOf(length.days, std::min(length.days, kBatches), true),
                             [&](const Batch& batch, RunTally& tally) { simulator.drawnDays(batch, tally); });
    return simulator.run(batchesOf(length.customers, endlessBatches(length), false),
                         [&](const Batch& batch, RunTally& tally) { simulator.endless(batch, tally); });
}

SimulationResult simulate(const Scenario& scenario, const std::vector<std::vector<SimulatedCustomer>>& days,
                          const SimulationOptions& options)
{
    Simulator simulator(scenario, options, days.size());
    return simulator.run(
        batchesOf(days.size(), std::min<std::uint64_t>(days.size(), kBatches), true),
        [&](const Batch& batch, RunTally& tally) { simulator.knownDays(batch, days, tally); });
}

} // namespace starqueue::queue
