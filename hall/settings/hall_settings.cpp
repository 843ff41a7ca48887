#include <hall/settings/hall_settings.h>

#include <hall/settings/section_readers.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace starqueue::settings {

namespace {

formats::SettingProblem unreadable(const std::string& file, int line, std::string_view why)
{
    return {file, line, "", "", std::string{why}};
}

HallSettings readAll(const toml::table& table, formats::Findings& findings)
{
    HallSettings settings;
    formats::TableReader reader(table, "", findings);
    if (!reader.has("hall"))
        reader.refuse("hall", "is missing; the file must have a section [hall]");
    reader.section("hall", [&settings](formats::TableReader& hall) { readHall(hall, settings); });
    readRules(reader, settings);
    readServer(reader, settings);
    reader.finish();
    // What doesn't even read can't be weighed as a whole.
    if (findings.problems.empty())
        findings.problems = rulesProblems(settings.rules, findings);
    return settings;
}

} // namespace

tl::expected<HallSettings, formats::SettingProblems> parseHallSettings(std::string_view text,
                                                                       const std::string& file)
{
    formats::Findings findings{file, {}, {}};
    try {
        HallSettings settings = readAll(toml::parse(text, file), findings);
        if (findings.problems.empty())
            return settings;
        std::ranges::stable_sort(findings.problems, {}, &formats::SettingProblem::line);
    } catch (const toml::parse_error& error) {
        const auto line = static_cast<int>(error.source().begin.line);
        findings.problems = {unreadable(file, line, "this is not TOML: " + std::string{error.description()})};
    }
    return tl::unexpected(findings.problems);
}

tl::expected<HallSettings, formats::SettingProblems> readHallSettings(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf()))
        return tl::unexpected(formats::SettingProblems{
            unreadable(file.string(), 0, "can't be read; `starqueue init DIR` makes one to start from")});
    return parseHallSettings(text.str(), file.string());
}

} // namespace starqueue::settings
