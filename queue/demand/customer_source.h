#pragma once

#include <queue/demand/random_stream.h>
#include <queue/demand/scenario.h>
#include <queue/rules/ids.h>
#include <time/instant.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace starqueue::queue {

/// A customer of a simulated hall. Service time and no-show are drawn beforehand, so that they are the same
/// under other rules.
struct SimulatedCustomer
{
    Instant arrives{};
    Millis approach{0}; ///< from the call to the start; of a no-show: how long the counter waits
    Millis service{0};
    ServiceIx wants;
    std::uint8_t stars = 0;
    bool keyContact = false;
    GroupIx statutory = kNoGroup;
    bool comes = true; ///< false: a no-show

    friend bool operator==(const SimulatedCustomer&, const SimulatedCustomer&) = default;
};

/// Customers in order of arrival.
class CustomerSource
{
public:
    CustomerSource() = default;
    CustomerSource(const CustomerSource&) = delete;
    CustomerSource& operator=(const CustomerSource&) = delete;
    virtual ~CustomerSource() = default;

    /// The next customer; empty when there are no more.
    [[nodiscard]] virtual std::optional<SimulatedCustomer> next() = 0;
};

/// A given list of customers, such as a recorded day's.
class KnownCustomers : public CustomerSource
{
public:
    /// `customers` are in order of arrival and must outlive the source.
    explicit KnownCustomers(const std::vector<SimulatedCustomer>& customers) : m_customers(customers) {}

    std::optional<SimulatedCustomer> next() override
    {
        return m_next < m_customers.size() ? std::optional(m_customers[m_next++]) : std::nullopt;
    }

private:
    const std::vector<SimulatedCustomer>& m_customers;
    std::size_t m_next = 0;
};

/// Customers drawn from a demand. The same demand, seed and stream give the same customers, whatever the
/// rules and counters (common random numbers).
class DrawnCustomers : public CustomerSource
{
public:
    /// Draws arrivals from `opens` on. `lasts` empty: without end, repeating the day's hours.
    DrawnCustomers(const Demand& demand, const Rules& rules, Instant opens, std::optional<Millis> lasts,
                   std::uint64_t seed, std::uint64_t stream);

    std::optional<SimulatedCustomer> next() override;

private:
    /// Distribution of the service time for one service and tier: log-normal parameters, or an exponential's
    /// mean.
    struct ServiceTime
    {
        double mean = 0; ///< ms
        double mu = 0;
        double sigma = 0;
        bool exponential = false;
    };

    [[nodiscard]] double passHours(double work);
    [[nodiscard]] Millis draw(const ServiceTime& time);

    const Demand& m_demand;
    Instant m_opens;
    std::optional<Millis> m_lasts;
    RandomStream m_random;
    double m_dayFactor = 1;
    double m_at = 0;                     ///< ms since the opening
    std::vector<double> m_serviceShares; ///< cumulative, ends with 1
    std::vector<double> m_tierShares;
    std::vector<ServiceTime> m_times;  ///< by tier, service
    std::vector<std::uint8_t> m_stars; ///< by tier
};

} // namespace starqueue::queue
