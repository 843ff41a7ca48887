#include <queue/staffing/staffing.h>

#include <queue/staffing/staffing_trial.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace starqueue::queue {

namespace {

constexpr std::uint64_t kProving = 1'000'000;           ///< first stream of the runs that validate a plan
constexpr std::uint64_t kMeasuring = 1'000'000'000'000; ///< first stream of the runs that measure it

double meanServiceMinutes(const Demand& demand)
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

/// The offered load: with fewer counters the line would grow for ever.
std::vector<int> leastCounters(const StaffingQuestion& question, int most)
{
    std::vector<int> counters;
    const double occupation = meanServiceMinutes(question.belief.demand);
    for (const double customers : expectedCustomers(question))
        counters.push_back(std::clamp(static_cast<int>(std::ceil(customers * occupation / 30)), 1, most));
    return counters;
}

/// The half-hour with the most lateness that can still get another counter; empty: none.
std::optional<std::size_t> whereToAdd(const StaffingOutcome& outcome, const std::vector<int>& counters,
                                      int most)
{
    std::optional<std::size_t> worst;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        if (counters[i] < most && (!worst || outcome.late[i] > outcome.late[*worst]))
            worst = i;
    }
    return worst;
}

/// Adds counters until the plan keeps the targets; false: impossible.
bool addCounters(const StaffingTrial& trial, double probability, std::vector<int>& counters)
{
    while (!trial.stopped()) {
        const StaffingOutcome outcome = trial.run(counters, 0);
        if (outcome.probability() >= probability)
            return true;
        const auto place = whereToAdd(outcome, counters, trial.most());
        if (!place)
            return false;
        ++counters[*place];
    }
    return false;
}

/// Removes every counter without which the targets are still kept, quietest half-hours first.
void removeCounters(const StaffingTrial& trial, double probability, std::vector<int>& counters)
{
    std::vector<std::size_t> places(counters.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    bool taken = true;
    while (taken && !trial.stopped()) {
        taken = false;
        const StaffingOutcome outcome = trial.run(counters, 0);
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

/// A plan is overfitted to the runs it was sought with: adds counters until it keeps the targets on other
/// runs.
void proveCounters(const StaffingTrial& trial, double probability, std::vector<int>& counters)
{
    for (std::uint64_t round = 1; !trial.stopped(); ++round) {
        const StaffingOutcome outcome = trial.run(counters, round * kProving);
        const auto place = whereToAdd(outcome, counters, trial.most());
        if (outcome.probability() >= probability || !place)
            return;
        ++counters[*place];
    }
}

StaffingAdvice adviceOf(const StaffingQuestion& question, const StaffingTrial& trial,
                        std::vector<int> counters)
{
    const StaffingOutcome outcome = trial.run(counters, kMeasuring);
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
    const StaffingTrial trial(question, options);
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
    const StaffingTrial trial(question, options);
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
