#include <bench/hall_with_devices.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace starqueue::bench {

namespace fs = std::filesystem;

namespace {

constexpr int kDevices = 13; ///< of `starqueue init`: a printer, six displays, six panels
constexpr auto kStartTimeout = std::chrono::seconds(30);
constexpr auto kPause = std::chrono::milliseconds(100);

void replace(std::string& text, const std::string& what, const std::string& with)
{
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

void write(const fs::path& file, const std::string& text)
{
    std::ofstream(file) << text;
}

template <class Condition> void await(Condition condition, const std::string& what)
{
    for (const auto until = Clock::now() + kStartTimeout; Clock::now() < until;
         std::this_thread::sleep_for(kPause))
        if (condition())
            return;
    throw std::runtime_error(what);
}

int count(const std::string& text, const std::string& what)
{
    int found = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1))
        ++found;
    return found;
}

} // namespace

HallWithDevices::HallWithDevices(Lines lines, int busBaud) : m_busBaud(busBaud)
{
    const bool tapped = lines == Lines::Tapped;
    startDevices(tapped ? ".device" : "");
    const fs::path ports = m_hall.dir() / "ports";
    if (tapped) {
        m_printerLine.emplace(ports / "printer-1", ports / "printer-1.device");
        m_busLine.emplace(ports / "bus-1", ports / "bus-1.device");
    }
    const fs::path settings = m_hall.dir() / "bridge.toml";
    write(settings, bridgeSettings(""));
    m_bridge.emplace("starqueue-bridge", std::vector<std::string>{"--config", settings},
                     m_hall.dir() / "bridge.log");
}

std::string HallWithDevices::bridgeSettings(const std::string& portSuffix) const
{
    std::ostringstream read;
    read << std::ifstream(m_hall.dir() / "bridge.toml").rdbuf();
    std::string text = read.str();
    replace(text, "127.0.0.1:8470", "127.0.0.1:" + std::to_string(m_hall.port()));
    replace(text, "\"ports/printer-1\"", "\"ports/printer-1" + portSuffix + "\"");
    replace(text, "\"ports/bus-1\"", "\"ports/bus-1" + portSuffix + "\"");
    constexpr std::string_view kBaud = "baud = 19200";
    const std::size_t printer = text.find(kBaud);
    const std::size_t bus = text.find(kBaud, printer + 1);
    if (bus == text.npos)
        throw std::runtime_error("the example's bridge.toml has no printer and bus at 19200 baud");
    text.replace(bus, kBaud.size(), "baud = " + std::to_string(m_busBaud));
    return text.replace(printer, kBaud.size(), "baud = 115200");
}

void HallWithDevices::startDevices(const std::string& portSuffix)
{
    const fs::path settings = m_hall.dir() / "devices.toml";
    write(settings, bridgeSettings(portSuffix));
    m_devices.emplace("starqueue-devices", std::vector<std::string>{"--headless", "--config", settings},
                      m_hall.dir() / "devices.log");
    const fs::path ports = m_hall.dir() / "ports";
    await(
        [&] {
            return fs::exists(ports / ("bus-1" + portSuffix)) &&
                   fs::exists(ports / ("printer-1" + portSuffix));
        },
        "the simulated devices don't come up, see " + (m_hall.dir() / "devices.log").string());
}

void HallWithDevices::awaitDevices() const
{
    Face technician(m_hall, "technician");
    await([&] { return count(technician.get("/devices").body, "\"state\":\"ok\"") >= kDevices; },
          "not all devices get well, see " + (m_hall.dir() / "bridge.log").string());
}

} // namespace starqueue::bench
