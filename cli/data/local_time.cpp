#include <cli/data/local_time.h>

#include <time/hall_zone.h>
#include <time/timestamp.h>

#include <optional>
#include <utility>

namespace starqueue::cli {

namespace {

constexpr const char* kLocalTime = "2026-11-28 10:04";

std::optional<std::pair<Date, Millis>> partsOf(const std::string& text)
{
    if (text.size() != std::string_view{kLocalTime}.size() || text[10] != ' ')
        return std::nullopt;
    const auto date = time::parseGivenDate(text.substr(0, 10));
    const auto minutes = settings::parseTimeOfDay(text.substr(11));
    return date && minutes && *minutes < Minutes{24 * 60} ? std::optional{std::pair{*date, Millis{*minutes}}}
                                                          : std::nullopt;
}

} // namespace

std::string isLocalTime(const std::string& text)
{
    return partsOf(text) ? std::string{} : "is not a time such as \"" + std::string{kLocalTime} + '"';
}

tl::expected<time::WallTime, std::string> localTimeIn(const std::filesystem::path& settings,
                                                      const std::string& text)
{
    const auto hall = settings::readHallSettings(settings);
    if (!hall)
        return tl::unexpected(formats::errorMessage(hall.error()));
    const auto zone = time::HallZone::named(hall->timeZone);
    if (!zone)
        return tl::unexpected(zone.error());
    const auto parts = partsOf(text);
    return zone->wallTimeOf(parts->first, parts->second);
}

Date todayIn(const settings::HallSettings& hall, Instant now)
{
    const auto zone = time::HallZone::named(hall.timeZone);
    return zone.value_or(time::HallZone{}).local(time::WallTime{now}).date;
}

} // namespace starqueue::cli
