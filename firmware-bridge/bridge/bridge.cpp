#include <firmware-bridge/bridge/bridge.h>

#include <firmware-bridge/relay/display_content.h>

#include <QDateTime>
#include <QJsonArray>
#include <QLoggingCategory>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcBridge, "bridge")

std::vector<FieldDeviceConfig> devicesOn(const BridgeConfig& config, const QString& bus)
{
    std::vector<FieldDeviceConfig> devices;
    for (const FieldDeviceConfig& device : config.devices)
        if (device.bus == bus)
            devices.push_back(device);
    return devices;
}

QJsonObject printerStateJson(const PrinterConfig& printer, PrinterState state)
{
    const QString fault = state.fault();
    return {{QStringLiteral("kind"), QStringLiteral("printer")},
            {QStringLiteral("kiosk"), printer.kiosk},
            {QStringLiteral("counter"), QJsonValue::Null},
            {QStringLiteral("state"), state.state()},
            {QStringLiteral("fault"), fault.isEmpty() ? QJsonValue() : QJsonValue(fault)},
            {QStringLiteral("details"), QJsonObject{{QStringLiteral("port"), printer.line.path}}}};
}

QJsonObject healthJson(const FieldDeviceConfig& device, const DeviceHealth& health)
{
    const QJsonObject details{{QStringLiteral("bus"), device.bus},
                              {QStringLiteral("address"), device.address},
                              {QStringLiteral("uid"), uidText(health.uid)},
                              {QStringLiteral("firmware"), health.firmware},
                              {QStringLiteral("bootCount"), health.bootCount}};
    return {{QStringLiteral("kind"), kindName(device.kind)},
            {QStringLiteral("kiosk"), QJsonValue::Null},
            {QStringLiteral("counter"), device.counter},
            {QStringLiteral("state"), stateName(health.state)},
            {QStringLiteral("fault"), health.fault.isEmpty() ? QJsonValue() : QJsonValue(health.fault)},
            {QStringLiteral("details"), details}};
}

} // namespace

Bridge::Bridge(const BridgeConfig& config, const client::HallAddress& hall, QObject* parent)
    : QObject(parent), m_config(config), m_board(hall), m_printSpooler(m_board.client()),
      m_ratingRelay(m_board.client()), m_keypadRelay(m_board.client()), m_deviceStates(m_board.client())
{
    connect(&m_board, &client::BoardWatch::reachableChanged, this, &Bridge::onReachable);
    connect(&m_board, &client::BoardWatch::boardChanged, this, &Bridge::drawDisplays);
    connect(&m_board, &client::BoardWatch::eventJson, this, &Bridge::onEvent);
    connect(&m_printSpooler, &PrintSpooler::printRequested, this,
            [this](const QString& kiosk, const QString& job, const PrintedTicket& ticket) {
                for (const auto& [id, thread] : m_printers)
                    if (thread->config().kiosk == kiosk)
                        emit thread->printRequested(job, ticket);
            });
    connect(&m_ratingRelay, &RatingRelay::armRequested, this,
            [this](const QString& panel, int token, int seconds, int language) {
                toBuses(&BusThread::armRequested, panel, token, seconds, language);
            });
    connect(&m_ratingRelay, &RatingRelay::disarmRequested, this,
            [this](const QString& panel) { toBuses(&BusThread::disarmRequested, panel); });
    const auto acknowledge = [this](const QString& device, int epoch, int seq) {
        toBuses(&BusThread::acknowledgeRequested, device, epoch, seq);
    };
    connect(&m_ratingRelay, &RatingRelay::acknowledgeRequested, this, acknowledge);
    connect(&m_keypadRelay, &KeypadRelay::acknowledgeRequested, this, acknowledge);
}

Bridge::~Bridge() = default;

void Bridge::start()
{
    assignDevices();
    for (const PrinterConfig& printer : m_config.printers)
        openPrinter(printer);
    for (const BusConfig& bus : m_config.buses)
        openBus(bus);
    m_board.start();
}

void Bridge::openPrinter(const PrinterConfig& config)
{
    m_printSpooler.addPrinter(config.kiosk);
    auto thread = std::make_unique<PrinterThread>(config);
    connect(thread.get(), &PrinterThread::finished, &m_printSpooler, &PrintSpooler::onPrinted);
    connect(thread.get(), &PrinterThread::stateChanged, this,
            [this, config](PrinterState state) { onPrinterState(config, state); });
    thread->startAndWait();
    m_printers[config.id] = std::move(thread);
}

