#include <firmware-bridge/simulators/program/remote_hand.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>

namespace starqueue::simulators {

namespace {

QJsonObject well(QJsonObject more = {})
{
    more.insert(QStringLiteral("ok"), true);
    return more;
}

QJsonObject refused(const QString& why)
{
    return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), why}};
}

int buttonNumber(const QString& button)
{
    static const QStringList kKeys{QStringLiteral("next"),    QStringLiteral("recall"),
                                   QStringLiteral("start"),   QStringLiteral("finish"),
                                   QStringLiteral("no-show"), QStringLiteral("help")};
    const auto named = kKeys.indexOf(button);
    return named >= 0 ? static_cast<int>(named) + 1 : button.toInt();
}

QJsonObject ticketJson(const escpos::PaperTicket& ticket)
{
    QJsonArray lines;
    for (const escpos::PaperLine& line : ticket.lines)
        lines += QJsonObject{{QStringLiteral("text"), QString::fromStdString(line.text)},
                             {QStringLiteral("size"), line.height}};
    QJsonArray codes;
    for (const std::string& code : ticket.qrCodes)
        codes += QString::fromStdString(code);
    return {{QStringLiteral("number"), QString::fromStdString(ticket.largestText())},
            {QStringLiteral("text"), QString::fromStdString(ticket.plainText())},
            {QStringLiteral("lines"), lines},
            {QStringLiteral("qr"), codes},
            {QStringLiteral("cut"), ticket.cut}};
}

} // namespace

QJsonObject RemoteHand::obey(const QString& line)
{
    const QStringList words = line.simplified().split(QLatin1Char(' '));
    const QString verb = words.value(0);
    const QString target = words.value(1);
    if (verb == QLatin1String("state"))
        return state();
    if (verb == QLatin1String("press") || verb == QLatin1String("key"))
        return obeyPress(target, words.value(2));
    if (verb == QLatin1String("plug") || verb == QLatin1String("unplug"))
        return obeyPlug(target, verb == QLatin1String("plug"));
    if (target.isEmpty() && !m_devices.printers().empty())
        return obeyPrinter(verb, *m_devices.printers().front());
    if (PrinterSimulator* printer = m_devices.printer(target))
        return obeyPrinter(verb, *printer);
    if (m_devices.field(target) != nullptr)
        return obeyField(verb, target);
    return refused(QStringLiteral("no device is called \"%1\"").arg(target));
}

QJsonObject RemoteHand::obeyPress(const QString& device, const QString& button)
{
    PanelModel* panel = m_devices.panel(device);
    if (panel == nullptr)
        return refused(QStringLiteral("no panel or keypad is called \"%1\"").arg(device));
    const QString why = panel->press(buttonNumber(button), bridge::steadyNow());
    return why.isEmpty() ? well() : refused(why);
}

QJsonObject RemoteHand::obeyPlug(const QString& port, bool in)
{
    const auto act = [in](auto* device) -> QString {
        if (in)
            return device->plug();
        device->unplug();
        return {};
    };
    QString fault = QStringLiteral("no printer or bus is called \"%1\"").arg(port);
    if (PrinterSimulator* printer = m_devices.printer(port))
        fault = act(printer);
    else if (BusSimulator* bus = m_devices.bus(port))
        fault = act(bus);
    else if (port == QLatin1String("bus") && !m_devices.buses().empty())
        fault = act(m_devices.buses().front().get());
    return fault.isEmpty() ? well() : refused(fault);
}

