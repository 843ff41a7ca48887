#include <cli/checks/examination.h>

#include <formats/toml/parse.h>
#include <formats/toml/read_file.h>
#include <hall/settings/printed_texts.h>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;
using Grade = Finding::Grade;

std::string whyNot(int error)
{
    switch (error) {
    case ENOENT:
        return "isn't there: plug the device in, or start starqueue-devices";
    case EACCES:
        return "may not be opened: add this user to the group dialout";
    case EBUSY:
        return "is in use by another program";
    default:
        return std::strerror(error);
    }
}

Finding examinePort(const std::string& device, const fs::path& port)
{
    const std::string about = device + " at " + port.string();
    const int descriptor = ::open(port.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return {errno == ENOENT ? Grade::Note : Grade::Bad, about, whyNot(errno)};
    termios line{};
    const bool isTerminal = ::tcgetattr(descriptor, &line) == 0;
    ::close(descriptor);
    if (!isTerminal)
        return {Grade::Bad, about, "is no serial port"};
    return {Grade::Well, about, "opens"};
}

tl::expected<toml::table, formats::SettingProblem> bridgeIn(const fs::path& file)
{
    return formats::readSettingsText(file).and_then(
        [&file](const std::string& text) { return formats::parseToml(text, file.string()); });
}

void examineEach(const toml::table& bridge, const char* kind, const fs::path& dir,
                 std::vector<Finding>& findings)
{
    const toml::array* devices = bridge[kind].as_array();
    for (std::size_t i = 0; devices && i < devices->size(); ++i) {
        const toml::node_view<const toml::node> device{(*devices)[i]};
        const std::string id = device["id"].value_or(std::string{kind});
        if (const auto port = device["port"].value<std::string>())
            findings.push_back(examinePort(id, dir / *port));
        else
            findings.push_back({Grade::Bad, id, "bridge.toml names no port for it"});
    }
}

} // namespace

std::vector<Finding> examinePorts(const fs::path& dir)
{
    const fs::path file = dir / "bridge.toml";
    std::error_code error;
    if (!fs::exists(file, error))
        return {{Grade::Note, file.string(), "isn't there: this machine has no devices"}};
    const auto bridge = bridgeIn(file);
    if (!bridge)
        return {{Grade::Bad, "setting", formats::errorMessage(bridge.error())}};
    std::vector<Finding> findings;
    examineEach(*bridge, "printer", dir, findings);
    examineEach(*bridge, "bus", dir, findings);
    return findings;
}

// What can't be read is said with the settings and the ports.
std::vector<Finding> examinePrinters(const fs::path& dir)
{
    const auto settings = settings::readHallSettings(dir / "hall.toml");
    const auto bridge = bridgeIn(dir / "bridge.toml");
    const toml::array* printers = bridge ? (*bridge)["printer"].as_array() : nullptr;
    std::vector<Finding> findings;
    for (std::size_t i = 0; settings && printers && i < printers->size(); ++i) {
        const toml::node_view<const toml::node> printer{(*printers)[i]};
        const bool isChinese = printer["chinese"].value_or(true);
        const std::string id = printer["id"].value_or(std::string{"printer"});
        for (const std::string& text : settings::unprintableTexts(
                 *settings, isChinese ? formats::Repertoire::Chinese : formats::Repertoire::Ascii))
            findings.push_back({Grade::Note, id, "has no glyph for what stands in " + text});
    }
    return findings;
}

} // namespace starqueue::cli
