#pragma once

#include <queue/demand/customer_source.h>
#include <queue/estimation/hall_snapshot.h>
#include <queue/estimation/time_table.h>
#include <queue/experience/belief.h>

#include <vector>

namespace starqueue::queue {

/// Customers drawn from a Belief: those who wait now, then expected arrivals.
///
/// The same belief, seed and stream give the same customers, whatever rules and counters they are tried on.
class ForecastCustomers : public CustomerSource
{
public:
    /// Arrivals in [`from`, `until`). `belief` and `rules` must outlive the source.
    ForecastCustomers(const Belief& belief, const Rules& rules, Instant from, Instant until,
                      std::uint64_t seed, std::uint64_t stream);

    /// Begins with those who wait in `hall`, with their τ. Call it before the first next().
    void beginWith(const HallSnapshot& hall);
    /// Draws until when each counter of `hall` is occupied by its present customer; by CounterIx.
    [[nodiscard]] std::vector<Instant> takenUntil(const HallSnapshot& hall);

    /// When the first of those who wait already arrived; without any: `from`.
    [[nodiscard]] Instant firstArrival() const
    {
        return m_waiting.empty() ? m_at : m_waiting.front().arrives;
    }

    std::optional<SimulatedCustomer> next() override;

private:
    void fill(SimulatedCustomer& customer);
    [[nodiscard]] Instant nextArrival();

    const Belief& m_belief;
    const Rules& m_rules;
    Instant m_at;
    Instant m_until;
    RandomStream m_random;
    double m_factor = 1;
    std::vector<TimeTable> m_times; ///< by service
    std::vector<SimulatedCustomer> m_waiting;
    std::size_t m_next = 0;
};

} // namespace starqueue::queue
