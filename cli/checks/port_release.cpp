#include <cli/checks/port_release.h>

#include <cli/checks/hall_access.h>

#include <formats/toml/parse.h>
#include <formats/toml/read_file.h>

#include <nlohmann/json.hpp>

namespace starqueue::cli {

namespace {

namespace fs = std::filesystem;

std::string absolutePort(const fs::path& hall, const std::string& port)
{
    return port.starts_with("tcp:") ? port : (hall / port).lexically_normal().string();
}

} // namespace

tl::expected<NamedPrinter, std::string> printerIn(const fs::path& hall, const std::string& idOrPort)
{
    const fs::path file = hall / "bridge.toml";
    const auto bridge = formats::readSettingsText(file).and_then(
        [&file](const std::string& text) { return formats::parseToml(text, file.string()); });
    if (!bridge)
        return tl::unexpected(formats::errorMessage(bridge.error()));
    const toml::array* const printers = (*bridge)["printer"].as_array();
    for (std::size_t i = 0; printers && i < printers->size(); ++i) {
        const toml::node_view<const toml::node> table{(*printers)[i]};
        const NamedPrinter printer{table["id"].value_or(std::string{}),
                                   absolutePort(fs::absolute(hall), table["port"].value_or(std::string{}))};
        if (printer.id == idOrPort || printer.port == idOrPort)
            return printer;
    }
    return tl::unexpected(file.string() + " has no [[printer]] with the id or port \"" + idOrPort + '"');
}

tl::expected<void, std::string> askForPort(const fs::path& hall, const std::string& printer, int seconds)
{
    const nlohmann::json fields{{"seconds", seconds}};
    const auto answer = hallIn(hall, "technician").and_then([&](const HallAccess& access) {
        return command(access, "/api/v1/devices/" + printer + "/release", fields);
    });
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}

} // namespace starqueue::cli
