#include <firmware-bridge/simulators/program/control_commands.h>

#include <firmware-bridge/simulators/program/family_commands.h>

#include <QJsonArray>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

QJsonObject well(QJsonObject more = {})
{
    more.insert(u"ok"_s, true);
    return more;
}

QJsonObject refused(const QString& why)
{
    return {{u"ok"_s, false}, {u"error"_s, why}};
}

int buttonNumber(const QString& button)
{
    static const QStringList kKeys{u"next"_s, u"recall"_s, u"start"_s, u"finish"_s, u"no-show"_s, u"help"_s};
    const auto named = kKeys.indexOf(button);
    return named >= 0 ? static_cast<int>(named) + 1 : button.toInt();
}

QJsonObject ticketJson(const escpos::PaperTicket& ticket)
{
    QJsonArray lines;
    for (const escpos::PaperLine& line : ticket.lines)
        lines += QJsonObject{{u"text"_s, QString::fromStdString(line.text)}, {u"size"_s, line.height}};
    QJsonArray codes;
    for (const std::string& code : ticket.qrCodes)
        codes += QString::fromStdString(code);
    return {{u"number"_s, QString::fromStdString(ticket.largestText())},
            {u"text"_s, QString::fromStdString(ticket.plainText())},
            {u"lines"_s, lines},
            {u"qr"_s, codes},
            {u"cut"_s, ticket.cut}};
}

} // namespace

QJsonObject ControlCommands::execute(const QString& line)
{
    const QStringList words = line.simplified().split(QLatin1Char(' '));
    const QString verb = words.value(0);
    const QString target = words.value(1);
    if (verb == "state"_L1)
        return state();
    if (verb == "press"_L1 || verb == "key"_L1)
        return press(target, words.value(2));
    if (verb == "plug"_L1 || verb == "unplug"_L1)
        return plug(target, verb == "plug"_L1);
    if (FamilyPort* printer = familyPrinter(target))
        return executeOnFamily(verb, words.value(2), *printer);
    if (target.isEmpty() && !m_devices.printers().empty())
        return onPrinter(verb, *m_devices.printers().front());
    if (PrinterPort* printer = m_devices.printer(target))
        return onPrinter(verb, *printer);
    if (m_devices.field(target) != nullptr)
        return onFieldDevice(verb, target);
    return refused(u"no device is called \"%1\""_s.arg(target));
}

FamilyPort* ControlCommands::familyPrinter(const QString& id) const
{
    const auto& all = m_devices.familyPrinters();
    return id.isEmpty() && !all.empty() ? all.front().get() : m_devices.familyPrinter(id);
}

QJsonObject ControlCommands::press(const QString& device, const QString& button)
{
    SimulatedPanel* panel = m_devices.panel(device);
    if (panel == nullptr)
        return refused(u"no panel or keypad is called \"%1\""_s.arg(device));
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
    QString fault = u"no printer or bus is called \"%1\""_s.arg(port);
    if (PrinterPort* printer = m_devices.printer(port))
        fault = act(printer);
    else if (FamilyPort* familyPrinter = m_devices.familyPrinter(port))
        fault = act(familyPrinter);
    else if (BusPort* bus = m_devices.bus(port))
        fault = act(bus);
    else if (port == "bus"_L1 && !m_devices.buses().empty())
        fault = act(m_devices.buses().front().get());
    return fault.isEmpty() ? well() : refused(fault);
}

QJsonObject ControlCommands::onPrinter(const QString& verb, PrinterPort& printer)
{
    SimulatedPrinter& model = printer.model();
    if (verb == "paper"_L1)
        return paper(printer);
    if (verb == "show"_L1)
        return well(printerSeen(printer));
    if (verb == "paper-out"_L1 || verb == "paper-in"_L1)
        model.setPaperOut(verb == "paper-out"_L1);
    else if (verb == "near-end"_L1 || verb == "near-end-off"_L1)
        model.setNearEnd(verb == "near-end"_L1);
    else if (verb == "cover-open"_L1 || verb == "cover-close"_L1)
        model.setCoverOpen(verb == "cover-open"_L1);
    else if (verb == "cutter-jam"_L1 || verb == "cutter-free"_L1)
        model.setCutterFault(verb == "cutter-jam"_L1);
    else if (verb == "silence"_L1 || verb == "speak"_L1)
        printer.setSilent(verb == "silence"_L1);
    else if (verb == "power-cycle"_L1)
        model.powerCycle();
    else
        return refused(u"\"%1\" can't be done to a printer"_s.arg(verb));
    // NOLINTNEXTLINE(readability-misleading-indentation): `emit` expands to nothing, which shifts the column
    emit printer.changed();
    return well();
}

QJsonObject ControlCommands::onFieldDevice(const QString& verb, const QString& device)
{
    if (verb == "show"_L1)
        return well(m_devices.field(device)->seen(bridge::steadyNow()));
    if (verb == "die"_L1 || verb == "revive"_L1)
        m_devices.busOf(device)->setDead(device, verb == "die"_L1);
    else if (verb == "power-cycle"_L1)
        m_devices.field(device)->powerCycle(bridge::steadyNow());
    else
        return refused(u"\"%1\" can't be done to %2"_s.arg(verb, device));
    return well();
}

QJsonObject ControlCommands::paper(const PrinterPort& printer) const
{
    QJsonArray tickets;
    for (const escpos::PaperTicket& ticket : printer.model().tickets())
        tickets += ticketJson(ticket);
    return well({{u"path"_s, printer.recordPath()},
                 {u"hex"_s, QString::fromLatin1(printer.received().toHex())},
                 {u"tickets"_s, tickets}});
}

QJsonObject ControlCommands::printerSeen(const PrinterPort& printer) const
{
    const SimulatedPrinter& model = printer.model();
    return {{u"kind"_s, u"printer"_s},
            {u"plugged"_s, printer.plugged()},
            {u"paperOut"_s, model.paperOut()},
            {u"nearEnd"_s, model.nearEnd()},
            {u"coverOpen"_s, model.coverOpen()},
            {u"silent"_s, printer.silent()},
            {u"tickets"_s, static_cast<int>(model.tickets().size())}};
}

QJsonObject ControlCommands::state() const
{
    QJsonObject devices;
    for (const auto& printer : m_devices.printers())
        devices.insert(printer->id(), printerSeen(*printer));
    for (const auto& printer : m_devices.familyPrinters())
        devices.insert(printer->id(), familySeen(*printer));
    for (const auto& bus : m_devices.buses()) {
        devices.insert(bus->id(), QJsonObject{{u"kind"_s, u"bus"_s}, {u"plugged"_s, bus->plugged()}});
        for (const QString& id : bus->devices()) {
            QJsonObject seen = bus->find(id)->seen(bridge::steadyNow());
            seen.insert(u"dead"_s, bus->dead(id));
            devices.insert(id, seen);
        }
    }
    return well({{u"devices"_s, devices}});
}

} // namespace starqueue::simulators
