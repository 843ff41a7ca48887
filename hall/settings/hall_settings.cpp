#include <hall/settings/hall_settings.h>

#include <formats/toml/parse.h>
#include <formats/toml/read_file.h>
#include <hall/settings/section_readers.h>

#include <algorithm>
#include <set>

namespace starqueue::settings {

namespace {

HallSettings readSettings(const toml::table& table, formats::Diagnostics& diagnostics)
{
    HallSettings settings;
    formats::TableReader reader(table, "", diagnostics);
    if (!reader.has("hall"))
        reader.refuse("hall", "is missing; the file must have a section [hall]");
    reader.section("hall", [&settings](formats::TableReader& hall) { readHall(hall, settings); });
    readRules(reader, settings);
    readCases(reader, settings.cases);
    readCalendar(reader, settings);
    settings.workingDays = workingDaysOf(settings.opens, settings.cases.week);
    readPlan(reader, settings);
    readServer(reader, settings);
    reader.finish();
    // Rules that don't parse aren't validated.
    if (diagnostics.problems.empty())
        diagnostics.problems = rulesProblems(settings.rules, diagnostics);
    return settings;
}

} // namespace

namespace {

/// Whether anybody enters dates here that are like another day.
bool keepsCalendar(const OpeningHours& hours)
{
    return !hours.holidays.empty() || std::ranges::any_of(hours.exceptions, [](const auto& dated) {
        return dated.second.like.has_value();
    });
}

} // namespace

std::optional<int> yearWithoutPublicDays(const OpeningHours& hours, Date today)
{
    if (!keepsCalendar(hours))
        return {};
    const std::set<std::chrono::year> known = yearsWithPublicDays(hours);
    if (!known.contains(today.year()))
        return static_cast<int>(today.year());
    const std::chrono::year next = today.year() + std::chrono::years{1};
    if (today.month() >= std::chrono::November && !known.contains(next))
        return static_cast<int>(next);
    return {};
}

tl::expected<HallSettings, formats::SettingProblems> parseHallSettings(std::string_view text,
                                                                       const std::string& file)
{
    formats::Diagnostics diagnostics{file, {}, {}};
    const auto table = formats::parseToml(text, file);
    if (!table)
        return tl::unexpected(formats::SettingProblems{table.error()});
    HallSettings settings = readSettings(*table, diagnostics);
    if (diagnostics.problems.empty())
        return settings;
    std::ranges::stable_sort(diagnostics.problems, {}, &formats::SettingProblem::line);
    return tl::unexpected(diagnostics.problems);
}

tl::expected<HallSettings, formats::SettingProblems> readHallSettings(const std::filesystem::path& file,
                                                                      files::Files& files)
{
    auto text = formats::readSettingsText(file, files);
    if (!text) {
        text.error().advice += "; `starqueue init DIR` makes one to start from";
        return tl::unexpected(formats::SettingProblems{text.error()});
    }
    return parseHallSettings(*text, file.string());
}

tl::expected<HallSettings, formats::SettingProblems> readServiceSettings(const std::filesystem::path& file,
                                                                         files::Files& files)
{
    auto settings = readHallSettings(file, files);
    if (settings && !settings->webhook.url.empty())
        if (auto problem = readWebhookSecret(settings->webhook, file, files))
            return tl::unexpected(formats::SettingProblems{std::move(*problem)});
    return settings;
}

} // namespace starqueue::settings
