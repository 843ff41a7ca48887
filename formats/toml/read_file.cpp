#include <formats/toml/read_file.h>

#include <utility>

namespace starqueue::formats {

tl::expected<std::string, SettingProblem> readSettingsText(const std::filesystem::path& file,
                                                           files::Files& files)
{
    const auto wrong = [&file](const std::string& what) {
        return tl::unexpected(SettingProblem{file.string(), 0, "", "", what});
    };
    auto text = files.read(file);
    if (!text && text.error().cause == files::Cause::IsDirectory)
        return wrong("is a folder; name a file of settings");
    if (!text)
        return wrong("can't be read: " + text.error().reason);
    if (text->find_first_not_of(" \t\r\n") == std::string::npos)
        return wrong("is empty");
    return std::move(*text);
}

} // namespace starqueue::formats
