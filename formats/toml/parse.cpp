#include <formats/toml/parse.h>

namespace starqueue::formats {

tl::expected<toml::table, SettingProblem> parseToml(std::string_view text, const std::string& file)
{
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& error) {
        const std::string what(error.description());
        return tl::unexpected(SettingProblem{file, static_cast<int>(error.source().begin.line), "", "",
                                             "this is not TOML: " + what});
    }
}

} // namespace starqueue::formats
