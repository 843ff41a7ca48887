#pragma once

#include <queue/demand/customer_source.h>
#include <queue/estimation/hall_now.h>
#include <queue/estimation/time_table.h>
#include <queue/experience/belief.h>

#include <vector>

namespace starqueue::queue {

/// What is drawn from a Belief: the customers who wait now, then those who are expected.
///
/// The same belief, seed and stream: the same customers, whatever rules and counters are tried on them.
class ForeseenCustomers : public CustomerSource
{
public:
    /// Those who come in [`from`, `until`). `belief` and `rules` must outlive the source.
    ForeseenCustomers(const Belief& belief, const Rules& rules, Instant from, Instant until,
                      std::uint64_t seed, std::uint64_t stream);

    /// First, who waits in `hall`, with the time from which they count. Before the first next().
    void beginWith(const HallNow& hall);
    /// Draws until when each counter of `hall` is taken by its present customer; by CounterIx.
    [[nodiscard]] std::vector<Instant> takenUntil(const HallNow& hall);

    /// Of those who wait already; where nobody does: the beginning.
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
