#pragma once

#include <firmware-bridge/simulators/program/device_set.h>

#include <QByteArray>
#include <QJsonObject>
#include <QLocalServer>
#include <QString>

namespace starqueue::simulators {

/// A hand for programs: does to the simulated devices what a person could, one line each.
///
///   press PANEL 1…5 · key KEYPAD next|recall|start|finish|no-show|help|1…9
///   paper-out PRINTER · paper-in · near-end · near-end-off · cover-open · cover-close
///   cutter-jam PRINTER · cutter-free
///   silence PRINTER · speak PRINTER · unplug BUS|PRINTER · plug …
///   die DEVICE · revive DEVICE · power-cycle DEVICE
///   show DEVICE · paper PRINTER · state
///
/// The answer is one line of JSON: {"ok":true, …} or {"ok":false,"error":"…"}. `show` says what
/// somebody in front of the device sees; `paper` what lies in the printer's tray. A printer's verb
/// without a name is meant for the first printer.
class RemoteHand
{
public:
    explicit RemoteHand(DeviceSet& devices) : m_devices(devices) {}

    [[nodiscard]] QJsonObject obey(const QString& line);

private:
    [[nodiscard]] QJsonObject obeyPress(const QString& device, const QString& button);
    [[nodiscard]] QJsonObject obeyPlug(const QString& port, bool in);
    [[nodiscard]] QJsonObject obeyPrinter(const QString& verb, PrinterSimulator& printer);
    [[nodiscard]] QJsonObject obeyField(const QString& verb, const QString& device);
    [[nodiscard]] QJsonObject paper(const PrinterSimulator& printer) const;
    [[nodiscard]] QJsonObject printerSeen(const PrinterSimulator& printer) const;
    [[nodiscard]] QJsonObject state() const;

    DeviceSet& m_devices;
};

/// RemoteHand on a Unix socket: lines in, lines out, any number of connections.
class ControlSocket : public QObject
{
    Q_OBJECT

public:
    explicit ControlSocket(DeviceSet& devices, QObject* parent = nullptr);

    /// Empty when well, otherwise what went wrong. A socket left over at `path` is replaced.
    [[nodiscard]] QString listen(const QString& path);

private:
    void accept();

    RemoteHand m_hand;
    QLocalServer m_server;
};

} // namespace starqueue::simulators
