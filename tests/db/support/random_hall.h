#pragma once

#include <queue/decide.h>

#include <cstdint>
#include <functional>
#include <random>

namespace starqueue::db::test {

/// Three services, three tiers, four counters (the last dedicated to five stars).
[[nodiscard]] queue::Rules hallRules();

/// A random walk through a hall's states: random commands, carried out by the real rules.
class RandomHall
{
public:
    using Saw = std::function<void(const queue::Event&, Instant, const queue::State& before,
                                   const queue::State& after)>;

    explicit RandomHall(std::uint32_t seed);

    /// Carries out one random command; `saw` gets each of its events, in order.
    void step(const Saw& saw);
    /// A random command for a hall in `state` that others carry out.
    [[nodiscard]] queue::Command commandFor(const queue::State& state, Instant now);
    /// Carries out `command`; false: refused.
    bool carryOut(const queue::Command& command, const Saw& saw);

    void pass(Millis time) { m_now += time; }
    [[nodiscard]] const queue::State& state() const { return m_state; }
    [[nodiscard]] Instant now() const { return m_now; }

private:
    [[nodiscard]] int below(int end) { return std::uniform_int_distribution<>{0, end - 1}(m_random); }
    queue::Command nextCommand();
    queue::DayHoursPtr hours();
    queue::CounterIx counter();
    queue::ServiceIx service();
    queue::TicketId ticket();
    queue::TicketId parked();
    queue::RatingSessionId session();
    queue::Bits128 bits();
    queue::Command anyCommand();
    queue::Command anyTicketCommand();
    queue::Command anyByHand();
    queue::Command anyCounterCommand();
    queue::Command anyFloorCommand(queue::CounterIx at);
    queue::Command anyHouseCommand();
    queue::Command anyCalibration();
    queue::Command undo();
    queue::Command takeStepBack();
    queue::Command anyClockCommand();
    queue::Command anyDeviceCommand();
    queue::Command anyRequest();
    queue::Command anyPhoneRating();

    std::mt19937 m_random;
    queue::State m_state;
    Instant m_now;
};

/// 2026-11-22 01:00 UTC, nine in the morning in the hall.
inline constexpr Instant kMorning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} +
                                  std::chrono::hours{1}};

} // namespace starqueue::db::test
