#include <firmware-bridge/bus/modbus_bus.h>

#include <firmware-bridge/field_devices/call_number_display.h>
#include <firmware-bridge/field_devices/rating_panel.h>

#include <QModbusDataUnit>
#include <QModbusReply>
#include <QVariant>

#include <utility>

namespace starqueue::bridge {

namespace {

constexpr std::chrono::milliseconds kWatchdog{1000};

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

template <typename Device> Device* deviceAs(const BusSchedule& schedule, const QString& id)
{
    return dynamic_cast<Device*>(schedule.find(id));
}

} // namespace

ModbusBus::ModbusBus(const BusSettings& settings, std::vector<std::unique_ptr<FieldDevice>> devices,
                     QObject* parent)
    : QObject(parent), m_settings(settings), m_schedule(std::move(devices)), m_client(this), m_reopen(this),
      m_wake(this), m_watchdog(this)
{
    m_reopen.setSingleShot(true);
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(kWatchdog);
    configure();
    connect(&m_reopen, &QTimer::timeout, this, &ModbusBus::tryOpen);
    connect(&m_wake, &QTimer::timeout, this, &ModbusBus::pump);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { close(QStringLiteral("a request never ended")); });
    connect(&m_client, &QModbusDevice::stateChanged, this, &ModbusBus::onState);
    connect(&m_client, &QModbusDevice::errorOccurred, this, &ModbusBus::onError);
}

ModbusBus::~ModbusBus()
{
    m_client.disconnect(this);
    m_client.disconnectDevice();
}

void ModbusBus::configure()
{
    m_client.setConnectionParameter(QModbusDevice::SerialPortNameParameter, m_settings.path);
    m_client.setConnectionParameter(QModbusDevice::SerialBaudRateParameter, m_settings.baud);
    m_client.setConnectionParameter(QModbusDevice::SerialParityParameter, parityOf(m_settings.parity));
    m_client.setConnectionParameter(QModbusDevice::SerialDataBitsParameter, QSerialPort::Data8);
    m_client.setConnectionParameter(QModbusDevice::SerialStopBitsParameter, QSerialPort::OneStop);
    m_client.setTimeout(static_cast<int>(m_settings.timeout.count()));
    m_client.setNumberOfRetries(0);
}

void ModbusBus::start()
{
    m_schedule.lineLost();
    reportHealth();
    m_reopen.start(0);
}

void ModbusBus::show(const QString& display, const DisplayContent& content)
{
    if (auto* device = deviceAs<CallNumberDisplay>(m_schedule, display))
        device->show(content);
    pump();
}

void ModbusBus::arm(const QString& panel, int token, int windowSeconds, int language)
{
    if (auto* device = deviceAs<RatingPanel>(m_schedule, panel))
        device->arm(token, windowSeconds, language, steadyNow());
    pump();
}

void ModbusBus::disarm(const QString& panel)
{
    if (auto* device = deviceAs<RatingPanel>(m_schedule, panel))
        device->disarm();
    pump();
}

void ModbusBus::acknowledge(const QString& panel, int epoch, int seq)
{
    if (auto* device = deviceAs<RatingPanel>(m_schedule, panel))
        device->acknowledge(epoch, seq);
    pump();
}

void ModbusBus::signalTest(const QString& panel)
{
    if (auto* device = deviceAs<RatingPanel>(m_schedule, panel))
        device->signalTest();
    pump();
}

void ModbusBus::tryOpen()
{
    if (!m_client.connectDevice() && !m_open && !m_reopen.isActive())
        m_reopen.start(m_backoff.next());
}

void ModbusBus::onState(QModbusDevice::State state)
{
    if (state != QModbusDevice::ConnectedState || m_open)
        return;
    m_open = true;
    m_schedule.lineOpened(steadyNow());
    pump();
}

void ModbusBus::onError(QModbusDevice::Error error)
{
    if (error == QModbusDevice::ReadError || error == QModbusDevice::WriteError ||
        error == QModbusDevice::ConnectionError)
        close(m_client.errorString());
}

void ModbusBus::close(const QString& reason)
{
    if (!std::exchange(m_open, false)) {
        if (!m_reopen.isActive())
            m_reopen.start(m_backoff.next());
        return;
    }
    m_watchdog.stop();
    m_wake.stop();
    if (QModbusReply* reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->deleteLater();
    }
    m_client.disconnectDevice();
    m_schedule.lineLost();
    m_reopen.start(m_backoff.next());
    emit lineLost(reason);
    reportHealth();
}

void ModbusBus::pump()
{
    if (!m_open || m_reply != nullptr)
        return;
    const SteadyTime now = steadyNow();
    if (const auto request = m_schedule.next(now))
        send(*request);
    else
        m_wake.start(m_schedule.nextDue(now) - now);
}

void ModbusBus::send(const BusRequest& request)
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
        return close(m_client.errorString());
    m_reply = reply;
    m_watchdog.start();
    if (reply->isFinished())
        return conclude(reply);
    connect(reply, &QModbusReply::finished, this, [this, reply] { conclude(reply); });
}

void ModbusBus::conclude(QModbusReply* reply)
{
    reply->deleteLater();
    if (reply != m_reply)
        return;
    m_reply = nullptr;
    m_watchdog.stop();
    if (reply->error() == QModbusDevice::NoError) {
        m_backoff.reset(); // the device answers: retry soon after the next loss
        m_schedule.answered(reply->result().values(), steadyNow());
    } else {
        m_schedule.failed(steadyNow());
    }
    reportHealth();
    // From the event loop: the client is still inside its own handling of this reply.
    m_wake.start(0);
}

void ModbusBus::reportHealth()
{
    for (const FieldReport& report : m_schedule.takeReports()) {
        if (const auto* press = std::get_if<PressReport>(&report))
            emit pressed(*press);
        else if (const auto* arming = std::get_if<ArmReport>(&report))
            emit armed(*arming);
    }
    for (const DeviceHealth& health : m_schedule.takeHealths())
        emit healthChanged(health);
}

} // namespace starqueue::bridge
