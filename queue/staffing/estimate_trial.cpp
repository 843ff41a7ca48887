#include <queue/staffing/estimate_trial.h>

#include <queue/estimation/forward_runs.h>
#include <queue/experience/calibration.h>
#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>
#include <queue/simulation/hall_run.h>
#include <queue/simulation/work_sharing.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace starqueue::queue {

namespace {

constexpr std::uint64_t kSeriesDays = 30;

/// Sums for EstimateFigures.
struct Sums
{
    std::uint64_t count = 0;
    std::uint64_t inside = 0;
    Millis error{0};
    Millis width{0};

    void add(const PromiseOutcome& outcome)
    {
        const WaitRange& promised = outcome.promised;
        ++count;
        inside += promised.p10 <= outcome.waited && outcome.waited <= promised.p90 ? 1 : 0;
        error += std::chrono::abs(promised.p50 - outcome.waited);
        width += promised.p90 - promised.p10;
    }
    void add(const Sums& other)
    {
        count += other.count;
        inside += other.inside;
        error += other.error;
        width += other.width;
    }
    [[nodiscard]] EstimateFigures figures() const
    {
        const auto n = static_cast<double>(std::max<std::uint64_t>(1, count));
        return {time::inMinutes(error) / n, static_cast<double>(inside) / n, time::inMinutes(width) / n};
    }
};

/// The baseline estimators, in the order of EstimateTrialResult.
using Simple = std::array<Millis, 4>;

struct TrialSums
{
    Sums raw;
    Sums calibrated;
    Simple simple{};

    void add(const TrialSums& other)
    {
        raw.add(other.raw);
        calibrated.add(other.calibrated);
        for (std::size_t i = 0; i < simple.size(); ++i)
            simple[i] += other.simple[i];
    }
};

/// The belief that the estimator is given.
Belief beliefOf(const Scenario& scenario, double believedTimes)
{
    Belief belief{scenario.demand, forecastOf(scenario.demand, kSimulatedOpening, dayLength(scenario)), {}};
    for (ServiceDemand& service : belief.demand.services)
        service.mean = Millis{std::llround(static_cast<double>(service.mean.count()) * believedTimes)};
    return belief;
}

double meanOccupationMillis(const Demand& demand)
{
    double sum = 0;
    double shares = 0;
    for (const ServiceDemand& service : demand.services) {
        sum += service.share * static_cast<double>((service.mean + service.walkUp).count());
        shares += service.share;
    }
    return (1 - demand.noShowShare) * sum / shares +
           demand.noShowShare * static_cast<double>(demand.noShowCost.count());
}

bool everyCounterTaken(const State& state)
{
    return std::ranges::all_of(state.counters, [](const Counter& counter) {
        return counter.state != CounterState::Open || counter.ticket.value != 0;
    });
}

Millis longestWait(const State& state, TicketId own, Instant now)
{
    Instant oldest = now;
    for (const Lane& lane : state.line.lanes()) {
        if (!lane.empty() && lane.head().ticket != own)
            oldest = std::min(oldest, lane.head().counted);
    }
    return now - oldest;
}

/// One simulated day: promises at each issue, compares at each call.
class TrialDay : public RunObserver
{
public:
    TrialDay(ForwardRuns& runs, const Belief& belief, std::uint64_t seed, std::stop_token stop)
        : m_runs(runs), m_belief(belief), m_meanTime(meanOccupationMillis(belief.demand)), m_seed(seed),
          m_stop(std::move(stop))
    {}

    void issued(const State& state, const Ticket& ticket, Instant now) override;
    void called(const SimulatedCall& call) override;
    [[nodiscard]] bool hasEnough() const override { return m_stop.stop_requested(); }

    [[nodiscard]] const std::vector<PromiseOutcome>& outcomes() const { return m_outcomes; }
    [[nodiscard]] const Simple& simpleErrors() const { return m_errors; }

private:
    struct Pending
    {
        WaitRange promised;
        Simple simple;
    };

    [[nodiscard]] Millis timeFor(std::size_t people, const State& state) const;

