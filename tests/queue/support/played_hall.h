#pragma once

#include <queue/commands.h>
#include <queue/experience/belief.h>
#include <queue/state/state.h>

#include <cstddef>
#include <random>
#include <vector>

namespace starqueue::queue::test {

/// A hall played on with every step a command, drawn from a belief by other means than its estimates: the
/// standard library's generator and distributions, service times as they come and not from tables.
class PlayedHall
{
public:
    /// `state` at `now`; its counters keep their services and stay open. Without pauses and paces of clerks.
    PlayedHall(const State& state, Belief belief, Instant now, std::uint64_t seed);

    /// How long a newcomer without stars for `service` waits until the call, in minutes, in so many plays.
    /// Ascending.
    [[nodiscard]] std::vector<double> waits(ServiceIx service, std::size_t plays);

private:
    /// A counter's present customer.
    struct Visit
    {
        Instant ends = Instant::max(); ///< max(): nobody is there
        bool comes = true;             ///< else a no-show
    };

    double play(ServiceIx service);
    void begin();
    void arrive();
    void goOn(CounterIx counter);
    void callAt(CounterIx counter);
    void carryOut(const Command& command);
    [[nodiscard]] Millis timeOf(ServiceIx service);
    [[nodiscard]] Visit newVisit(ServiceIx service);
    [[nodiscard]] Instant nextArrival();

    const State& m_start;
    const Belief m_belief;
    const Instant m_from;
    std::mt19937_64 m_random;

    // of one play
    State m_state;
    Instant m_now{};
    double m_factor = 1;
    std::vector<Visit> m_visits; ///< by CounterIx
};

} // namespace starqueue::queue::test
