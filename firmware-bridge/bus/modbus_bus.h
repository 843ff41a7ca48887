#pragma once

#include <firmware-bridge/bus/bus_client.h>
#include <firmware-bridge/bus/bus_schedule.h>
#include <firmware-bridge/field_devices/display_registers.h>
#include <firmware-bridge/serial/port_retry.h>

#include <QObject>
#include <QTimer>

#include <memory>

namespace starqueue::bridge {

/// One RS-485 bus with its devices.
///
/// BusSchedule decides, a BusClient sends. What it loses, or a request that hasn't ended after 1 s, closes
/// the port, which is opened again with a backoff of 0.1 s to 5 s. Why it can't be opened is each device's
/// fault. Construct it in the thread that uses it.
class ModbusBus : public QObject
{
    Q_OBJECT

public:
    ModbusBus(std::unique_ptr<BusClient> client, std::vector<std::unique_ptr<FieldDevice>> devices,
              SteadyClock clock, QObject* parent = nullptr);
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
    void onOpened();
    void onAnswered(const QList<quint16>& values);
    void onFailed();
    void onRefused(const claim::PortTrouble& trouble);
    void close(const QString& reason);
    void pump();
    void concluded();
    void reportHealth();

    std::unique_ptr<BusClient> m_client;
    BusSchedule m_schedule;
    SteadyClock m_clock;
    PortRetry m_retry;
    QTimer m_wake;
    QTimer m_watchdog;
    bool m_open = false;
    bool m_asking = false; ///< a request is under way
};

} // namespace starqueue::bridge