    ForwardRuns& m_runs;
    const Belief& m_belief;
    double m_meanTime;
    std::uint64_t m_seed;
    std::stop_token m_stop;
    std::map<std::uint64_t, Pending> m_pending; ///< by SimulatedCall::index
    std::vector<PromiseOutcome> m_outcomes;
    Simple m_errors{};
    Millis m_lastWait{0};
};

Millis TrialDay::timeFor(std::size_t people, const State& state) const
{
    const auto open = std::ranges::count(state.counters, CounterState::Open, &Counter::state);
    const double counters = static_cast<double>(std::max<std::ptrdiff_t>(1, open));
    return Millis{std::llround(static_cast<double>(people) * m_meanTime / counters)};
}

void TrialDay::issued(const State& state, const Ticket& ticket, Instant now)
{
    if (!everyCounterTaken(state))
        return;
    ArrivalForecast arrivals = m_belief.arrivals;
    learnFactor(arrivals, arrivals.factorSd, static_cast<double>(ticket.id.value),
                arrivals.expected(arrivals.from, now));
    m_runs.expect(arrivals, {});
    m_runs.simulateUntilCalled(hallSnapshot(state, now), ticket.id, m_seed + ticket.id.value);
    const auto range = m_runs.waitOf(ticket.id);
    if (!range)
        return;
    const std::size_t ranked = ahead(state, ticket, now);
    m_pending[ticket.id.value - 1] = {*range,
                                      {timeFor(ranked + 1, state), timeFor(state.line.size(), state),
                                       longestWait(state, ticket.id, now), m_lastWait}};
}

void TrialDay::called(const SimulatedCall& call)
{
    m_lastWait = call.wait;
    const auto pending = m_pending.find(call.index);
    if (pending == m_pending.end())
        return;
    m_outcomes.push_back({pending->second.promised, call.wait});
    for (std::size_t i = 0; i < m_errors.size(); ++i)
        m_errors[i] += std::chrono::abs(pending->second.simple[i] - call.wait);
    m_pending.erase(pending);
}

/// Consecutive days; each learns from those before it.
class Series
{
public:
    Series(const Scenario& scenario, const EstimateTrialOptions& options)
        : m_scenario(scenario), m_options(options), m_rules(std::make_shared<const Rules>(scenario.rules)),
          m_belief(beliefOf(scenario, options.believedTimes)), m_runs(m_rules, m_belief, options.forwardRuns)
    {}

    void runDay(std::uint64_t day, std::uint64_t inSeries, TrialSums& sums);

private:
    const Scenario& m_scenario;
    const EstimateTrialOptions& m_options;
    std::shared_ptr<const Rules> m_rules;
    Belief m_belief;
    ForwardRuns m_runs;
    std::vector<PromiseOutcome> m_past;
};

void Series::runDay(std::uint64_t day, std::uint64_t inSeries, TrialSums& sums)
{
    DrawnCustomers source(m_scenario.demand, *m_rules, kSimulatedOpening, dayLength(m_scenario),
                          m_scenario.seed, day);
    TrialDay trial(m_runs, m_belief, m_scenario.seed * 1'000'003 + day * 100'003, m_options.run.stop);
    HallRun run(m_rules, {m_scenario.opening}, kSimulatedOpening, trial);
    run.run(source);
    const Calibration calibration = calibrate(m_past);
    for (const PromiseOutcome& outcome : trial.outcomes()) {
        sums.raw.add(outcome);
        if (inSeries >= m_options.calibrationDays)
            sums.calibrated.add({calibration.corrected(outcome.promised), outcome.waited});
    }
    for (std::size_t i = 0; i < sums.simple.size(); ++i)
        sums.simple[i] += trial.simpleErrors()[i];
    m_past.insert(m_past.end(), trial.outcomes().begin(), trial.outcomes().end());
}

EstimateTrialResult resultOf(const TrialSums& sums)
{
    EstimateTrialResult result;
    result.customers = sums.raw.count;
    result.raw = sums.raw.figures();
    result.calibratedCustomers = sums.calibrated.count;
    result.calibrated = sums.calibrated.figures();
    const auto n = static_cast<double>(std::max<std::uint64_t>(1, sums.raw.count));
    result.byRank = time::inMinutes(sums.simple[0]) / n;
    result.byEverybody = time::inMinutes(sums.simple[1]) / n;
    result.headOfLine = time::inMinutes(sums.simple[2]) / n;
    result.lastServed = time::inMinutes(sums.simple[3]) / n;
    return result;
}

} // namespace

EstimateTrialResult tryEstimates(const Scenario& scenario, const EstimateTrialOptions& options)
{
    const std::uint64_t days = scenario.length.days;
    const std::uint64_t parts = std::max<std::uint64_t>(1, (days + kSeriesDays - 1) / kSeriesDays);
    std::vector<TrialSums> sums(parts);
    SharedProgress progress(options.run, days);
    shareWork(options.run, parts, [&](std::size_t part) {
        Series series(scenario, options);
        const std::uint64_t first = days * part / parts;
        const std::uint64_t end = days * (part + 1) / parts;
        for (std::uint64_t day = first; day < end && !options.run.stop.stop_requested(); ++day) {
            series.runDay(day, day - first, sums[part]);
            progress.note(1);
        }
    });
    TrialSums all;
    for (const TrialSums& part : sums)
        all.add(part);
    EstimateTrialResult result = resultOf(all);
    result.stopped = options.run.stop.stop_requested();
    return result;
}

} // namespace starqueue::queue
