#include <firmware-bridge/simulators/program/control_commands.h>

#include <QJsonArray>

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

QJsonObject ControlCommands::execute(const QString& line)
{
    const QStringList words = line.simplified().split(QLatin1Char(' '));
    const QString verb = words.value(0);
    const QString target = words.value(1);
    if (verb == QLatin1String("state"))
        return state();
    if (verb == QLatin1String("press") || verb == QLatin1String("key"))
        return press(target, words.value(2));
    if (verb == QLatin1String("plug") || verb == QLatin1String("unplug"))
        return plug(target, verb == QLatin1String("plug"));
    if (target.isEmpty() && !m_devices.printers().empty())
        return onPrinter(verb, *m_devices.printers().front());
    if (PrinterPort* printer = m_devices.printer(target))
        return onPrinter(verb, *printer);
    if (m_devices.field(target) != nullptr)
        return onFieldDevice(verb, target);
    return refused(QStringLiteral("no device is called \"%1\"").arg(target));
}

QJsonObject ControlCommands::press(const QString& device, const QString& button)
{
    SimulatedPanel* panel = m_devices.panel(device);
    if (panel == nullptr)
        return refused(QStringLiteral("no panel or keypad is called \"%1\"").arg(device));
    const QString why = panel->press(buttonNumber(button), bridge::steadyNow());
    return why.isEmpty() ? well() : refused(why);
}

QJsonObject ControlCommands::plug(const QString& port, bool in)
{
    const auto act = [in](auto* device) -> QString {
        if (in)
            return device->plug();
        device->unplug();
        return {};
    };
    QString fault = QStringLiteral("no printer or bus is called \"%1\"").arg(port);
    if (PrinterPort* printer = m_devices.printer(port))
        fault = act(printer);
    else if (BusPort* bus = m_devices.bus(port))
        fault = act(bus);
    else if (port == QLatin1String("bus") && !m_devices.buses().empty())
        fault = act(m_devices.buses().front().get());
    return fault.isEmpty() ? well() : refused(fault);
}

QJsonObject ControlCommands::onPrinter(const QString& verb, PrinterPort& printer)
{
    SimulatedPrinter& model = printer.model();
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

QJsonObject ControlCommands::onFieldDevice(const QString& verb, const QString& device)
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

QJsonObject ControlCommands::paper(const PrinterPort& printer) const
{
    QJsonArray tickets;
    for (const escpos::PaperTicket& ticket : printer.model().tickets())
        tickets += ticketJson(ticket);
    return well({{QStringLiteral("path"), printer.recordPath()},
                 {QStringLiteral("hex"), QString::fromLatin1(printer.received().toHex())},
                 {QStringLiteral("tickets"), tickets}});
}

QJsonObject ControlCommands::printerSeen(const PrinterPort& printer) const
{
    const SimulatedPrinter& model = printer.model();
    return {{QStringLiteral("kind"), QStringLiteral("printer")},
            {QStringLiteral("plugged"), printer.plugged()},
            {QStringLiteral("paperOut"), model.paperOut()},
            {QStringLiteral("nearEnd"), model.nearEnd()},
            {QStringLiteral("coverOpen"), model.coverOpen()},
            {QStringLiteral("silent"), printer.silent()},
            {QStringLiteral("tickets"), static_cast<int>(model.tickets().size())}};
}

QJsonObject ControlCommands::state() const
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

} // namespace starqueue::simulators
