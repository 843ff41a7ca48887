#pragma once

#include <queue/staffing/staffing.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// The step of a plan.
inline constexpr Minutes kHalfHour{30};

/// The outcome of one run of a plan, or the sum of many.
struct StaffingOutcome
{
    std::uint64_t runs = 0;
    std::uint64_t kept = 0;
    std::vector<std::uint64_t> customers; ///< by tier
    std::vector<std::uint64_t> inTarget;
    std::vector<double> late; ///< minutes beyond the target, by half-hour of arrival

    StaffingOutcome(std::size_t tiers, std::size_t halfHours)
        : customers(tiers), inTarget(tiers), late(halfHours)
    {}

    void add(const StaffingOutcome& other)
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

/// Simulates plans with the same customers. One thread; its runs use the threads of `options`. Question and
/// options must outlive it.
class StaffingTrial
{
public:
    StaffingTrial(const StaffingQuestion& question, const SimulationOptions& options)
        : m_question(question), m_options(options), m_order(openingOrder(*question.rules))
    {
        if (question.now)
            putOpenFirst(*question.now);
    }

    [[nodiscard]] int most() const { return static_cast<int>(m_order.size()); }
    [[nodiscard]] bool stopped() const { return m_options.stop.stop_requested(); }
    /// Runs with `counters` in each half-hour, drawn from the streams after `firstStream`.
    [[nodiscard]] StaffingOutcome run(const std::vector<int>& counters, std::uint64_t firstStream) const;

private:
    void putOpenFirst(const HallSnapshot& hall);
    [[nodiscard]] StaffingOutcome runOnce(const std::vector<int>& counters, std::uint64_t stream) const;

    const StaffingQuestion& m_question;
    const SimulationOptions& m_options;
    std::vector<CounterIx> m_order;
};

} // namespace starqueue::queue