QJsonObject RemoteHand::obeyPrinter(const QString& verb, PrinterSimulator& printer)
{
    PrinterModel& model = printer.model();
    if (verb == QLatin1String("paper"))
        return paper(printer);
    if (verb == QLatin1String("show"))
        return well(printerSeen(printer));
    if (verb == QLatin1String("paper-out") || verb == QLatin1String("paper-in"))
        model.setPaperOut(verb == QLatin1String("paper-out"));
    else if (verb == QLatin1String("near-end") || verb == QLatin1String("near-end-off"))
        model.setNearEnd(verb == QLatin1String("near-end"));
    else if (verb == QLatin1String("cover-open") || verb == QLatin1String("cover-close"))
        model.setCoverOpen(verb == QLatin1String("cover-open"));
    else if (verb == QLatin1String("cutter-jam") || verb == QLatin1String("cutter-free"))
        model.setCutterFault(verb == QLatin1String("cutter-jam"));
    else if (verb == QLatin1String("silence") || verb == QLatin1String("speak"))
        printer.setSilent(verb == QLatin1String("silence"));
    else if (verb == QLatin1String("power-cycle"))
        model.powerCycle();
    else
        return refused(QStringLiteral("\"%1\" can't be done to a printer").arg(verb));
    // NOLINTNEXTLINE(readability-misleading-indentation): `emit` expands to nothing, which shifts the column
    emit printer.changed();
    return well();
}

QJsonObject RemoteHand::obeyField(const QString& verb, const QString& device)
{
    if (verb == QLatin1String("show"))
        return well(m_devices.field(device)->seen(bridge::steadyNow()));
    if (verb == QLatin1String("die") || verb == QLatin1String("revive"))
        m_devices.busOf(device)->setDead(device, verb == QLatin1String("die"));
    else if (verb == QLatin1String("power-cycle"))
        m_devices.field(device)->powerCycle(bridge::steadyNow());
    else
        return refused(QStringLiteral("\"%1\" can't be done to %2").arg(verb, device));
    return well();
}

QJsonObject RemoteHand::paper(const PrinterSimulator& printer) const
{
    QJsonArray tickets;
    for (const escpos::PaperTicket& ticket : printer.model().tickets())
        tickets += ticketJson(ticket);
    return well({{QStringLiteral("path"), printer.recordPath()},
                 {QStringLiteral("hex"), QString::fromLatin1(printer.received().toHex())},
                 {QStringLiteral("tickets"), tickets}});
}

QJsonObject RemoteHand::printerSeen(const PrinterSimulator& printer) const
{
    const PrinterModel& model = printer.model();
    return {{QStringLiteral("kind"), QStringLiteral("printer")},
            {QStringLiteral("plugged"), printer.plugged()},
            {QStringLiteral("paperOut"), model.paperOut()},
            {QStringLiteral("nearEnd"), model.nearEnd()},
            {QStringLiteral("coverOpen"), model.coverOpen()},
            {QStringLiteral("silent"), printer.silent()},
            {QStringLiteral("tickets"), static_cast<int>(model.tickets().size())}};
}

QJsonObject RemoteHand::state() const
{
    QJsonObject devices;
    for (const auto& printer : m_devices.printers())
        devices.insert(printer->id(), printerSeen(*printer));
    for (const auto& bus : m_devices.buses()) {
        devices.insert(bus->id(), QJsonObject{{QStringLiteral("kind"), QStringLiteral("bus")},
                                              {QStringLiteral("plugged"), bus->plugged()}});
        for (const QString& id : bus->devices()) {
            QJsonObject seen = bus->find(id)->seen(bridge::steadyNow());
            seen.insert(QStringLiteral("dead"), bus->dead(id));
            devices.insert(id, seen);
        }
    }
    return well({{QStringLiteral("devices"), devices}});
}

ControlSocket::ControlSocket(DeviceSet& devices, QObject* parent)
    : QObject(parent), m_hand(devices), m_server(this)
{
    connect(&m_server, &QLocalServer::newConnection, this, &ControlSocket::accept);
}

QString ControlSocket::listen(const QString& path)
{
    // QLocalServer takes a relative path for a name of its own.
    const QString socket = QFileInfo(path).absoluteFilePath();
    QLocalServer::removeServer(socket);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(socket))
        return QStringLiteral("%1: %2").arg(path, m_server.errorString());
    return {};
}

void ControlSocket::accept()
{
    QLocalSocket* peer = m_server.nextPendingConnection();
    connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
    connect(peer, &QLocalSocket::readyRead, this, [this, peer] {
        while (peer->canReadLine()) {
            const QJsonObject answer = m_hand.obey(QString::fromUtf8(peer->readLine()));
            peer->write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
            peer->flush(); // a peer may have shut its side down already
        }
    });
}

} // namespace starqueue::simulators
