#include <client/command_line.h>
#include <client/display_needed.h>
#include <client/log_lines.h>
#include <client/stop_signals.h>
#include <firmware-bridge/simulators/program/control_socket.h>
#include <firmware-bridge/simulators/program/device_window.h>

#include <QApplication>

#include <memory>

namespace {

using namespace starqueue;
using Kind = bridge::FieldDeviceConfig::Kind;

constexpr int kFailed = 1;

struct Options
{
    const QCommandLineOption config{QStringLiteral("config"), QStringLiteral("The devices: bridge.toml."),
                                    QStringLiteral("FILE")};
    const QCommandLineOption headless{QStringLiteral("headless"), QStringLiteral("No window.")};
    const QCommandLineOption scenario{
        QStringLiteral("scenario"),
        QStringLiteral("What goes wrong: %1.").arg(simulators::scenarioNames().join(QStringLiteral(", "))),
        QStringLiteral("NAME"), QStringLiteral("well")};
    const QCommandLineOption dir{QStringLiteral("dir"), QStringLiteral("Where panels keep their EEPROMs."),
                                 QStringLiteral("DIR")};
    const QCommandLineOption record{QStringLiteral("record"),
                                    QStringLiteral("Append what printers receive to DIR/<printer>.bin."),
                                    QStringLiteral("DIR")};
    const QCommandLineOption control{QStringLiteral("control"),
                                     QStringLiteral("Take one-line commands on this Unix socket."),
                                     QStringLiteral("SOCKET")};
    const QCommandLineOption without{
        QStringLiteral("without"),
        QStringLiteral("printer, panel or display: none of these is there. Repeatable."),
        QStringLiteral("KIND")};
    const QCommandLineOption seed{QStringLiteral("seed"), QStringLiteral("For what happens at random."),
                                  QStringLiteral("N"), QStringLiteral("1")};
    const QCommandLineOption json{QStringLiteral("log-json"), QStringLiteral("Log lines are JSON.")};
};

/// Empty when well.
QString readSettings(const QCommandLineParser& parser, const Options& options,
                     simulators::SimulationSettings& settings)
{
    const auto scenario = simulators::scenarioNamed(parser.value(options.scenario));
    if (!scenario)
        return QStringLiteral("--scenario %1 is not known; right would be one of: %2")
            .arg(parser.value(options.scenario), simulators::scenarioNames().join(QStringLiteral(", ")));
    settings.scenario = *scenario;
    settings.memoryFolder = parser.value(options.dir);
    settings.recordFolder = parser.value(options.record);
    settings.seed = parser.value(options.seed).toUInt();
    for (const QString& kind : parser.values(options.without)) {
        if (kind == QLatin1String("printer"))
            settings.withoutPrinters = true;
        else if (kind == QLatin1String("panel"))
            settings.withoutKinds += Kind::Panel;
        else if (kind == QLatin1String("display"))
            settings.withoutKinds += Kind::Display;
        else
            return QStringLiteral("--without %1 is not known; right would be printer, panel or display")
                .arg(kind);
    }
    return {};
}

int fail(const QString& why)
{
    qCritical().noquote() << why;
    return kFailed;
}

int simulate(simulators::DeviceSet& devices, const QCommandLineParser& parser, const Options& options)
{
    if (const QString fault = devices.start(); !fault.isEmpty())
        return fail(fault);
    simulators::ControlSocket socket(devices);
    if (parser.isSet(options.control))
        if (const QString fault = socket.listen(parser.value(options.control)); !fault.isEmpty())
            return fail(fault);
    client::quitOnStopSignals();
    std::unique_ptr<simulators::DeviceWindow> window;
    if (!parser.isSet(options.headless)) {
        window = std::make_unique<simulators::DeviceWindow>(devices);
        window->show();
    }
    qInfo() << "devices are plugged in";
    return QCoreApplication::exec();
}

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char* argv[], bool headless)
{
    if (headless)
        return std::make_unique<QCoreApplication>(argc, argv);
    const client::DisplayNeeded needed(QStringLiteral("starqueue-devices"), QStringLiteral("--headless"));
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

int main(int argc, char* argv[])
{
    client::CommandLine line(
        QStringLiteral("starqueue-devices"),
        QStringLiteral("Plays the printers, displays, panels and keypads of a bridge.toml on its ports."),
        argc, argv);
    const QCommandLineParser& parser = line.parser();
    const Options options;
    line.addOptions({options.config, options.headless, options.scenario, options.dir, options.record,
                     options.control, options.without, options.seed, options.json});
    if (const auto status = line.parse())
        return *status;
    if (!parser.isSet(options.config))
        return line.wrongUse(QStringLiteral("--config FILE is required"));
    simulators::SimulationSettings settings;
    if (const QString fault = readSettings(parser, options, settings); !fault.isEmpty())
        return line.wrongUse(fault);
    const auto config = bridge::loadBridgeConfig(parser.value(options.config));
    if (!config)
        return line.wrongUse(config.error());
    const auto app = makeApplication(argc, argv, parser.isSet(options.headless));
    client::logToStandardError(parser.isSet(options.json) ? client::LogForm::Json : client::LogForm::Text);
    simulators::DeviceSet devices(*config, settings);
    return simulate(devices, parser, options);
}
