#include <client/command_line.h>
#include <client/log_lines.h>
#include <client/stop_signals.h>
#include <client/token_file.h>
#include <firmware-bridge/bridge/bridge.h>
#include <firmware-bridge/bridge/reload_signal.h>
#include <firmware-bridge/ports/serial_ports.h>

#include <QCoreApplication>
#include <QLoggingCategory>

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
    client::CommandLine line(QStringLiteral("starqueue-bridge"),
                             QStringLiteral("Drives all serial devices of one machine for a hall."), argc,
                             argv);
    const QCommandLineParser& parser = line.parser();
    const QCommandLineOption configOption(
        QStringLiteral("config"), QStringLiteral("The devices: bridge.toml."), QStringLiteral("FILE"));
    const QCommandLineOption hallOption(
        QStringLiteral("hall"), QStringLiteral("The hall, instead of [hall] url."), QStringLiteral("URL"));
    const QCommandLineOption tokenOption(QStringLiteral("token-file"),
                                         QStringLiteral("Our token, instead of [hall] token_file."),
                                         QStringLiteral("FILE"));
    const QCommandLineOption jsonOption(QStringLiteral("log-json"), QStringLiteral("Log lines are JSON."));
    line.addOptions({configOption, hallOption, tokenOption, jsonOption});
    if (const auto status = line.parse())
        return *status;
    if (!parser.isSet(configOption))
        return line.wrongUse(QStringLiteral("--config FILE is required"));
    const QCoreApplication app(argc, argv);
    client::logToStandardError(parser.isSet(jsonOption) ? client::LogForm::Json : client::LogForm::Text);

    // BusSchedule retries late answers; Qt would log a line for each.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.modbus*=false"));

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
    client::quitOnStopSignals();
    bridge::ReloadSignal reloadSignal;
    QObject::connect(&reloadSignal, &bridge::ReloadSignal::raised, &running,
                     [&running, path] { reload(running, path); });
    running.start();
    return QCoreApplication::exec();
}
