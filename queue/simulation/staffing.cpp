#include <queue/simulation/staffing.h>

#include <queue/simulation/foreseen_customers.h>
#include <queue/simulation/hall_run.h>
#include <queue/simulation/run_tally.h>
#include <queue/simulation/work_sharing.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace starqueue::queue {

namespace {

constexpr Minutes kHalfHour{30};
constexpr std::uint64_t kProving = 1'000'000; ///< first streams of the runs that a found plan is proved with
constexpr std::uint64_t kMeasuring = 1'000'000'000'000; ///< and measured with

/// What came of one run, or of many.
struct Outcome
{
    std::uint64_t runs = 0;
    std::uint64_t kept = 0;
    std::vector<std::uint64_t> customers; ///< by tier
    std::vector<std::uint64_t> inTarget;
    std::vector<double> late; ///< minutes beyond the target, by half-hour of coming

    Outcome(std::size_t tiers, std::size_t halfHours) : customers(tiers), inTarget(tiers), late(halfHours) {}

    void add(const Outcome& other)
    {
        const auto addAll = [](auto& to, const auto& from) {
            for (std::size_t i = 0; i < to.size(); ++i)
                to[i] += from[i];
        };
        runs += other.runs;
        kept += other.kept;
        addAll(customers, other.customers);
        addAll(inTarget, other.inTarget);
        addAll(late, other.late);
    }
    [[nodiscard]] double probability() const
    {
        return runs > 0 ? static_cast<double>(kept) / static_cast<double>(runs) : 0;
    }
};

class Watch : public RunObserver
{
public:
    Watch(const Rules& rules, Instant from, std::size_t halfHours)
        : m_rules(rules), m_from(from), m_outcome(rules.tiers.size(), halfHours)
    {}

    void called(const SimulatedCall& call) override
    {
        const Millis target = m_rules.tiers[call.tier.value].target;
        ++m_outcome.customers[call.tier.value];
        if (call.wait <= target) {
            ++m_outcome.inTarget[call.tier.value];
            return;
        }
        const auto halfHour = std::clamp<std::int64_t>((call.customer.arrives - m_from) / kHalfHour, 0,
                                                       static_cast<std::int64_t>(m_outcome.late.size()) - 1);
        m_outcome.late[static_cast<std::size_t>(halfHour)] +=
            static_cast<double>((call.wait - target).count()) / 60'000;
    }

    [[nodiscard]] Outcome outcome(std::size_t stillWaiting)
    {
        m_outcome.runs = 1;
        m_outcome.kept = stillWaiting == 0 ? 1 : 0;
        for (std::size_t i = 0; i < m_outcome.customers.size(); ++i) {
            const auto needed = kTargetShare * static_cast<double>(m_outcome.customers[i]);
            if (static_cast<double>(m_outcome.inTarget[i]) < needed)
                m_outcome.kept = 0;
        }
        return m_outcome;
    }

private:
    const Rules& m_rules;
    Instant m_from;
    Outcome m_outcome;
};

/// Tries plans on the same customers.
class Trial
{
public:
    Trial(const StaffingQuestion& question, const SimulationOptions& options)
        : m_question(question), m_options(options), m_order(openingOrder(*question.rules))
    {
        if (question.now)
            putOpenFirst(*question.now);
    }

    [[nodiscard]] int most() const { return static_cast<int>(m_order.size()); }
    [[nodiscard]] bool stopped() const { return m_options.stop.stop_requested(); }
    [[nodiscard]] Outcome run(const std::vector<int>& counters, std::uint64_t firstStream) const;

private:
    void putOpenFirst(const HallNow& hall);
    [[nodiscard]] Outcome runOnce(const std::vector<int>& counters, std::uint64_t stream) const;

    const StaffingQuestion& m_question;
    const SimulationOptions& m_options;
    std::vector<CounterIx> m_order;
};

/// Whoever sits at a counter now goes on working there.
void Trial::putOpenFirst(const HallNow& hall)
{
    std::ranges::stable_partition(m_order, [&hall](CounterIx counter) {
        return std::ranges::find(hall.counters, counter, &CounterNow::counter) != hall.counters.end();
    });
}

Outcome Trial::run(const std::vector<int>& counters, std::uint64_t firstStream) const
{
    std::vector<std::optional<Outcome>> outcomes(m_question.runs);
    shareWork(m_options, outcomes.size(),
              [&](std::size_t i) { outcomes[i] = runOnce(counters, firstStream + i); });
    Outcome all(m_question.rules->tiers.size(), counters.size());
    for (const auto& outcome : outcomes) {
        if (outcome)
            all.add(*outcome);
    }
    return all;
}

Outcome Trial::runOnce(const std::vector<int>& counters, std::uint64_t stream) const
{
    const Instant from = m_question.from;
    ForeseenCustomers customers(m_question.belief, *m_question.rules, from,
                                from + kHalfHour * static_cast<int>(counters.size()), m_question.seed,
                                stream);
    CounterHours hours{{}, m_order, {}};
    Instant opens = from;
    if (m_question.now) {
        customers.beginWith(*m_question.now);
        hours.takenUntil = customers.takenUntil(*m_question.now);
        opens = std::min(opens, customers.firstArrival());
    }
    hours.steps.push_back({Millis{0}, 0}); // who waits already was not called before `from`
    for (std::size_t i = 0; i < counters.size(); ++i)
        hours.steps.push_back({from - opens + kHalfHour * static_cast<int>(i), counters[i]});
    hours.steps.back().open = std::max(1, hours.steps.back().open);
    Watch watch(*m_question.rules, from, counters.size());
    HallRun run(m_question.rules, std::move(hours), opens, watch);
    run.run(customers);
    return watch.outcome(run.state().line.size());
}

double meanOccupation(const Demand& demand)
{
    double sum = 0;
    double shares = 0;
    for (const ServiceDemand& service : demand.services) {
        sum += service.share * static_cast<double>((service.mean + service.walkUp).count());
        shares += service.share;
    }
    return shares > 0 ? sum / shares / 60'000 : 1;
}

std::vector<double> expectedCustomers(const StaffingQuestion& question)
{
    std::vector<double> expected;
    for (int i = 0; i < question.halfHours; ++i) {
        const Instant begins = question.from + kHalfHour * i;
        expected.push_back(question.belief.arrivals.expected(begins, begins + kHalfHour) *
                           question.belief.arrivals.factor);
    }
    return expected;
}

/// With fewer, the line would grow for ever.
std::vector<int> leastCounters(const StaffingQuestion& question, int most)
{
    std::vector<int> counters;
    const double occupation = meanOccupation(question.belief.demand);
    for (const double customers : expectedCustomers(question))
        counters.push_back(std::clamp(static_cast<int>(std::ceil(customers * occupation / 30)), 1, most));
    return counters;
}

/// The half-hour with the most lateness that can still have one more; empty: none can.
std::optional<std::size_t> whereToAdd(const Outcome& outcome, const std::vector<int>& counters, int most)
{
    std::optional<std::size_t> worst;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        if (counters[i] < most && (!worst || outcome.late[i] > outcome.late[*worst]))
            worst = i;
    }
    return worst;
}

