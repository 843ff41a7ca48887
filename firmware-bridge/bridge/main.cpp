#include <client/command_line.h>
#include <client/log_lines.h>
#include <client/stop_signals.h>
#include <client/token_file.h>
#include <firmware-bridge/bridge/bridge.h>
#include <firmware-bridge/bridge/reload_signal.h>
#include <firmware-bridge/ports/serial_ports.h>

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace {

using namespace starqueue;

void reload(bridge::Bridge& running, const QString& path)
{
    const auto config = bridge::loadBridgeConfig(path);
    if (!config) {
        for (const QString& fault : config.error())
            qWarning().noquote() << fault;
        qWarning() << "the old configuration stays";
        return;
    }
    for (const QString& part : running.reload(*config))
        qWarning().noquote() << part << "changed: that needs a restart";
    qInfo() << "configuration reloaded";
}

} // namespace

int main(int argc, char* argv[])
{
    client::CommandLine line(u"starqueue-bridge"_s, u"Drives all serial devices of one machine for a hall."_s,
                             argc, argv);
    const QCommandLineParser& parser = line.parser();
    const QCommandLineOption configOption(u"config"_s, u"The devices: bridge.toml."_s, u"FILE"_s);
    const QCommandLineOption hallOption(u"hall"_s, u"The hall, instead of [hall] url."_s, u"URL"_s);
    const QCommandLineOption tokenOption(u"token-file"_s, u"Our token, instead of [hall] token_file."_s,
                                         u"FILE"_s);
    const QCommandLineOption jsonOption(u"log-json"_s, u"Log lines are JSON."_s);
    line.addOptions({configOption, hallOption, tokenOption, jsonOption});
    if (const auto status = line.parse())
        return *status;
    if (!parser.isSet(configOption))
        return line.wrongUse(u"--config FILE is required"_s);
    const QCoreApplication app(argc, argv);
    client::logToStandardError(parser.isSet(jsonOption) ? client::LogForm::Json : client::LogForm::Text);

    // BusSchedule retries late answers; Qt would log a line for each.
    QLoggingCategory::setFilterRules(u"qt.modbus*=false"_s);

    const QString path = parser.value(configOption);
    const auto config = bridge::loadBridgeConfig(path);
    if (!config)
        return line.wrongUse(config.error());
    const QString tokenFile = parser.isSet(tokenOption) ? parser.value(tokenOption) : config->tokenFile;
    const auto token = client::readTokenFile(tokenFile);
    if (!token)
        return line.wrongUse(token.error());

    const QUrl hall = parser.isSet(hallOption) ? QUrl(parser.value(hallOption)) : config->hallUrl;
    const bridge::SerialPorts ports;
    bridge::Bridge running(*config, client::HallAddress{hall, *token}, ports);
    constexpr std::chrono::milliseconds kFinishesWithin{2500};
    QObject::connect(&running, &bridge::Bridge::finished, &app, &QCoreApplication::quit);
    client::callOnStopSignals([&running, kFinishesWithin] { running.finish(kFinishesWithin); });
    bridge::ReloadSignal reloadSignal;
    QObject::connect(&reloadSignal, &bridge::ReloadSignal::raised, &running,
                     [&running, path] { reload(running, path); });
    running.start();
    return QCoreApplication::exec();
}
