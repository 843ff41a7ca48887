#include <cli/checks/device_words.h>
#include <cli/checks/examination.h>

#include <firmware-bridge/claim/port_claim.h>
#include <formats/toml/parse.h>
#include <formats/toml/read_file.h>
#include <hall/settings/printed_texts.h>

#include <arpa/inet.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>

#include <set>

namespace starqueue::cli {

namespace {

constexpr unsigned kUsbPrinters = 180; ///< the major number of Linux' USB devices, /dev/usb/lp* among them

namespace fs = std::filesystem;
using Grade = Finding::Grade;

/// A serial port, or a printer's device of USB.
bool isPort(int descriptor)
{
    termios line{};
    struct stat kind = {};
    return ::tcgetattr(descriptor, &line) == 0 ||
           (::fstat(descriptor, &kind) == 0 && S_ISCHR(kind.st_mode) && major(kind.st_rdev) == kUsbPrinters);
}

Finding examinePort(const std::string& about, const fs::path& port)
{
    if (std::error_code error; !fs::exists(port, error))
        return {Grade::Note, about, "isn't there: plug the device in, or start starqueue-devices"};
    const auto claim = claim::PortClaim::take(port.string());
    if (!claim && claim.error().kind != claim::PortTrouble::Kind::Missing)
        return {Grade::Bad, about, claim::toText(claim.error())};
    if (!claim || !isPort(claim->descriptor()))
        return {Grade::Bad, about, "is neither a serial port nor a USB printer"};
    return {Grade::Well, about, "opens"};
}

/// What a running bridge has open, by the ids of printers and buses: opening it here would disturb it, or
/// find it in use.
std::set<std::string> openInBridge(const fs::path& dir)
{
    static const std::set<std::string> kNotOpen{"portMissing", "portInUse", "noPermission", "unplugged",
                                                "released"};
    std::set<std::string> open;
    for (const nlohmann::json& device : devicesOf(dir)) {
        const nlohmann::json fault = device.value("fault", nlohmann::json{});
        const nlohmann::json details = device.value("details", nlohmann::json{});
        if (!device.value("connected", false) || (fault.is_string() && kNotOpen.contains(fault)))
            continue;
        open.insert(device.value("id", ""));
        if (details.is_object())
            open.insert(details.value("bus", ""));
    }
    return open;
}

tl::expected<toml::table, formats::SettingProblem> bridgeIn(const fs::path& file)
{
    return formats::readSettingsText(file).and_then(
        [&file](const std::string& text) { return formats::parseToml(text, file.string()); });
}

Finding examineLink(const std::string& id, const std::string& port, const fs::path& dir,
                    const std::set<std::string>& openElsewhere)
{
    const bool isOfNetwork = port.starts_with("tcp:");
    const std::string about = id + " at " + (isOfNetwork ? port : (dir / port).string());
    if (openElsewhere.contains(id))
        return {Grade::Well, about, "is open in the running bridge"};
    if (isOfNetwork)
        return {Grade::Note, about, "is on the network: only a running bridge can tell"};
    return examinePort(about, dir / port);
}

void examineEach(const toml::table& bridge, const char* kind, const fs::path& dir,
                 std::vector<Finding>& findings)
{
    const auto openElsewhere = openInBridge(dir);
    const toml::array* devices = bridge[kind].as_array();
    for (std::size_t i = 0; devices && i < devices->size(); ++i) {
        const toml::node_view<const toml::node> device{(*devices)[i]};
        const std::string id = device["id"].value_or(std::string{kind});
        if (const auto port = device["port"].value<std::string>())
            findings.push_back(examineLink(id, *port, dir, openElsewhere));
        else
            findings.push_back({Grade::Bad, id, "bridge.toml names no port for it"});
    }
}

/// "127.0.0.1" of "http://127.0.0.1:8470".
std::string hostOf(const std::string& url)
{
    const auto scheme = url.find("://");
    const auto begin = scheme == std::string::npos ? 0 : scheme + 3;
    const bool isBracketed = url.compare(begin, 1, "[") == 0;
    const auto end = isBracketed ? url.find(']', begin) + 1 : url.find_first_of(":/", begin);
    return url.substr(begin, end == std::string::npos ? end : end - begin);
}

/// Whether only the machine itself can open `url`.
bool isLoopback(const std::string& url)
{
    const std::string host = hostOf(url);
    in_addr address{};
    const bool isNumber = inet_pton(AF_INET, host.c_str(), &address) == 1;
    const bool isOwn = isNumber && (ntohl(address.s_addr) >> 24 == 127 || address.s_addr == INADDR_ANY);
    return isOwn || host == "localhost" || host.ends_with(".localhost") || host == "[::1]" || host == "[::]";
}

Finding publicUrlFinding(const std::optional<std::string>& url)
{
    const std::string about = "[hall] public_url";
    if (!url || url->empty())
        return {Grade::Note, about, "there is none: tickets have no QR code"};
    if (isLoopback(*url))
        return {Grade::Note, about,
                *url +
                    " leads to this machine alone: tickets have no QR code. Right would be an address that "
                    "customers' phones can open"};
    return {Grade::Well, about, "QR codes lead to " + *url};
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
    if (settings && printers)
        findings.push_back(publicUrlFinding(settings->publicUrl));
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
