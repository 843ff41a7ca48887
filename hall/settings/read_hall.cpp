#include <hall/settings/section_readers.h>

#include <time/hall_zone.h>

#include <algorithm>

namespace starqueue::settings {

namespace {

void readTimeZone(formats::TableReader& hall, HallSettings& settings)
{
    settings.timeZone = hall.text("time_zone", "Asia/Shanghai");
    if (!settings.timeZone.empty() && !time::HallZone::named(settings.timeZone))
        hall.refuse("time_zone", "must be a zone that this machine knows, such as \"Asia/Shanghai\" (without "
                                 "the package tzdata it knows none)");
}

void readDayStart(formats::TableReader& hall, HallSettings& settings)
{
    const std::string written = hall.text("day_starts", "05:00");
    const auto time = parseTimeOfDay(written);
    if (time && *time < Minutes{24 * 60})
        settings.dayStarts = *time;
    else if (!written.empty())
        hall.refuse("day_starts", "must be a time from \"00:00\" to \"23:59\"");
}

void readPublicUrl(formats::TableReader& hall, HallSettings& settings)
{
    settings.publicUrl = hall.textIfAny("public_url");
    if (!settings.publicUrl)
        return;
    std::string& url = *settings.publicUrl;
    const bool good = url.starts_with("http://") || url.starts_with("https://");
    const bool plain = url.find_first_of("?# \"") == std::string::npos;
    if (!url.empty() && (!good || !plain))
        hall.refuse("public_url", "must begin with https:// (or http://) and hold no ?, # or blank");
    while (url.ends_with('/'))
        url.pop_back();
}

bool isHallId(const std::string& id)
{
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](unsigned char c) {
        return std::isalnum(c) || c == '-' || c == '_' || c == '.';
    });
}

} // namespace

queue::Name readName(formats::TableReader& table, std::string_view key)
{
    queue::Name name;
    if (!table.has(key))
        table.refuse(key, "is missing; it must be given here");
    table.section(key, [&name](formats::TableReader& both) {
        name.zh = both.name("zh");
        name.en = both.name("en");
    });
    return name;
}

void readHall(formats::TableReader& hall, HallSettings& settings)
{
    settings.id = hall.text("id");
    if (!settings.id.empty() && !isHallId(settings.id))
        hall.refuse("id", "must be 1 to 64 letters, digits, dots, dashes or underscores");
    settings.name = hall.name("name");
    settings.path = hall.texts("path", {});
    readTimeZone(hall, settings);
    readDayStart(hall, settings);
    settings.carryWaiting = hall.yesNo("carry_waiting", false);
    settings.closeSlip = hall.text("close_slip", "");
    readOpeningHours(hall, settings.opens);
    readPublicUrl(hall, settings);
    settings.rules.discipline = hall.word("discipline", queue::Discipline::HeadStart);
}

} // namespace starqueue::settings
