#pragma once

#include <queue/simulation/hall_run.h>
#include <queue/simulation/wait_histogram.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// What one tier met with.
struct TierTally
{
    WaitHistogram waits;
    std::uint64_t inTarget = 0;
    std::vector<std::uint64_t> passed; ///< how many were passed 0, 1, 2… times
    Millis passedMost{0};

    void add(const TierTally& other);
};

/// What is counted while halls are simulated. Adding two is exact; order makes no difference.
struct RunTally
{
    std::vector<TierTally> tiers;
    Millis busy{0}; ///< of all counters together
    Millis open{0};
    std::uint64_t days = 0;
    std::uint64_t daysInTarget = 0; ///< every tier kept its target, see kTargetShare
    std::uint64_t daysOver30 = 0;   ///< somebody waited longer than 30 minutes
    std::uint64_t violations = 0;   ///< FairnessViolated: must be 0
    std::uint64_t unserved = 0;

    void add(const RunTally& other);
};

/// A tier keeps its target on a day when at least this share of it was called within the target.
inline constexpr double kTargetShare = 0.9;

/// Counts the calls of one run: customers from `from` up to and without `to`, in order of coming.
class RunCounter : public RunObserver
{
public:
    RunCounter(const Rules& rules, std::uint64_t from, std::uint64_t to);

    void issued(const State& state, const Ticket& ticket, Instant now) override;
    void called(const SimulatedCall& call) override;
    void violated(const FairnessViolated&) override { ++m_tally.violations; }
    /// Everybody who is to be counted was called.
    [[nodiscard]] bool hasEnough() const override { return m_counted == m_to - m_from; }

    [[nodiscard]] std::uint64_t counted() const { return m_counted; }
    [[nodiscard]] const RunTally& tally() const { return m_tally; }
    /// Adds the times of the counters and, for a whole day, what it was like as a day.
    void finish(const HallRun& run, bool wholeDay);

private:
    [[nodiscard]] bool inTarget() const;

    const Rules& m_rules;
    std::uint64_t m_from;
    std::uint64_t m_to;
    std::uint64_t m_counted = 0;
    Instant m_lastIssue{}; ///< of those counted
    Instant m_firstIssue{};
    RunTally m_tally;
};

} // namespace starqueue::queue
