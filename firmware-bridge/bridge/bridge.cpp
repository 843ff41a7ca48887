#include <firmware-bridge/bridge/bridge.h>

#include <firmware-bridge/relay/display_content.h>

#include <QLoggingCategory>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcBridge, "bridge")

using client::api::DeviceCounts;

std::vector<FieldDeviceConfig> devicesOn(const BridgeConfig& config, const QString& bus)
{
    std::vector<FieldDeviceConfig> devices;
    for (const FieldDeviceConfig& device : config.devices)
        if (device.bus == bus)
            devices.push_back(device);
    return devices;
}

client::api::DeviceReport printerReport(const PrinterConfig& printer, const PrinterState& state)
{
    client::api::DeviceReport report;
    report.kind = client::api::DeviceKind::Printer;
    report.kiosk = printer.kiosk;
    report.state = state.state();
    report.fault = state.fault();
    report.details.port = printer.line.path;
    report.details.detail = state.detail;
    if (!printer.profile.sensesPaper())
        report.details.sensesPaper = false;
    return report;
}

client::api::DeviceKind reported(FieldDeviceConfig::Kind kind)
{
    switch (kind) {
    case FieldDeviceConfig::Kind::Display:
        return client::api::DeviceKind::Display;
    case FieldDeviceConfig::Kind::Panel:
        return client::api::DeviceKind::Panel;
    case FieldDeviceConfig::Kind::Keypad:
        return client::api::DeviceKind::Keypad;
    }
    return client::api::DeviceKind::Unknown;
}

client::api::DeviceReport fieldReport(const FieldDeviceConfig& device, const DeviceHealth& health)
{
    client::api::DeviceReport report;
    report.kind = reported(device.kind);
    report.counter = device.counter;
    report.state = health.state;
    report.fault = health.fault;
    report.details.detail = health.detail;
    report.details.bus = device.bus;
    report.details.address = device.address;
    report.details.uid = uidText(health.uid);
    report.details.firmware = health.firmware;
    report.details.bootCount = health.bootCount;
    return report;
}

} // namespace

