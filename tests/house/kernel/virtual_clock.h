#pragma once

#include <algorithm>
#include <chrono>

namespace starqueue::house {

/// The run's only clock, in ns: time since the machine's boot, and a wall clock beside it that can be
/// stepped.
class VirtualClock
{
public:
    using Elapsed = std::chrono::nanoseconds;
    using Wall = std::chrono::sys_time<std::chrono::nanoseconds>;

    /// Nine in the morning in Shanghai, a Monday.
    static constexpr Wall kMorning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} +
                                   std::chrono::hours{1}};
    /// A run begins so long after the machine's boot.
    static constexpr Elapsed kStart = std::chrono::seconds{1000};

    explicit VirtualClock(Wall wallAtStart = kMorning) : m_wallAtBoot(wallAtStart - kStart) {}

    [[nodiscard]] Elapsed elapsed() const { return m_elapsed; }
    [[nodiscard]] Elapsed sinceStart() const { return m_elapsed - kStart; }
    [[nodiscard]] Wall wall() const { return m_wallAtBoot + m_elapsed; }

    /// Never goes back: an earlier instant changes nothing.
    void advanceTo(Elapsed elapsed) { m_elapsed = std::max(m_elapsed, elapsed); }
    /// Somebody sets the wall clock; elapsed time doesn't notice.
    void stepWall(std::chrono::nanoseconds by) { m_wallAtBoot += by; }
    void setWall(Wall wall) { m_wallAtBoot = wall - m_elapsed; }

private:
    Elapsed m_elapsed = kStart;
    Wall m_wallAtBoot;
};

} // namespace starqueue::house
