#pragma once

#include <firmware-bridge/bus/bus_client.h>
#include <firmware-bridge/bus/bus_settings.h>
#include <firmware-bridge/claim/port_claim.h>

#include <QModbusRtuSerialClient>

#include <string>

class QModbusReply;

namespace starqueue::bridge {

/// BusClient on a serial port, over QModbusRtuSerialClient, which stays "connected" and never finishes its
/// replies when the cable is pulled. The port is claimed as long as it is open, so that no second program
/// asks on the same bus. Construct it in the thread that uses it: a client moved between threads loses its
/// response timer.
class ModbusClient final : public BusClient
{
    Q_OBJECT

public:
    explicit ModbusClient(const BusSettings& settings, QObject* parent = nullptr);
    ~ModbusClient() override;

    void open() override;
    void close() override;
    void request(const BusRequest& request) override;

private:
    void configure(const BusSettings& settings);
    void onState(QModbusDevice::State state);
    void onError(QModbusDevice::Error error);
    void conclude(QModbusReply* reply);

    std::string m_path;
    claim::PortClaim m_claim;
    QModbusRtuSerialClient m_client;
    QModbusReply* m_reply = nullptr;
    bool m_open = false;
};

} // namespace starqueue::bridge
