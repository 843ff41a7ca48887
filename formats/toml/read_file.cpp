#include <formats/toml/read_file.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace starqueue::formats {

tl::expected<std::string, SettingProblem> readSettingsText(const std::filesystem::path& file)
{
    const auto wrong = [&file](const std::string& what) {
        return tl::unexpected(SettingProblem{file.string(), 0, "", "", what});
    };
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        return wrong("is a folder; name a file of settings");
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return wrong(std::string{"can't be read: "} + std::strerror(errno));
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return wrong("is empty");
    return text;
}

} // namespace starqueue::formats
