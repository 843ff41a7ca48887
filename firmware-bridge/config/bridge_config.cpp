#include <firmware-bridge/config/bridge_config.h>

#include <firmware-bridge/profiles/profile_reader.h>
#include <firmware-bridge/ticket/template_reader.h>
#include <formats/toml/parse.h>
#include <formats/toml/table_reader.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <utility>

namespace starqueue::bridge {

namespace {

using namespace Qt::StringLiterals;
using formats::TableReader;

const std::vector<int> kBauds{1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};
constexpr TableReader::Range kAddresses{1, 247};
constexpr int kMaxDevicesABus = 32;

/// Reads one file's tables into a configuration; errors go to the diagnostics.
class ConfigReader
{
public:
    explicit ConfigReader(const QString& path) : m_folder(QFileInfo(path).absoluteDir())
    {
        m_config.file = QFileInfo(path).absoluteFilePath();
    }

    /// What is wrong in the templates of tickets, each in its own file.
    [[nodiscard]] const formats::SettingProblems& templateProblems() const { return m_templateProblems; }

    BridgeConfig read(TableReader& file)
    {
        if (!file.has("hall"))
            file.refuse("hall", "is missing; right would be [hall] with url and token_file");
        file.section("hall", [this](TableReader& hall) { readHall(hall); });
        file.eachOf("printer", [this](TableReader& printer) { readPrinter(printer); });
        file.eachOf("bus", [this](TableReader& bus) { readBus(bus); });
        for (const auto& [kind, word, asNull] : formats::kWords<FieldDeviceConfig::Kind>)
            file.eachOf(word, [this, kind](TableReader& device) { readDevice(device, kind); });
        file.finish();
        return m_config;
    }

private:
    void readHall(TableReader& hall)
    {
        const QString url = text(hall, "url");
        m_config.hallUrl = QUrl(url, QUrl::StrictMode);
        const QString scheme = m_config.hallUrl.scheme();
        const bool isHttp = scheme == "http"_L1 || scheme == "https"_L1;
        if (!url.isEmpty() && (m_config.hallUrl.host().isEmpty() || !isHttp))
            hall.refuse("url", "is not the address of a hall; right would be \"http://127.0.0.1:8470\"");
        m_config.tokenFile = path(text(hall, "token_file"));
    }

    void readPrinter(TableReader& table)
    {
        PrinterConfig printer;
        printer.id = newId(table);
        printer.kiosk = text(table, "kiosk");
        printer.line = readLink(table);
        printer.profile = readProfile(table, printer.line.baud);
        if (!printer.kiosk.isEmpty() && !m_kiosks.insert(printer.kiosk).second)
            table.refuse("kiosk", "has a printer already; right would be one printer a kiosk");
        m_config.printers.push_back(printer);
    }

    LinkSettings readLink(TableReader& table)
    {
        using Kind = LinkSettings::Kind;
        LinkSettings link = linkOf(table);
        const std::vector<std::pair<std::string_view, Kind>> words{{"serial", Kind::Serial},
                                                                   {"usb", Kind::UsbPrinter}};
        if (link.kind == Kind::Serial && table.choice<Kind>("link", words, link.kind) == Kind::UsbPrinter)
            link = usbPrinter(link);
        if (link.kind == Kind::Serial)
            readSerial(table, link);
        else
            refuseSerial(table);
        return link;
    }

    /// By what "port" says; relative paths count from the file.
    LinkSettings linkOf(TableReader& table)
    {
        auto link = linkNamed(text(table, "port"));
        if (!link)
            table.refuse("port", link.error().toStdString());
        if (!link || link->path.isEmpty())
            return {};
        if (link->kind != LinkSettings::Kind::Tcp)
            link->path = path(link->path);
        claimPort(table, link->path);
        return *link;
    }

    static void readSerial(TableReader& table, LinkSettings& link)
    {
        using Flow = SerialSettings::Flow;
        link.baud = table.oneOf("baud", kBauds, link.baud);
        link.flow = table.choice<Flow>(
            "flow", {{"none", Flow::None}, {"rtscts", Flow::RtsCts}, {"xonxoff", Flow::XonXoff}}, link.flow);
    }

    static void refuseSerial(TableReader& table)
    {
        for (const char* key : {"baud", "flow"})
            if (table.has(key))
                table.refuse(key,
                             "is a serial port's; right would be a port such as \"/dev/serial/by-id/…\", or "
                             "to leave it out");
    }

    PrinterProfile readProfile(TableReader& table, int baud)
    {
        PrinterProfile profile;
        if (const auto named = table.textIfAny("profile")) {
            if (auto loaded = loadProfile(QString::fromStdString(*named), m_folder.absolutePath()))
                profile = *loaded;
            else
                table.refuse("profile", formats::errorMessage(loaded.error()));
        }
        profile = overridden(std::move(profile), table);
        profile.baud = baud;
        if (const auto named = table.textIfAny("ticket"))
            readTemplate(table, QString::fromStdString(*named), profile);
        return profile;
    }

