#include <db/journal/journal_clock.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <utility>

namespace starqueue::db {

namespace {

constexpr Millis kSmallestStep = Seconds{1};
constexpr Millis kLargestStep = Minutes{2};

std::chrono::sys_time<Millis> systemWall()
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

Millis systemSteady()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<Millis>(std::chrono::seconds{now.tv_sec} +
                                              std::chrono::nanoseconds{now.tv_nsec});
}

std::string systemBoot()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

bool isOfBoot(const std::optional<ClockAnchor>& anchor, const std::string& boot)
{
    return anchor && !boot.empty() && anchor->boot == boot;
}

} // namespace

MachineClocks MachineClocks::system()
{
    return {systemWall, systemSteady, systemBoot()};
}

JournalClock::JournalClock() : JournalClock(MachineClocks::system()) {}

JournalClock::JournalClock(MachineClocks clocks) : m_clocks(std::move(clocks))
{
    startAfter({}, {}, {});
}

void JournalClock::startAfter(Instant last, time::WallOffset offset, const std::optional<ClockAnchor>& anchor)
{
    m_now = elapsedAtStart(last, offset, anchor);
    m_steadyAtNow = m_clocks.steady();
    m_followsAnyStep = m_clocks.wall() >= offset.wall(last).utc;
}

Instant JournalClock::elapsedAtStart(Instant last, time::WallOffset offset,
                                     const std::optional<ClockAnchor>& anchor) const
{
    const Millis steady = m_clocks.steady();
    if (isOfBoot(anchor, m_clocks.boot))
        return std::max(last, anchor->elapsed + std::max(steady - anchor->steady, Millis{0}));
    const Instant byWall = offset.elapsed({m_clocks.wall()});
    if (byWall >= last)
        return byWall;
    return anchor ? last + steady : last;
}

Instant JournalClock::now()
{
    const Millis steady = m_clocks.steady();
    m_now += std::max(steady - m_steadyAtNow, Millis{0});
    m_steadyAtNow = steady;
    return m_now;
}

Millis JournalClock::stepFrom(time::WallOffset journalled)
{
    return m_clocks.wall() - journalled.wall(now()).utc;
}

std::optional<time::WallOffset> JournalClock::newOffset(time::WallOffset journalled)
{
    const Millis step = stepFrom(journalled);
    const bool differs = abs(step) >= kSmallestStep;
    if (!differs)
        m_followsAnyStep = false;
    if (!differs || (abs(step) > kLargestStep && !m_followsAnyStep))
        return std::nullopt;
    return time::WallOffset{journalled.ahead + step};
}

std::optional<Millis> JournalClock::doubt(time::WallOffset journalled)
{
    const Millis step = stepFrom(journalled);
    return abs(step) > kLargestStep && !m_followsAnyStep ? std::optional{step} : std::nullopt;
}

ClockAnchor JournalClock::anchor()
{
    const Instant elapsed = now();
    return {m_clocks.boot, m_steadyAtNow, elapsed};
}

} // namespace starqueue::db
