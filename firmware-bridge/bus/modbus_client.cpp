#include <firmware-bridge/bus/modbus_client.h>

#include <QModbusDataUnit>
#include <QModbusReply>
#include <QSerialPort>
#include <QVariant>

#include <utility>

namespace starqueue::bridge {

namespace {

QSerialPort::Parity parityOf(BusSettings::Parity parity)
{
    switch (parity) {
    case BusSettings::Parity::Even:
        return QSerialPort::EvenParity;
    case BusSettings::Parity::Odd:
        return QSerialPort::OddParity;
    case BusSettings::Parity::None:
        break;
    }
    return QSerialPort::NoParity;
}

QModbusDataUnit unitOf(const RegisterBlock& block)
{
    const auto table = block.table == RegisterBlock::Table::Input ? QModbusDataUnit::InputRegisters
                                                                  : QModbusDataUnit::HoldingRegisters;
    return QModbusDataUnit(table, block.start, static_cast<quint16>(block.count));
}

QModbusDataUnit unitOf(const RegisterWrite& write)
{
    return QModbusDataUnit(QModbusDataUnit::HoldingRegisters, 0, write.values);
}

} // namespace

ModbusClient::ModbusClient(const BusSettings& settings, QObject* parent)
    : BusClient(parent), m_path(settings.path.toStdString()), m_client(this)
{
    configure(settings);
    connect(&m_client, &QModbusDevice::stateChanged, this, &ModbusClient::onState);
    connect(&m_client, &QModbusDevice::errorOccurred, this, &ModbusClient::onError);
}

ModbusClient::~ModbusClient()
{
    m_client.disconnect(this);
    close();
}

void ModbusClient::configure(const BusSettings& settings)
{
    m_client.setConnectionParameter(QModbusDevice::SerialPortNameParameter, settings.path);
    m_client.setConnectionParameter(QModbusDevice::SerialBaudRateParameter, settings.baud);
    m_client.setConnectionParameter(QModbusDevice::SerialParityParameter, parityOf(settings.parity));
    m_client.setConnectionParameter(QModbusDevice::SerialDataBitsParameter, QSerialPort::Data8);
    m_client.setConnectionParameter(QModbusDevice::SerialStopBitsParameter, QSerialPort::OneStop);
    m_client.setTimeout(static_cast<int>(settings.timeout.count()));
    m_client.setNumberOfRetries(0);
}

void ModbusClient::open()
{
    auto claim = claim::PortClaim::take(m_path);
    if (!claim)
        return emit refused(claim.error());
    m_claim = std::move(*claim);
    if (m_client.connectDevice() || m_open)
        return;
    m_claim.release();
    emit refused({claim::PortTrouble::Kind::Failed, m_client.errorString().toStdString()});
}

void ModbusClient::close()
{
    m_open = false;
    if (QModbusReply* reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->deleteLater();
    }
    m_client.disconnectDevice();
    m_claim.release();
}

void ModbusClient::request(const BusRequest& request)
{
    const bool isWrite = std::holds_alternative<RegisterWrite>(request.what);
    const QModbusDataUnit unit = std::visit([](const auto& what) { return unitOf(what); }, request.what);
    QModbusReply* reply = isWrite ? m_client.sendWriteRequest(unit, request.address)
                                  : m_client.sendReadRequest(unit, request.address);
    if (!m_open) { // sending can fail at once and close the port
        if (reply != nullptr)
            reply->deleteLater();
        return;
    }
    if (reply == nullptr)
        return emit lost(m_client.errorString());
    m_reply = reply;
    if (reply->isFinished())
        return conclude(reply);
    connect(reply, &QModbusReply::finished, this, [this, reply] { conclude(reply); });
}

void ModbusClient::onState(QModbusDevice::State state)
{
    if (state == QModbusDevice::ConnectedState && !std::exchange(m_open, true))
        emit opened();
}

void ModbusClient::onError(QModbusDevice::Error error)
{
    const bool isOfPort = error == QModbusDevice::ReadError || error == QModbusDevice::WriteError ||
                          error == QModbusDevice::ConnectionError;
    if (isOfPort && m_open) // while it is being opened, open() tells
        emit lost(m_client.errorString());
}

void ModbusClient::conclude(QModbusReply* reply)
{
    reply->deleteLater();
    if (reply != m_reply)
        return;
    m_reply = nullptr;
    if (reply->error() == QModbusDevice::NoError)
        emit answered(reply->result().values());
    else
        emit failed();
}

} // namespace starqueue::bridge