Bridge::Bridge(const BridgeConfig& config, const client::HallAddress& hall, const PortMaker& ports,
               const BridgeClock& clock, QObject* parent)
    : QObject(parent), m_config(config), m_ports(ports), m_clock(clock), m_board(hall),
      m_printSpooler(m_board.client()), m_ratingRelay(m_board.client(), nullptr, clock.steady),
      m_keypadRelay(m_board.client()), m_deviceStates(m_board.client())
{
    connect(&m_board, &client::BoardWatch::reachableChanged, this, &Bridge::onReachable);
    connect(&m_board, &client::BoardWatch::boardChanged, this, &Bridge::drawDisplays);
    connect(&m_board, &client::BoardWatch::event, this, &Bridge::onEvent);
    connect(&m_printSpooler, &PrintSpooler::printRequested, this,
            [this](const QString& kiosk, const QString& job, const PrintedTicket& ticket) {
                for (const auto& [id, printer] : m_printers)
                    if (printer->config().kiosk == kiosk)
                        emit printer->printRequested(job, ticket);
            });
    connect(&m_printSpooler, &PrintSpooler::withdrawRequested, this,
            [this](const QString& kiosk, const QString& job) {
                for (const auto& [id, printer] : m_printers)
                    if (printer->config().kiosk == kiosk)
                        emit printer->withdrawRequested(job);
            });
    connect(&m_ratingRelay, &RatingRelay::armRequested, this,
            [this](const QString& panel, int token, int seconds, int language) {
                toBuses(&HostedBus::armRequested, panel, token, seconds, language);
            });
    connect(&m_ratingRelay, &RatingRelay::disarmRequested, this,
            [this](const QString& panel) { toBuses(&HostedBus::disarmRequested, panel); });
    const auto acknowledge = [this](const QString& device, int epoch, int seq) {
        toBuses(&HostedBus::acknowledgeRequested, device, epoch, seq);
    };
    connect(&m_ratingRelay, &RatingRelay::acknowledgeRequested, this, acknowledge);
    connect(&m_keypadRelay, &KeypadRelay::acknowledgeRequested, this, acknowledge);
    connect(&m_ratingRelay, &RatingRelay::pressUnmatched, this, [this](const QString& panel, int total) {
        m_deviceStates.setCount(panel, &DeviceCounts::unmatchedPresses, total);
    });
    connect(&m_keypadRelay, &KeypadRelay::pressDropped, this, [this](const QString& keypad, int total) {
        m_deviceStates.setCount(keypad, &DeviceCounts::droppedPresses, total);
    });
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

void Bridge::finish(std::chrono::milliseconds atMost)
{
    m_printSpooler.stopTaking();
    connect(&m_printSpooler, &PrintSpooler::idled, this, &Bridge::finished);
    QTimer::singleShot(m_printSpooler.idle() ? std::chrono::milliseconds(0) : atMost, this,
                       &Bridge::finished);
}

void Bridge::openPrinter(const PrinterConfig& config)
{
    m_printSpooler.addPrinter(config.kiosk);
    auto printer = std::make_unique<HostedPrinter>(config, m_ports, m_clock.steady);
    connect(printer.get(), &HostedPrinter::finished, &m_printSpooler, &PrintSpooler::onPrinted);
    connect(printer.get(), &HostedPrinter::paperMoved, &m_printSpooler, &PrintSpooler::onPaperMoved);
    connect(printer.get(), &HostedPrinter::finished, this,
            [this, id = config.id](const QString& job, TicketPrinter::Outcome outcome) {
                if (job.isEmpty())
                    endPrinterTest(id, outcome);
            });
    connect(printer.get(), &HostedPrinter::journalTold, this,
            [this, id = config.id](const QByteArray& text) { sendJournal(id, text); });
    connect(printer.get(), &HostedPrinter::stateChanged, this,
            [this, config](PrinterState state) { onPrinterState(config, state); });
    connect(printer.get(), &HostedPrinter::strayBytesChanged, this, [this, id = config.id](int total) {
        m_deviceStates.setCount(id, &DeviceCounts::strayBytes, total);
    });
    printer->open();
    m_printers[config.id] = std::move(printer);
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
    auto bus = std::make_unique<HostedBus>(config, devicesOn(m_config, config.id), m_ports, m_clock.steady);
    connect(bus.get(), &HostedBus::pressed, this, &Bridge::onPressed);
    connect(bus.get(), &HostedBus::armed, &m_ratingRelay, &RatingRelay::onArmed);
    connect(bus.get(), &HostedBus::healthChanged, this, &Bridge::onHealth);
    connect(bus.get(), &HostedBus::lineLost, this, [id = config.id](const QString& reason) {
        qCWarning(lcBridge) << "bus" << id << "is lost:" << reason;
    });
    bus->open();
    m_buses[config.id] = std::move(bus);
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
    m_deviceStates.reportAll();
    m_printSpooler.resync();
    m_ratingRelay.resync();
}

void Bridge::onEvent(const client::api::Event& event)
{
    m_printSpooler.onEvent(event);
    m_ratingRelay.onEvent(event);
    if (event.name == client::api::EventName::TicketCalled)
        drawCall(event);
    else if (event.name == client::api::EventName::DeviceTestRequested)
        testDevice(event.device);
    else if (event.name == client::api::EventName::DeviceAsked)
        onAsked(event);
    else if (event.name == client::api::EventName::DeviceChanged)
        m_deviceStates.heardChange(event.device);
}

void Bridge::onPrinterState(const PrinterConfig& printer, PrinterState state)
{
    keepJournalOfFault(printer.id, state);
    m_deviceStates.set(printer.id, printerReport(printer, state));
    m_printSpooler.onPrinterState(printer.kiosk, state);
}

void Bridge::onHealth(const DeviceHealth& health)
{
    for (const FieldDeviceConfig& device : m_config.devices)
        if (device.id == health.device)
            m_deviceStates.set(device.id, fieldReport(device, health));
    if (health.crcErrors)
        m_deviceStates.setCount(health.device, &DeviceCounts::crcErrors, *health.crcErrors);
    if (health.linkTimeouts)
        m_deviceStates.setCount(health.device, &DeviceCounts::linkTimeouts, *health.linkTimeouts);
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
    const client::api::Board& board = m_board.board();
    if (board.seq < m_lastCallSeq)
        return;
    for (const FieldDeviceConfig& device : m_config.devices)
        if (device.kind == FieldDeviceConfig::Kind::Display)
            show(device, contentFromBoard(board, device.counter));
}

void Bridge::drawCall(const client::api::Event& call)
{
    m_lastCallSeq = call.seq;
    for (const FieldDeviceConfig& device : m_config.devices)
        if (device.kind == FieldDeviceConfig::Kind::Display && device.counter == call.counter)
            show(device, contentOfCall(call.number, signOf(m_board.board(), call.counter), call.recall));
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