    void readTemplate(TableReader& table, const QString& named, PrinterProfile& profile)
    {
        QFile file(path(named));
        if (!file.open(QIODevice::ReadOnly))
            return table.refuse("ticket", "can't be read: " + file.errorString().toStdString());
        auto layout = parseTicketTemplate(file.readAll().toStdString(), named.toStdString(), profile);
        if (layout)
            profile.layout = *std::move(layout);
        else
            m_templateProblems.insert(m_templateProblems.end(), layout.error().begin(), layout.error().end());
    }

    void readBus(TableReader& table)
    {
        using Parity = BusSettings::Parity;
        BusConfig bus;
        bus.id = newId(table);
        bus.settings.path = newPort(table);
        bus.settings.baud = table.oneOf("baud", kBauds, bus.settings.baud);
        bus.settings.parity = table.choice<Parity>(
            "parity", {{"none", Parity::None}, {"even", Parity::Even}, {"odd", Parity::Odd}},
            bus.settings.parity);
        bus.settings.timeout = std::chrono::milliseconds(table.whole("timeout_ms", {20, 2000}, 100));
        m_config.buses.push_back(bus);
    }

    void readDevice(TableReader& table, FieldDeviceConfig::Kind kind)
    {
        FieldDeviceConfig device;
        device.kind = kind;
        device.id = newId(table);
        device.bus = text(table, "bus");
        device.address = table.whole("address", kAddresses);
        device.counter = text(table, "counter");
        checkBus(table, device);
        checkPlace(table, device);
        m_config.devices.push_back(device);
    }

    void checkBus(TableReader& table, const FieldDeviceConfig& device)
    {
        QStringList buses;
        for (const BusConfig& bus : m_config.buses)
            buses += bus.id;
        if (!device.bus.isEmpty() && !buses.contains(device.bus))
            table.refuse("bus", "is not the id of a [[bus]]; right would be one of: " +
                                    buses.join(u", "_s).toStdString());
        const auto onBus =
            std::count_if(m_config.devices.begin(), m_config.devices.end(),
                          [&device](const FieldDeviceConfig& other) { return other.bus == device.bus; });
        if (onBus >= kMaxDevicesABus)
            table.refuse("bus", "has " + std::to_string(kMaxDevicesABus) +
                                    " devices already; right would be another bus");
    }

    void checkPlace(TableReader& table, const FieldDeviceConfig& device)
    {
        const std::string kind = std::string(formats::word(device.kind));
        for (const FieldDeviceConfig& other : m_config.devices) {
            if (other.bus == device.bus && other.address == device.address)
                table.refuse("address", "is " + other.id.toStdString() +
                                            "'s on this bus; right would be a free address of \"" +
                                            device.bus.toStdString() + '"');
            if (other.kind == device.kind && other.counter == device.counter)
                table.refuse("counter",
                             "has a " + kind + " already; right would be one " + kind + " a counter");
        }
    }

    QString newId(TableReader& table)
    {
        const QString id = text(table, "id");
        if (!id.isEmpty() && !m_ids.insert(id).second)
            table.refuse("id", "is used twice; right would be a text that no other device has, such as "
                               "\"printer-1\"");
        return id;
    }

    QString newPort(TableReader& table)
    {
        const QString port = path(text(table, "port"));
        claimPort(table, port);
        return port;
    }

    void claimPort(TableReader& table, const QString& port)
    {
        if (!port.isEmpty() && !m_ports.insert(port).second)
            table.refuse("port", "is used twice; right would be a port of its own, such as "
                                 "\"/dev/serial/by-id/…\"");
    }

    static QString text(TableReader& table, std::string_view key)
    {
        return QString::fromStdString(table.text(key));
    }

    [[nodiscard]] QString path(const QString& written) const
    {
        return written.isEmpty() ? written : QDir::cleanPath(m_folder.absoluteFilePath(written));
    }

    QDir m_folder;
    BridgeConfig m_config;
    formats::SettingProblems m_templateProblems;
    std::set<QString> m_kiosks;
    std::set<QString> m_ids;
    std::set<QString> m_ports;
};

ConfigProblems described(formats::SettingProblems problems)
{
    std::stable_sort(problems.begin(), problems.end(),
                     [](const auto& one, const auto& other) { return one.line < other.line; });
    ConfigProblems lines;
    for (const formats::SettingProblem& problem : problems)
        lines += QString::fromStdString(formats::errorMessage(problem));
    return lines;
}

} // namespace

tl::expected<BridgeConfig, ConfigProblems> loadBridgeConfig(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(ConfigProblems{
            u"%1: %2; right would be: the path of a readable bridge.toml"_s.arg(path, file.errorString())});
    return parseBridgeConfig(file.readAll(), path);
}

tl::expected<BridgeConfig, ConfigProblems> parseBridgeConfig(const QByteArray& text, const QString& path)
{
    formats::Diagnostics diagnostics;
    diagnostics.file = QFileInfo(path).fileName().toStdString();
    const auto root = formats::parseToml(text.toStdString(), diagnostics.file);
    if (!root)
        return tl::unexpected(described({root.error()}));
    TableReader file(*root, "", diagnostics);
    ConfigReader reader(path);
    BridgeConfig config = reader.read(file);
    const ConfigProblems problems = described(diagnostics.problems) + described(reader.templateProblems());
    if (!problems.isEmpty())
        return tl::unexpected(problems);
    return config;
}

} // namespace starqueue::bridge
