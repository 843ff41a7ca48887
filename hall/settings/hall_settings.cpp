#include <hall/settings/hall_settings.h>

#include <hall/settings/rules_problems.h>
#include <hall/settings/section_readers.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace starqueue::settings {

namespace {

SettingProblem unreadable(const std::string& file, int line, std::string_view why)
{
    return {file, line, "", "", std::string{why}};
}

HallSettings readAll(const toml::table& table, const std::string& file, SettingProblems& problems)
{
    HallSettings settings;
    LineOf lines;
    TableReader reader(table, "", file, problems);
    if (!reader.has("hall"))
        reader.refuse("hall", "is missing; the file must have a section [hall]");
    reader.section("hall", [&settings](TableReader& hall) { readHall(hall, settings); });
    readRules(reader, settings, lines);
    readServer(reader, settings);
    readBound(reader, settings.rules, lines);
    reader.finish();
    // What doesn't even read can't be weighed as a whole.
    if (problems.empty())
        problems = rulesProblems(settings.rules, lines, file);
    return settings;
}

} // namespace

tl::expected<HallSettings, SettingProblems> parseHallSettings(std::string_view text, const std::string& file)
{
    SettingProblems problems;
    try {
        HallSettings settings = readAll(toml::parse(text, file), file, problems);
        if (problems.empty())
            return settings;
        std::ranges::stable_sort(problems, {}, &SettingProblem::line);
    } catch (const toml::parse_error& error) {
        const auto line = static_cast<int>(error.source().begin.line);
        problems = {unreadable(file, line, "this is not TOML: " + std::string{error.description()})};
    }
    return tl::unexpected(problems);
}

tl::expected<HallSettings, SettingProblems> readHallSettings(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf()))
        return tl::unexpected(SettingProblems{
            unreadable(file.string(), 0, "can't be read; `starqueue init DIR` makes one to start from")});
    return parseHallSettings(text.str(), file.string());
}

} // namespace starqueue::settings
