#include <time/hall_zone.h>
#include <time/zone_file.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>

using namespace starqueue;
using namespace starqueue::time;
using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year;

namespace {

time::HallZone zone(std::string_view name)
{
    const auto zone = time::HallZone::named(name);
    EXPECT_TRUE(zone) << zone.error();
    return zone.value_or(time::HallZone{});
}

/// The C library reads the same files by its own code.
std::string byTheSystem(const char* zoneName, Instant instant)
{
    ::setenv("TZ", zoneName, 1);
    ::tzset();
    const std::time_t at = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(instant));
    std::tm shown{};
    ::localtime_r(&at, &shown);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &shown);
    return text;
}

} // namespace

TEST(HallZone, AgreesWithTheSystemInEveryZoneAtRandomInstants)
{
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (const char* name :
         {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
          "America/Sao_Paulo", "Europe/Dublin", "UTC", "Africa/Casablanca"}) {
        const time::HallZone hall = zone(name);
        for (int i = 0; i < 2000; ++i) {
            const auto at = std::uniform_int_distribution<std::int64_t>{0, 3'900'000'000}(random);
            const Instant instant{std::chrono::seconds{at}};
            ASSERT_EQ(hall.text(instant), byTheSystem(name, instant)) << name << " at " << at;
        }
    }
}

TEST(HallZone, ShanghaiIsEightHoursAhead)
{
    const Instant instant = sys_days{year{2026} / 11 / 21} + 16h + 30min;
    const time::LocalTime shown = zone("Asia/Shanghai").local(instant);
    EXPECT_EQ(shown.date, Date(year{2026} / 11 / 22));
    EXPECT_EQ(shown.sinceMidnight, 30min);
}

TEST(HallZone, ThereAndBackIsTheSameInstant)
{
    const time::HallZone hall = zone("Europe/Berlin");
    for (auto instant = Instant{sys_days{year{2026} / 1 / 1}}; instant < sys_days{year{2027} / 1 / 1};
         instant += 17min) {
        const time::LocalTime shown = hall.local(instant);
        const Instant back = hall.instantOf(shown.date, shown.sinceMidnight);
        EXPECT_TRUE(back == instant || back == instant - 1h) << "the earlier one of two";
        EXPECT_EQ(hall.text(back), hall.text(instant));
    }
}

TEST(HallZone, ATimeThatTheClockSkipsIsMovedOnByTheSkip)
{
    const Date date = year{2026} / 3 / 29;
    EXPECT_EQ(zone("Europe/Berlin").instantOf(date, 2h + 30min), sys_days{date} + 1h + 30min);
}

TEST(HallZone, AnUnknownNameIsToldWithAnExample)
{
    for (const char* name : {"Asia/Atlantis", "", "../../etc/passwd", "/etc/localtime", "Asia"}) {
        const auto none = time::HallZone::named(name);
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
        const auto cut = time::ZoneFile::parse("cut", std::string_view{whole}.substr(0, length));
        EXPECT_TRUE(cut || cut.error().find("cut") != std::string::npos);
    }
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
        static_cast<void>(time::ZoneFile::parse("flipped", flipped));
    }
}
