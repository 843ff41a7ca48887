#include <time/hall_zone.h>
#include <time/zone_file.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <utility>
#include <vector>

using namespace starqueue;
using namespace starqueue::time;
using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

HallZone zone(std::string_view name)
{
    const auto zone = HallZone::named(name);
    EXPECT_TRUE(zone) << zone.error();
    return zone.value_or(HallZone{});
}

/// Seconds east of UTC by the C library, which reads the same files by its own code; of the zone in TZ.
std::int32_t systemOffset(std::int64_t at)
{
    const std::time_t instant = at;
    std::tm shown{};
    ::localtime_r(&instant, &shown);
    return static_cast<std::int32_t>(shown.tm_gmtoff);
}

void setSystemZone(const char* name)
{
    ::setenv("TZ", name, 1);
    ::tzset();
}

std::int32_t offsetOf(const HallZone& zone, std::int64_t at)
{
    return static_cast<std::int32_t>(zone.offsetAt({Instant{Seconds{at}}}).count());
}

using Transition = std::pair<std::int64_t, std::int32_t>; ///< from when on, which offset

/// The first second in (`before`, `after`] at which `offsetAt` isn't what it is at `before`.
template <class OffsetAt>
std::int64_t firstChange(std::int64_t before, std::int64_t after, const OffsetAt& offsetAt)
{
    const std::int32_t old = offsetAt(before);
    while (after - before > 1) {
        const std::int64_t middle = before + (after - before) / 2;
        (offsetAt(middle) == old ? before : after) = middle;
    }
    return after;
}

/// Every change of `offsetAt` from 1970 to the end of 2100, to the second. No zone goes there and back within
/// six hours.
template <class OffsetAt> std::vector<Transition> transitions(const OffsetAt& offsetAt)
{
    constexpr std::int64_t kStep = 6 * 3600;
    constexpr std::int64_t kEnd = Seconds{sys_days{year{2101} / 1 / 1}.time_since_epoch()}.count();
    std::vector<Transition> found;
    for (std::int64_t at = 0; at < kEnd; at += kStep) {
        for (std::int64_t from = at; offsetAt(from) != offsetAt(at + kStep);) {
            from = firstChange(from, at + kStep, offsetAt);
            found.emplace_back(from, offsetAt(from));
        }
    }
    return found;
}

} // namespace

// date/tz fails this test: see docs/decisions/zone-file-parser.md.
TEST(HallZone, ChangesItsOffsetAtTheSystemsSecondsFrom1970To2100)
{
    for (const char* name : {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Sydney",
                             "America/Sao_Paulo", "Africa/Casablanca"}) {
        setSystemZone(name);
        const HallZone hall = zone(name);
        const auto ours = transitions([&hall](std::int64_t at) { return offsetOf(hall, at); });
        EXPECT_EQ(ours, transitions(systemOffset)) << name;
        EXPECT_EQ(offsetOf(hall, 0), systemOffset(0)) << name;
        EXPECT_GE(ours.size(), 12U) << name << ": each of them had summer time once";
    }
}

TEST(HallZone, AgreesWithTheSystemInEveryZoneAtRandomInstants)
{
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (const char* name : {"Australia/Lord_Howe", "Asia/Kathmandu", "Europe/Dublin", "UTC"}) {
        setSystemZone(name);
        const HallZone hall = zone(name);
        for (int i = 0; i < 2000; ++i) {
            const auto at = std::uniform_int_distribution<std::int64_t>{0, 4'133'980'799}(random);
            ASSERT_EQ(offsetOf(hall, at), systemOffset(at)) << name << " at " << at;
        }
    }
}

TEST(HallZone, ShanghaiIsEightHoursAhead)
{
    const WallTime instant{sys_days{year{2026} / 11 / 21} + 16h + 30min};
    const LocalTime shown = zone("Asia/Shanghai").local(instant);
    EXPECT_EQ(shown.date, Date(year{2026} / 11 / 22));
    EXPECT_EQ(shown.sinceMidnight, 30min);
    EXPECT_EQ(zone("Asia/Shanghai").text(instant), "2026-11-22 00:30");
}

TEST(HallZone, ThereAndBackIsTheSameInstant)
{
    const HallZone hall = zone("Europe/Berlin");
    for (WallTime instant{sys_days{year{2026} / 1 / 1}}; instant.utc < sys_days{year{2027} / 1 / 1};
         instant = instant + 17min) {
        const LocalTime shown = hall.local(instant);
        const WallTime back = hall.wallTimeOf(shown.date, shown.sinceMidnight);
        EXPECT_TRUE(back == instant || back == instant - 1h) << "the earlier one of two";
        EXPECT_EQ(hall.text(back), hall.text(instant));
    }
}

TEST(HallZone, ATimeThatTheClockSkipsIsMovedOnByTheSkip)
{
    const Date date = year{2026} / 3 / 29;
    EXPECT_EQ(zone("Europe/Berlin").wallTimeOf(date, 2h + 30min).utc, sys_days{date} + 1h + 30min);
}

TEST(HallZone, AnUnknownNameIsToldWithAnExample)
{
    for (const char* name : {"Asia/Atlantis", "", "../../etc/passwd", "/etc/localtime", "Asia"}) {
        const auto none = HallZone::named(name);
        ASSERT_FALSE(none) << name;
        EXPECT_NE(none.error().find("Asia/Shanghai"), std::string::npos);
    }
}

TEST(ZoneFile, AFileCutAtAnyByteOrWithAnyBitFlippedIsReadOrRefusedButNeverRunOver)
{
    std::ifstream in{"/usr/share/zoneinfo/Europe/Berlin", std::ios::binary};
    const std::string whole{std::istreambuf_iterator<char>{in}, {}};
    ASSERT_FALSE(whole.empty());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto cut = ZoneFile::parse("cut", std::string_view{whole}.substr(0, length));
        EXPECT_TRUE(cut || cut.error().find("cut") != std::string::npos);
    }
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
        static_cast<void>(ZoneFile::parse("flipped", flipped));
    }
}
