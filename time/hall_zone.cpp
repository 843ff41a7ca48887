#include <time/hall_zone.h>

#include <time/timestamp.h>
#include <time/zone_file.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace starqueue::time {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;

HallZone::HallZone() : m_name("UTC") {}

tl::expected<HallZone, std::string> HallZone::named(std::string_view name)
{
    return ZoneFile::load(name);
}

seconds HallZone::offsetAt(WallTime at) const
{
    const std::int64_t second = floor<seconds>(at.utc).time_since_epoch().count();
    const auto next = std::ranges::upper_bound(m_changes, second, {}, &Change::from);
    return seconds{next == m_changes.begin() ? m_firstOffset : std::prev(next)->offset};
}

LocalTime HallZone::local(WallTime at) const
{
    const auto shown = at.utc + offsetAt(at);
    const auto midnight = floor<days>(shown);
    return {Date{midnight}, shown - midnight};
}

// Only the offsets in force a day before and a day after can apply. The first gives the earlier of two
// instants, and moves a skipped local time forward by the skip.
WallTime HallZone::wallTimeOf(Date date, Millis sinceMidnight) const
{
    const WallTime shown{std::chrono::sys_days{date} + sinceMidnight};
    const WallTime first = shown - offsetAt(shown - days{1});
    const WallTime second = shown - offsetAt(shown + days{1});
    const auto shows = [&](WallTime at) { return at + offsetAt(at) == shown; };
    return !shows(first) && shows(second) ? second : first;
}

std::string HallZone::text(WallTime at) const
{
    const LocalTime shown = local(at);
    const auto minutes = floor<std::chrono::minutes>(shown.sinceMidnight).count();
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), " %02d:%02d", static_cast<int>(minutes / 60 % 24),
                  static_cast<int>(minutes % 60));
    return dateText(shown.date) + clock.data();
}

} // namespace starqueue::time
