#pragma once

#include <queue/demand/scenario.h>
#include <queue/simulation/hall_run.h>

#include <map>
#include <vector>

namespace starqueue::queue::test {

/// `counters` alike, one service of 6 min, four tiers of which each has twice the customers of the one above.
/// No guard, no no-shows, exponential times; keeps 0.9 of the counters busy.
[[nodiscard]] Scenario plainHall(int counters);

/// A hall of four counters with all that halls have: two services, hours, no-shows, a counter dedicated to
/// the highest tier, a guard.
[[nodiscard]] Scenario busyHall();

inline const Instant kOpening = Instant{} + std::chrono::hours{9};

/// Writes down who was called when.
class CallRecorder : public RunObserver
{
public:
    struct Call
    {
        Instant at;
        Millis wait;
        TierIx tier;
        CounterIx counter;
        std::uint32_t passed;
        Millis passedMost;

        friend bool operator==(const Call&, const Call&) = default;
    };

    void issued(const State&, const Ticket&, Instant) override { ++numbers; }
    void turnedAway() override { ++refused; }
    void violated(const FairnessViolated&) override { ++violations; }
    void called(const SimulatedCall& call) override
    {
        calls[call.index] = {call.customer.arrives + call.wait,
                             call.wait,
                             call.tier,
                             call.counter,
                             call.passed,
                             call.passedMost};
    }
    [[nodiscard]] Millis sumOfWaits() const
    {
        Millis sum{0};
        for (const auto& [index, call] : calls)
            sum += call.wait;
        return sum;
    }

    std::map<std::uint64_t, Call> calls; ///< by order of coming
    std::uint64_t numbers = 0;
    std::uint64_t refused = 0;
    std::uint64_t violations = 0;
    std::size_t left = 0; ///< who waited in the end
    Millis open{0};
};

/// A day of `customers` in the hall of `scenario`.
void runDay(const Scenario& scenario, CustomerSource& customers, CallRecorder& recorder);
/// The drawn day number `day`.
void runDay(const Scenario& scenario, std::uint64_t day, CallRecorder& recorder);

} // namespace starqueue::queue::test
