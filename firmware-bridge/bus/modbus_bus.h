#pragma once

#include <firmware-bridge/bus/bus_schedule.h>
#include <firmware-bridge/field_devices/display_registers.h>
#include <firmware-bridge/serial/serial_line.h>

#include <QModbusRtuSerialClient>
#include <QObject>
#include <QTimer>

#include <memory>

class QModbusReply;

namespace starqueue::bridge {

/// How one RS-485 bus is wired: 8 data bits, one stop bit.
struct BusSettings
{
    enum class Parity { None, Even, Odd };

    QString path;
    int baud = 19200;
    Parity parity = Parity::None;
    std::chrono::milliseconds timeout{100}; ///< for one answer; no retries but the schedule's

    bool operator==(const BusSettings&) const = default;
};

/// One RS-485 bus with its devices, over QModbusRtuSerialClient.
///
/// BusSchedule decides, this class sends. When the cable is pulled, QModbusRtuSerialClient stays "connected"
/// and never finishes its replies: so a read or write error, or the watchdog of 1 s on each request, closes
/// the port, which is opened again with a backoff of 0.1 s to 5 s. Construct it in the thread that uses it: a
/// client moved between threads loses its response timer.
class ModbusBus : public QObject
{
    Q_OBJECT

public:
    ModbusBus(const BusSettings& settings, std::vector<std::unique_ptr<FieldDevice>> devices,
              QObject* parent = nullptr);
    ~ModbusBus() override;

    /// Opens the port, now or as soon as it exists.
    void start();

    /// Commands to devices; an id that isn't on this bus, or is another kind, is ignored.
    void show(const QString& display, const starqueue::bridge::DisplayContent& content);
    void arm(const QString& panel, int token, int windowSeconds, int language);
    void disarm(const QString& panel);
    void acknowledge(const QString& panel, int epoch, int seq);
    void signalTest(const QString& panel);

signals:
    void pressed(const starqueue::bridge::PressReport& press);
    void armed(const starqueue::bridge::ArmReport& report);
    void healthChanged(const starqueue::bridge::DeviceHealth& health);
    void lineLost(const QString& reason);

private:
    void configure();
    void tryOpen();
    void onState(QModbusDevice::State state);
    void onError(QModbusDevice::Error error);
    void close(const QString& reason);
    void pump();
    void send(const BusRequest& request);
    void conclude(QModbusReply* reply);
    void reportHealth();

    BusSettings m_settings;
    BusSchedule m_schedule;
    QModbusRtuSerialClient m_client;
    QTimer m_reopen;
    QTimer m_wake;
    QTimer m_watchdog;
    ReopenBackoff m_backoff;
    QModbusReply* m_reply = nullptr;
    bool m_open = false;
};

} // namespace starqueue::bridge
