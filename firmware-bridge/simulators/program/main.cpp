#include <client/command_line.h>
#include <client/display_needed.h>
#include <client/log_lines.h>
#include <client/stop_signals.h>
#include <firmware-bridge/simulators/families/family_settings.h>
#include <firmware-bridge/simulators/families/paper/family_printer.h>
#include <firmware-bridge/simulators/program/control_socket.h>
#include <firmware-bridge/simulators/program/device_window.h>

#include <QApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

using namespace starqueue;
using Kind = bridge::FieldDeviceConfig::Kind;

constexpr int kFailed = 1;

struct Options
{
    const QCommandLineOption config{u"config"_s, u"The devices: bridge.toml."_s, u"FILE"_s};
    const QCommandLineOption headless{u"headless"_s, u"No window."_s};
    const QCommandLineOption scenario{
        u"scenario"_s, u"What goes wrong: %1."_s.arg(simulators::scenarioNames().join(u", "_s)), u"NAME"_s,
        u"well"_s};
    const QCommandLineOption dir{u"dir"_s, u"Where panels keep their EEPROMs."_s, u"DIR"_s};
    const QCommandLineOption record{u"record"_s, u"Append what printers receive to DIR/<printer>.bin."_s,
                                    u"DIR"_s};
    const QCommandLineOption control{u"control"_s, u"Take one-line commands on this Unix socket."_s,
                                     u"SOCKET"_s};
    const QCommandLineOption without{
        u"without"_s, u"printer, panel or display: none of these is there. Repeatable."_s, u"KIND"_s};
    const QCommandLineOption family{
        u"family"_s,
        u"Printers behave as this family's manuals say: %1; or profile: each as its own profile is named."_s
            .arg(simulators::familyNames().join(u", "_s)),
        u"NAME"_s};
    const QCommandLineOption seed{u"seed"_s, u"For what happens at random."_s, u"N"_s, u"1"_s};
    const QCommandLineOption json{u"log-json"_s, u"Log lines are JSON."_s};
};

/// Empty when well.
QString readSettings(const QCommandLineParser& parser, const Options& options,
                     simulators::SimulationSettings& settings)
{
    const auto scenario = simulators::scenarioNamed(parser.value(options.scenario));
    if (!scenario)
        return u"--scenario %1 is not known; right would be one of: %2"_s.arg(
            parser.value(options.scenario), simulators::scenarioNames().join(u", "_s));
    settings.scenario = *scenario;
    settings.memoryFolder = parser.value(options.dir);
    settings.recordFolder = parser.value(options.record);
    settings.seed = parser.value(options.seed).toUInt();
    settings.family = parser.value(options.family);
    if (!settings.family.isEmpty() && settings.family != "profile"_L1 &&
        !simulators::familyNamed(settings.family))
        return u"--family %1 is not known; right would be profile or one of: %2"_s.arg(
            settings.family, simulators::familyNames().join(u", "_s));
    for (const QString& kind : parser.values(options.without)) {
        if (kind == "printer"_L1)
            settings.withoutPrinters = true;
        else if (kind == "panel"_L1)
            settings.withoutKinds += Kind::Panel;
        else if (kind == "display"_L1)
            settings.withoutKinds += Kind::Display;
        else
            return u"--without %1 is not known; right would be printer, panel or display"_s.arg(kind);
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
    const client::DisplayNeeded needed(u"starqueue-devices"_s, u"--headless"_s);
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

int main(int argc, char* argv[])
{
    client::CommandLine line(
        u"starqueue-devices"_s,
        u"Plays the printers, displays, panels and keypads of a bridge.toml on its ports."_s, argc, argv);
    const QCommandLineParser& parser = line.parser();
    const Options options;
    line.addOptions({options.config, options.headless, options.scenario, options.dir, options.record,
                     options.control, options.without, options.family, options.seed, options.json});
    if (const auto status = line.parse())
        return *status;
    if (!parser.isSet(options.config))
        return line.wrongUse(u"--config FILE is required"_s);
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