void Bridge::closePrinter(const QString& id)
{
    const auto found = m_printers.find(id);
    if (found == m_printers.end())
        return;
    m_printSpooler.removePrinter(found->second->config().kiosk);
    m_deviceStates.forget(id);
    m_printers.erase(found);
}

void Bridge::openBus(const BusConfig& config)
{
    auto thread = std::make_unique<BusThread>(config, devicesOn(m_config, config.id));
    connect(thread.get(), &BusThread::pressed, this, &Bridge::onPressed);
    connect(thread.get(), &BusThread::armed, &m_ratingRelay, &RatingRelay::onArmed);
    connect(thread.get(), &BusThread::healthChanged, this, &Bridge::onHealth);
    connect(thread.get(), &BusThread::lineLost, this, [id = config.id](const QString& reason) {
        qCWarning(lcBridge) << "bus" << id << "is lost:" << reason;
    });
    thread->startAndWait();
    m_buses[config.id] = std::move(thread);
}

void Bridge::assignDevices()
{
    m_ratingRelay.clearPanels();
    m_keypadRelay.clearKeypads();
    for (const FieldDeviceConfig& device : m_config.devices) {
        if (device.kind == FieldDeviceConfig::Kind::Panel)
            m_ratingRelay.setPanel(device.counter, device.id);
        if (device.kind == FieldDeviceConfig::Kind::Keypad)
            m_keypadRelay.setKeypad(device.id, device.counter);
    }
}

void Bridge::onReachable()
{
    qCInfo(lcBridge) << "hall" << (m_board.reachable() ? "reached" : "lost") << m_board.refusal();
    if (!m_board.reachable())
        return;
    m_deviceStates.tellAll();
    m_printSpooler.resync();
    const QString at = m_board.boardJson().value(QLatin1String("at")).toString();
    m_ratingRelay.resync(QDateTime::fromString(at, Qt::ISODateWithMs));
}

void Bridge::onEvent(const QString& name, const QJsonObject& data)
{
    m_printSpooler.onEvent(name, data);
    m_ratingRelay.onEvent(name, data);
    if (name == QLatin1String("ticket_called"))
        drawCall(data);
    else if (name == QLatin1String("device_test_requested"))
        testDevice(data.value(QLatin1String("device")).toString());
}

void Bridge::onPrinterState(const PrinterConfig& printer, PrinterState state)
{
    m_deviceStates.set(printer.id, printerStateJson(printer, state));
    m_printSpooler.onPrinterState(printer.kiosk, state);
}

void Bridge::onHealth(const DeviceHealth& health)
{
    for (const FieldDeviceConfig& device : m_config.devices)
        if (device.id == health.device)
            m_deviceStates.set(device.id, healthJson(device, health));
}

void Bridge::onPressed(const PressReport& press)
{
    if (m_keypadRelay.knows(press.device))
        m_keypadRelay.onPressed(press);
    else
        m_ratingRelay.onPressed(press);
}

// The board may be older than a call that was drawn from its event.
void Bridge::drawDisplays()
{
    const QJsonObject& board = m_board.boardJson();
    const QString at = board.value(QLatin1String("at")).toString();
    m_ratingRelay.setHallClock(QDateTime::fromString(at, Qt::ISODateWithMs));
    if (board.value(QLatin1String("seq")).toInteger() < m_lastCallSeq)
        return;
    for (const FieldDeviceConfig& device : m_config.devices)
        if (device.kind == FieldDeviceConfig::Kind::Display)
            show(device, contentFromBoard(board, device.counter));
}

void Bridge::drawCall(const QJsonObject& call)
{
    m_lastCallSeq = call.value(QLatin1String("seq")).toInteger();
    const QString counter = call.value(QLatin1String("counter")).toString();
    for (const FieldDeviceConfig& device : m_config.devices)
        if (device.kind == FieldDeviceConfig::Kind::Display && device.counter == counter)
            show(device, contentOfCall(call.value(QLatin1String("number")).toString(), counter,
                                       call.value(QLatin1String("recall")).toInt()));
}

void Bridge::show(const FieldDeviceConfig& display, const DisplayContent& content)
{
    if (const auto bus = m_buses.find(display.bus); bus != m_buses.end())
        emit bus->second->showRequested(display.id, content);
}

template <typename Signal, typename... Arguments>
void Bridge::toBuses(Signal signal, const Arguments&... arguments)
{
    for (const auto& [id, bus] : m_buses)
        (bus.get()->*signal)(arguments...);
}

} // namespace starqueue::bridge
