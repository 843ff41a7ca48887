#include <queue/staffing/staffing_trial.h>

#include <queue/simulation/hall_run.h>
#include <queue/simulation/run_tally.h>
#include <queue/simulation/work_sharing.h>
#include <queue/staffing/forecast_customers.h>

#include <algorithm>
#include <optional>

namespace starqueue::queue {

namespace {

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

    [[nodiscard]] StaffingOutcome outcome(std::size_t stillWaiting)
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
    StaffingOutcome m_outcome;
};

} // namespace

/// Counters that are open now stay open first.
void StaffingTrial::putOpenFirst(const HallSnapshot& hall)
{
    std::stable_partition(m_order.begin(), m_order.end(), [&hall](CounterIx counter) {
        return std::ranges::find(hall.counters, counter, &CounterSnapshot::counter) != hall.counters.end();
    });
}

StaffingOutcome StaffingTrial::run(const std::vector<int>& counters, std::uint64_t firstStream) const
{
    std::vector<std::optional<StaffingOutcome>> outcomes(m_question.runs);
    shareWork(m_options, outcomes.size(),
              [&](std::size_t i) { outcomes[i] = runOnce(counters, firstStream + i); });
    StaffingOutcome all(m_question.rules->tiers.size(), counters.size());
    for (const auto& outcome : outcomes) {
        if (outcome)
            all.add(*outcome);
    }
    return all;
}

StaffingOutcome StaffingTrial::runOnce(const std::vector<int>& counters, std::uint64_t stream) const
{
    const Instant from = m_question.from;
    ForecastCustomers customers(m_question.belief, *m_question.rules, from,
                                from + kHalfHour * static_cast<int>(counters.size()), m_question.seed,
                                stream);
    CounterHours hours{{}, m_order, {}};
    Instant opens = from;
    if (m_question.now) {
        customers.beginWith(*m_question.now);
        hours.takenUntil = customers.takenUntil(*m_question.now);
        opens = std::min(opens, customers.firstArrival());
    }
    hours.steps.push_back({Millis{0}, 0}); // no counter before `from`: who waits now was not called yet
    for (std::size_t i = 0; i < counters.size(); ++i)
        hours.steps.push_back({from - opens + kHalfHour * static_cast<int>(i), counters[i]});
    hours.steps.back().open = std::max(1, hours.steps.back().open);
    Watch watch(*m_question.rules, from, counters.size());
    HallRun run(m_question.rules, std::move(hours), opens, watch);
    run.run(customers);
    return watch.outcome(run.state().line.size());
}

} // namespace starqueue::queue
