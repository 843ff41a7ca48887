#pragma once

#include <firmware-bridge/simulators/program/device_set.h>

#include <QJsonObject>
#include <QString>

namespace starqueue::simulators {

/// Executes text commands on the simulated devices, one a line: what a person could do to real ones.
///
///   press PANEL 1…5 · key KEYPAD next|recall|start|finish|no-show|help|1…9
///   paper-out PRINTER · paper-in · near-end · near-end-off · cover-open · cover-close
///   cutter-jam PRINTER · cutter-free · what else printers of a family take: see family_commands.h
///   silence PRINTER · speak PRINTER · unplug BUS|PRINTER · plug …
///   die DEVICE · revive DEVICE · power-cycle DEVICE
///   show DEVICE · paper PRINTER · state
///
/// The answer is one line of JSON: {"ok":true, …} or {"ok":false,"error":"…"}. `show` tells what
/// a person in front of the device sees; `paper` what the printer has printed. A printer's command without a
/// name is for the first printer.
class ControlCommands
{
public:
    explicit ControlCommands(DeviceSet& devices) : m_devices(devices) {}

    [[nodiscard]] QJsonObject execute(const QString& line);

private:
    /// Without a name: the first.
    [[nodiscard]] FamilyPort* familyPrinter(const QString& id) const;
    [[nodiscard]] QJsonObject press(const QString& device, const QString& button);
    [[nodiscard]] QJsonObject plug(const QString& port, bool in);
    [[nodiscard]] QJsonObject onPrinter(const QString& verb, PrinterPort& printer);
    [[nodiscard]] QJsonObject onFieldDevice(const QString& verb, const QString& device);
    [[nodiscard]] QJsonObject paper(const PrinterPort& printer) const;
    [[nodiscard]] QJsonObject printerSeen(const PrinterPort& printer) const;
    [[nodiscard]] QJsonObject state() const;

    DeviceSet& m_devices;
};

} // namespace starqueue::simulators