/// Adds until the plan keeps the targets; false: it can't.
bool addCounters(const Trial& trial, double probability, std::vector<int>& counters)
{
    while (!trial.stopped()) {
        const Outcome outcome = trial.run(counters, 0);
        if (outcome.probability() >= probability)
            return true;
        const auto place = whereToAdd(outcome, counters, trial.most());
        if (!place)
            return false;
        ++counters[*place];
    }
    return false;
}

/// Takes away every one that isn't missed, the quietest half-hours first, until none is left to take.
void removeCounters(const Trial& trial, double probability, std::vector<int>& counters)
{
    std::vector<std::size_t> places(counters.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    bool taken = true;
    while (taken && !trial.stopped()) {
        taken = false;
        const Outcome outcome = trial.run(counters, 0);
        std::ranges::stable_sort(places, {}, [&](std::size_t i) { return outcome.late[i]; });
        for (const std::size_t i : places) {
            if (counters[i] <= 1 || trial.stopped())
                continue;
            --counters[i];
            if (trial.run(counters, 0).probability() >= probability)
                taken = true;
            else
                ++counters[i];
        }
    }
}

/// A plan that was fitted to some runs promises too much of others: adds until it holds there too.
void proveCounters(const Trial& trial, double probability, std::vector<int>& counters)
{
    for (std::uint64_t round = 1; !trial.stopped(); ++round) {
        const Outcome outcome = trial.run(counters, round * kProving);
        const auto place = whereToAdd(outcome, counters, trial.most());
        if (outcome.probability() >= probability || !place)
            return;
        ++counters[*place];
    }
}

StaffingAdvice adviceOf(const StaffingQuestion& question, const Trial& trial, std::vector<int> counters)
{
    const Outcome outcome = trial.run(counters, kMeasuring);
    StaffingAdvice advice;
    advice.counters = std::move(counters);
    advice.probability = outcome.probability();
    advice.runs = outcome.runs;
    advice.halfWidth = outcome.runs > 0 ? 1.96 * std::sqrt(advice.probability * (1 - advice.probability) /
                                                           static_cast<double>(outcome.runs))
                                        : 0;
    for (std::size_t i = 0; i < outcome.customers.size(); ++i)
        advice.inTarget.push_back(outcome.customers[i] > 0 ? static_cast<double>(outcome.inTarget[i]) /
                                                                 static_cast<double>(outcome.customers[i])
                                                           : 1);
    advice.expected = expectedCustomers(question);
    advice.stopped = trial.stopped();
    return advice;
}

} // namespace

StaffingAdvice adviseStaffing(const StaffingQuestion& question, const SimulationOptions& options)
{
    const Trial trial(question, options);
    std::vector<int> counters = leastCounters(question, trial.most());
    const bool possible = addCounters(trial, question.probability, counters);
    if (possible) {
        removeCounters(trial, question.probability, counters);
        proveCounters(trial, question.probability, counters);
    }
    StaffingAdvice advice = adviceOf(question, trial, std::move(counters));
    advice.possible = possible;
    return advice;
}

StaffingAdvice weighStaffing(const StaffingQuestion& question, const std::vector<int>& counters,
                             const SimulationOptions& options)
{
    const Trial trial(question, options);
    StaffingAdvice advice = adviceOf(question, trial, counters);
    advice.possible = advice.probability >= question.probability;
    return advice;
}

Rules withCounters(const Rules& rules, int counters)
{
    Rules more = rules;
    const std::vector<CounterIx> order = openingOrder(rules);
    if (order.empty())
        return more;
    for (auto i = static_cast<int>(order.size()); i < counters; ++i) {
        CounterRule added = rules.counters[order.front().value];
        added.id = "more-" + std::to_string(i + 1);
        more.counters.push_back(std::move(added));
    }
    return more;
}

} // namespace starqueue::queue
