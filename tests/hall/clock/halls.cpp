#include <hall/clock/halls.h>

#include <array>
#include <stdexcept>

namespace starqueue::hall::test {

namespace {

using std::chrono::month_day;

constexpr std::string_view kRest = R"(
[rating]
window_seconds = 30
[[service]]
id = "account"
prefix = "A"
name = { zh = "账户业务", en = "Accounts" }
typical_minutes = 6
[[service]]
id = "plans"
prefix = "B"
name = { zh = "套餐", en = "Plans" }
typical_minutes = 6
[[tier]]
stars = 0
[[counter]]
id = "1"
name = { zh = "1号窗口", en = "Counter 1" }
services = ["account", "plans"]
)";

settings::HallSettings parsed(const std::string& hall)
{
    auto settings = settings::parseHallSettings(
        "[hall]\nid = \"h\"\nname = \"厅\"\n" + hall + std::string{kRest}, "hall.toml");
    if (!settings)
        throw std::runtime_error(formats::errorMessage(settings.error()));
    return std::move(*settings);
}

time::HallZone zone(const char* name)
{
    auto found = time::HallZone::named(name);
    if (!found)
        throw std::runtime_error(found.error());
    return std::move(*found);
}

} // namespace

const settings::HallSettings& anySettings(Random& random)
{
    static const std::array kAll{
        parsed(""), parsed("day_starts = \"00:00\"\n"),
        parsed("opens = { mon-fri = [\"09:00-17:30\"] }\nholidays = [\"2026-12-25\"]\n"),
        parsed("[clock]\nsource = \"ntp\"\n")};
    return kAll.at(static_cast<std::size_t>(random.below(kAll.size())));
}

const time::HallZone& anyZone(Random& random)
{
    static const std::array kAll{zone("Asia/Shanghai"),    zone("Europe/Berlin"),
                                 zone("America/New_York"), zone("Australia/Lord_Howe"),
                                 zone("America/Santiago"), zone("Asia/Kathmandu")};
    return kAll.at(static_cast<std::size_t>(random.below(kAll.size())));
}

Instant anyBeginning(Random& random)
{
    using namespace std::chrono;
    constexpr std::array<month_day, 8> kSpecial{March / 8, March / 28,    November / 1,  October / 25,
                                                April / 4, September / 5, February / 27, December / 31};
    const year in{2026 + static_cast<int>(random.below(15))};
    const Millis time{random.below(Millis{hours{24}}.count())};
    if (random.oneIn(2))
        return sys_days{in / January / 1} + days{random.below(365)} + time;
    const month_day special = kSpecial.at(static_cast<std::size_t>(random.below(kSpecial.size())));
    return sys_days{in / special.month() / special.day()} + days{random.below(3)} + time;
}

} // namespace starqueue::hall::test
