#include <firmware-bridge/config/bridge_config.h>

#include <firmware-bridge/config/toml_section.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <utility>

namespace starqueue::bridge {

namespace {

const QList<int> kBauds{1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};
constexpr int kLowestAddress = 1;
constexpr int kHighestAddress = 247;
constexpr int kMaxDevicesABus = 32;

/// Reads one file's tables into a configuration.
class ConfigReader
{
public:
    ConfigReader(const toml::table& root, const QString& path)
        : m_root(root), m_file(QFileInfo(path).fileName()), m_folder(QFileInfo(path).absoluteDir())
    {
        m_config.file = QFileInfo(path).absoluteFilePath();
    }

    tl::expected<BridgeConfig, ConfigFaults> read()
    {
        TomlSection top(m_root, m_file, QStringLiteral("the file"), m_faults);
        readHall(top);
        each("printer", [this](TomlSection& section) { readPrinter(section); });
        each("bus", [this](TomlSection& section) { readBus(section); });
        for (const auto kind : {FieldDeviceConfig::Kind::Display, FieldDeviceConfig::Kind::Panel,
                                FieldDeviceConfig::Kind::Keypad})
            each(kindName(kind).toUtf8().constData(),
                 [this, kind](TomlSection& section) { readDevice(section, kind); });
        refuseOtherTables();
        if (!m_faults.isEmpty())
            return tl::unexpected(m_faults);
        return m_config;
    }

private:
    template <typename Read> void each(const char* name, Read read)
    {
        m_tables += QString::fromUtf8(name);
        const toml::node* node = m_root.get(name);
        if (node == nullptr)
            return;
        const toml::array* array = node->as_array();
        if (array == nullptr || !array->is_array_of_tables())
            return tableFault(*node, name, QStringLiteral("[[%1]]").arg(QString::fromUtf8(name)));
        for (const toml::node& element : *array) {
            TomlSection section(*element.as_table(), m_file,
                                QStringLiteral("[[%1]]").arg(QString::fromUtf8(name)), m_faults);
            read(section);
            section.refuseOthers();
        }
    }

    void tableFault(const toml::node& node, const char* name, const QString& right)
    {
        m_faults +=
            QStringLiteral("%1:%2: %3 is written wrongly; right would be: %4")
                .arg(m_file, QString::number(node.source().begin.line), QString::fromUtf8(name), right);
    }

    void readHall(TomlSection& top)
    {
        m_tables += QStringLiteral("hall");
        const toml::node* node = m_root.get("hall");
        if (node == nullptr || !node->is_table()) {
            top.fault("hall", QStringLiteral("is required"),
                      QStringLiteral("[hall] with url and token_file"));
            return;
        }
        TomlSection section(*node->as_table(), m_file, QStringLiteral("[hall]"), m_faults);
        const QString rightUrl = QStringLiteral("\"http://127.0.0.1:8470\"");
        m_config.hallUrl = QUrl(section.text("url", rightUrl), QUrl::StrictMode);
        const QString scheme = m_config.hallUrl.scheme();
        if (!m_config.hallUrl.isEmpty() &&
            (m_config.hallUrl.host().isEmpty() ||
             (scheme != QLatin1String("http") && scheme != QLatin1String("https"))))
            section.fault("url", QStringLiteral("is not the address of a hall"), rightUrl);
        m_config.tokenFile = path(section.text("token_file", QStringLiteral("\"tokens/bridge\"")));
        section.refuseOthers();
    }

    void readPrinter(TomlSection& section)
    {
        PrinterConfig printer;
        printer.id = newId(section);
        printer.kiosk = section.text("kiosk", QStringLiteral("the kiosk's id, such as \"1\""));
        printer.line.path = newPort(section);
        printer.line.baud = section.oneOf("baud", printer.line.baud, kBauds);
        printer.line.flow = static_cast<SerialSettings::Flow>(section.choice(
            "flow", {QStringLiteral("none"), QStringLiteral("rtscts"), QStringLiteral("xonxoff")}));
        printer.profile = readProfile(section, printer.line.baud);
        if (!printer.kiosk.isEmpty() && m_kiosks.contains(printer.kiosk))
            section.fault("kiosk", QStringLiteral("has a printer already"),
                          QStringLiteral("one printer a kiosk"));
        m_kiosks += printer.kiosk;
        m_config.printers.push_back(printer);
    }

    static PrinterProfile readProfile(TomlSection& section, int baud)
    {
        PrinterProfile profile;
        profile.baud = baud;
        profile.columns = section.oneOf("columns", profile.columns, {32, 42, 48});
        profile.cutter = section.flagOr("cutter", profile.cutter);
        profile.qr = section.flagOr("qr", profile.qr);
        profile.chinese = section.flagOr("chinese", profile.chinese);
        profile.status = section.flagOr("status", profile.status);
        profile.processId = section.flagOr("process_id", profile.processId);
        profile.paperStatus = section.flagOr("paper_status", profile.paperStatus);
        profile.nearEndSensor = section.flagOr("near_end_sensor", profile.nearEndSensor);
        profile.confirmWithin = std::chrono::seconds(section.numberOr("confirm_seconds", 8, 1, 120));
        return profile;
    }

