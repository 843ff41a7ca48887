#include <queue/simulation/run_tally.h>

#include <algorithm>

namespace starqueue::queue {

void TierTally::add(const TierTally& other)
{
    waits.add(other.waits);
    inTarget += other.inTarget;
    if (other.passed.size() > passed.size())
        passed.resize(other.passed.size());
    for (std::size_t i = 0; i < other.passed.size(); ++i)
        passed[i] += other.passed[i];
    passedMost = std::max(passedMost, other.passedMost);
}

void RunTally::add(const RunTally& other)
{
    if (tiers.size() < other.tiers.size())
        tiers.resize(other.tiers.size());
    for (std::size_t i = 0; i < other.tiers.size(); ++i)
        tiers[i].add(other.tiers[i]);
    busy += other.busy;
    open += other.open;
    watched += other.watched;
    days += other.days;
    daysInTarget += other.daysInTarget;
    daysOver30 += other.daysOver30;
    violations += other.violations;
    unserved += other.unserved;
    turnedAway += other.turnedAway;
}

RunCounter::RunCounter(const Rules& rules, std::uint64_t from, std::uint64_t to)
    : m_rules(rules), m_from(from), m_to(to)
{
    m_tally.tiers.resize(rules.tiers.size());
}

void RunCounter::issued(const State&, const Ticket& ticket, Instant now)
{
    const std::uint64_t index = ticket.id.value - 1;
    if (index < m_from || index >= m_to)
        return;
    if (!m_firstIssue)
        m_firstIssue = now;
    m_lastIssue = now;
}

void RunCounter::called(const SimulatedCall& call)
{
    if (call.index < m_from || call.index >= m_to)
        return;
    ++m_counted;
    TierTally& tier = m_tally.tiers[call.tier.value];
    tier.waits.add(call.wait);
    tier.inTarget += call.wait <= m_rules.tiers[call.tier.value].target ? 1 : 0;
    if (call.passed >= tier.passed.size())
        tier.passed.resize(call.passed + 1);
    ++tier.passed[call.passed];
    tier.passedMost = std::max(tier.passedMost, call.passedMost);
    m_tally.busy += call.occupied;
}

bool RunCounter::inTarget() const
{
    return std::ranges::all_of(m_tally.tiers, [](const TierTally& tier) {
        return static_cast<double>(tier.inTarget) >= kTargetShare * static_cast<double>(tier.waits.count());
    });
}

void RunCounter::finishDay(const HallRun& run, Instant opened)
{
    m_tally.unserved = run.state().line.size();
    m_tally.open = run.openTime();
    m_tally.watched = run.now() - opened;
    m_tally.days = 1;
    m_tally.daysInTarget = inTarget() && m_tally.unserved == 0 ? 1 : 0;
    const bool over = std::ranges::any_of(m_tally.tiers,
                                          [](const TierTally& tier) { return tier.waits.max() > kLongWait; });
    m_tally.daysOver30 = over ? 1 : 0;
}

void RunCounter::finishEndless(const HallRun& run)
{
    if (!m_firstIssue)
        return;
    m_tally.watched = m_lastIssue - *m_firstIssue;
    m_tally.open = m_tally.watched * static_cast<Millis::rep>(run.state().counters.size());
}

} // namespace starqueue::queue
