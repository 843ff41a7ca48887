#include <formats/toml/parse.h>

#include <formats/encoding/decode.h>

#include <optional>
#include <utility>

namespace starqueue::formats {

namespace {

/// TOML is UTF-8. Editors and spreadsheets may save it otherwise; the parser would only see a wrong byte.
std::optional<std::string> encodingProblem(std::string_view text)
{
    const auto found = decoded(text);
    if (found && found->encoding != Encoding::Utf8)
        return "is written in " + std::string{word(found->encoding)} + "; save it as utf-8";
    const auto utf8 = decoded(text, Encoding::Utf8);
    return utf8 ? std::nullopt : std::optional{"must be utf-8, and " + utf8.error()};
}

} // namespace

tl::expected<toml::table, SettingProblem> parseToml(std::string_view text, const std::string& file)
{
    if (auto problem = encodingProblem(text))
        return tl::unexpected(SettingProblem{file, 0, "", "", std::move(*problem)});
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        const std::string what(error.description());
        return tl::unexpected(SettingProblem{file, static_cast<int>(error.source().begin.line), "", "",
                                             "this is not TOML: " + what});
    }
}

} // namespace starqueue::formats