    void readBus(TomlSection& section)
    {
        BusConfig bus;
        bus.id = newId(section);
        bus.settings.path = newPort(section);
        bus.settings.baud = section.oneOf("baud", bus.settings.baud, kBauds);
        bus.settings.parity = static_cast<BusSettings::Parity>(section.choice(
            "parity", {QStringLiteral("none"), QStringLiteral("even"), QStringLiteral("odd")}));
        bus.settings.timeout = std::chrono::milliseconds(section.numberOr("timeout_ms", 100, 20, 2000));
        m_config.buses.push_back(bus);
    }

    void readDevice(TomlSection& section, FieldDeviceConfig::Kind kind)
    {
        FieldDeviceConfig device;
        device.kind = kind;
        device.id = newId(section);
        device.bus = section.text("bus", QStringLiteral("the id of a [[bus]]"));
        device.address = section.number("address", kLowestAddress, kHighestAddress);
        device.counter = section.text("counter", QStringLiteral("the counter's id, such as \"3\""));
        checkPlace(section, device);
        m_config.devices.push_back(device);
    }

    void checkPlace(TomlSection& section, const FieldDeviceConfig& device)
    {
        QStringList buses;
        for (const BusConfig& bus : m_config.buses)
            buses += bus.id;
        if (!device.bus.isEmpty() && !buses.contains(device.bus))
            section.fault("bus", QStringLiteral("is not the id of a [[bus]]"),
                          buses.join(QStringLiteral(", ")));
        int onBus = 0;
        for (const FieldDeviceConfig& other : m_config.devices) {
            onBus += other.bus == device.bus ? 1 : 0;
            if (other.bus == device.bus && other.address == device.address)
                section.fault("address", QStringLiteral("is %1's on this bus").arg(other.id),
                              QStringLiteral("an address that is free on \"%1\"").arg(device.bus));
            if (other.kind == device.kind && other.counter == device.counter)
                section.fault("counter", QStringLiteral("has a %1 already").arg(kindName(device.kind)),
                              QStringLiteral("one %1 a counter").arg(kindName(device.kind)));
        }
        if (onBus >= kMaxDevicesABus)
            section.fault("bus", QStringLiteral("has %1 devices already").arg(kMaxDevicesABus),
                          QStringLiteral("another bus"));
    }

    QString newId(TomlSection& section)
    {
        const QString right = QStringLiteral("a text that no other device has, such as \"printer-1\"");
        const QString id = section.text("id", right);
        if (!id.isEmpty() && m_ids.contains(id))
            section.fault("id", QStringLiteral("is used twice"), right);
        m_ids.insert(id);
        return id;
    }

    QString newPort(TomlSection& section)
    {
        const QString right = QStringLiteral("a port of its own, such as \"/dev/serial/by-id/…\"");
        const QString port = path(section.text("port", right));
        if (!port.isEmpty() && m_ports.contains(port))
            section.fault("port", QStringLiteral("is used twice"), right);
        m_ports.insert(port);
        return port;
    }

    [[nodiscard]] QString path(const QString& written) const
    {
        return written.isEmpty() ? written : QDir::cleanPath(m_folder.absoluteFilePath(written));
    }

    void refuseOtherTables()
    {
        for (const auto& [key, node] : m_root) {
            const QString name = QString::fromStdString(std::string(key.str()));
            if (!m_tables.contains(name))
                tableFault(node, name.toUtf8().constData(), m_tables.join(QStringLiteral(", ")));
        }
    }

    const toml::table& m_root;
    QString m_file;
    QDir m_folder;
    BridgeConfig m_config;
    ConfigFaults m_faults;
    QStringList m_tables;
    QStringList m_kiosks;
    QSet<QString> m_ids;
    QSet<QString> m_ports;
};

} // namespace

tl::expected<BridgeConfig, ConfigFaults> loadBridgeConfig(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            ConfigFaults{QStringLiteral("%1: %2; right would be: the path of a readable bridge.toml")
                             .arg(path, file.errorString())});
    return parseBridgeConfig(file.readAll(), path);
}

tl::expected<BridgeConfig, ConfigFaults> parseBridgeConfig(const QByteArray& text, const QString& path)
{
    try {
        const toml::table root = toml::parse(
            std::string_view(text.constData(), static_cast<std::size_t>(text.size())), path.toStdString());
        return ConfigReader(root, path).read();
    } catch (const toml::parse_error& error) {
        return tl::unexpected(
            ConfigFaults{QStringLiteral("%1:%2: %3; right would be: TOML")
                             .arg(QFileInfo(path).fileName())
                             .arg(error.source().begin.line)
                             .arg(QString::fromUtf8(error.description().data(),
                                                    static_cast<qsizetype>(error.description().size())))});
    }
}

QString kindName(FieldDeviceConfig::Kind kind)
{
    switch (kind) {
    case FieldDeviceConfig::Kind::Display:
        return QStringLiteral("display");
    case FieldDeviceConfig::Kind::Panel:
        return QStringLiteral("panel");
    case FieldDeviceConfig::Kind::Keypad:
        return QStringLiteral("keypad");
    }
    return {};
}

} // namespace starqueue::bridge
