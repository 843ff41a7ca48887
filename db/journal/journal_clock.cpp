#include <db/journal/journal_clock.h>

#include <algorithm>
#include <ctime>
#include <utility>

namespace starqueue::db {

using std::chrono::nanoseconds;

namespace {

constexpr std::int64_t kSlewInMillion = 500;
constexpr Millis kToldFrom{1000};

Instant systemWall()
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

Millis systemSteady()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<Millis>(std::chrono::seconds{now.tv_sec} + nanoseconds{now.tv_nsec});
}

/// How much of `error` slewing may correct while `passed` passes.
nanoseconds slewed(nanoseconds error, nanoseconds passed)
{
    const nanoseconds most = passed * kSlewInMillion / 1'000'000;
    return std::clamp(error, -most, most);
}

} // namespace

JournalClock::JournalClock() : JournalClock(systemWall, systemSteady) {}

JournalClock::JournalClock(Wall wall, Steady steady) : m_wall(std::move(wall)), m_steady(std::move(steady))
{
    startAfter(Instant{});
}

void JournalClock::startAfter(Instant last)
{
    m_now = std::max(m_wall(), last);
    m_rest = nanoseconds{0};
    m_steadyAtNow = m_steady();
}

Instant JournalClock::now()
{
    const Millis steady = m_steady();
    const Millis passed = std::max(steady - m_steadyAtNow, Millis{0});
    const nanoseconds error = m_wall() - (m_now + passed) - m_rest;
    m_rest += slewed(error, passed);
    const auto whole = std::chrono::floor<Millis>(m_rest);
    m_rest -= whole;
    m_now += passed + whole;
    m_steadyAtNow = steady;
    return m_now;
}

std::optional<Millis> JournalClock::newOffset()
{
    const Millis offset = m_wall() - now();
    if (abs(offset) <= kToldFrom) {
        m_toldOffset = Millis{0};
        return std::nullopt;
    }
    if (abs(offset - m_toldOffset) < kToldFrom)
        return std::nullopt;
    m_toldOffset = offset;
    return offset;
}

} // namespace starqueue::db
