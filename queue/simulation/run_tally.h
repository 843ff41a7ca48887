#pragma once

#include <queue/simulation/hall_run.h>
#include <queue/statistics/wait_histogram.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace starqueue::queue {

/// Counts of one tier.
struct TierTally
{
    WaitHistogram waits;
    std::uint64_t inTarget = 0;
    std::vector<std::uint64_t> passed; ///< histogram: how many were passed 0, 1, 2… times
    Millis passedMost{0};

    void add(const TierTally& other);
};

/// Counts of a simulation. Adding is exact and commutative.
struct RunTally
{
    std::vector<TierTally> tiers;
    Millis busy{0}; ///< the sum over all counters
    Millis open{0};
    Millis watched{0}; ///< the simulated time that is counted
    std::uint64_t days = 0;
    std::uint64_t daysInTarget =
        0;                        ///< every tier kept its target (kTargetShare) and nobody was left unserved
    std::uint64_t daysOver30 = 0; ///< somebody waited longer than 30 minutes
    std::uint64_t violations = 0; ///< FairnessViolated: must be 0
    std::uint64_t unserved = 0;
    std::uint64_t turnedAway = 0;

    void add(const RunTally& other);
};

/// A tier keeps its target on a day if at least this share of its calls is within the target.
inline constexpr double kTargetShare = 0.9;
/// A longer wait counts its day among daysOver30.
inline constexpr Millis kLongWait = Minutes{30};

/// Counts the calls of one run: customers [`from`, `to`) by arrival.
class RunCounter : public RunObserver
{
public:
    RunCounter(const Rules& rules, std::uint64_t from, std::uint64_t to);

    void issued(const State& state, const Ticket& ticket, Instant now) override;
    void called(const SimulatedCall& call) override;
    void violated(const FairnessViolated&) override { ++m_tally.violations; }
    void turnedAway() override { ++m_tally.turnedAway; }
    /// Everybody in [`from`, `to`) was called.
    [[nodiscard]] bool hasEnough() const override { return m_counted == m_to - m_from; }

    [[nodiscard]] std::uint64_t counted() const { return m_counted; }
    [[nodiscard]] const RunTally& tally() const { return m_tally; }
    /// Adds the figures of a whole day, from its opening until the last customer has left.
    void finishDay(const HallRun& run, Instant opened);
    /// Adds the time from the first to the last counted arrival, in which all counters were open.
    void finishEndless(const HallRun& run);

private:
    [[nodiscard]] bool inTarget() const;

    const Rules& m_rules;
    std::uint64_t m_from;
    std::uint64_t m_to;
    std::uint64_t m_counted = 0;
    std::optional<Instant> m_firstIssue; ///< of the counted customers
    Instant m_lastIssue{};
    RunTally m_tally;
};

} // namespace starqueue::queue
