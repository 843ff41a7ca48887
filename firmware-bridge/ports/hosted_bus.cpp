#include <firmware-bridge/ports/hosted_bus.h>

#include <firmware-bridge/field_devices/call_number_display.h>
#include <firmware-bridge/field_devices/rating_panel.h>

#include <QRandomGenerator>

#include <utility>

namespace starqueue::bridge {

namespace {

constexpr int kNonces = 0x10000;

} // namespace

HostedBus::HostedBus(BusConfig config, std::vector<FieldDeviceConfig> devices, const PortMaker& ports,
                     SteadyClock clock, QObject* parent)
    : QObject(parent), m_config(std::move(config)), m_devices(std::move(devices)), m_ports(ports),
      m_clock(clock), m_host(ports.makeHost(m_config.id))
{}

void HostedBus::open()
{
    m_host->open([this] { return makeDriver(); });
}

// Queued in every host, so that a driver and its user never call into each other.
std::unique_ptr<QObject> HostedBus::makeDriver()
{
    constexpr auto kQueued = Qt::QueuedConnection;
    auto bus = std::make_unique<ModbusBus>(m_ports.makeBusClient(m_config.settings), makeDevices(), m_clock);
    connect(this, &HostedBus::showRequested, bus.get(), &ModbusBus::show, kQueued);
    connect(this, &HostedBus::armRequested, bus.get(), &ModbusBus::arm, kQueued);
    connect(this, &HostedBus::disarmRequested, bus.get(), &ModbusBus::disarm, kQueued);
    connect(this, &HostedBus::acknowledgeRequested, bus.get(), &ModbusBus::acknowledge, kQueued);
    connect(this, &HostedBus::testRequested, bus.get(), &ModbusBus::signalTest, kQueued);
    connect(bus.get(), &ModbusBus::pressed, this, &HostedBus::pressed, kQueued);
    connect(bus.get(), &ModbusBus::armed, this, &HostedBus::armed, kQueued);
    connect(bus.get(), &ModbusBus::healthChanged, this, &HostedBus::healthChanged, kQueued);
    connect(bus.get(), &ModbusBus::lineLost, this, &HostedBus::lineLost, kQueued);
    bus->start();
    return bus;
}

std::vector<std::unique_ptr<FieldDevice>> HostedBus::makeDevices() const
{
    std::vector<std::unique_ptr<FieldDevice>> devices;
    for (const FieldDeviceConfig& config : m_devices) {
        if (config.kind == FieldDeviceConfig::Kind::Display)
            devices.push_back(std::make_unique<CallNumberDisplay>(config.id, config.address));
        else
            devices.push_back(std::make_unique<RatingPanel>(
                config.id, config.address, QRandomGenerator::system()->bounded(kNonces),
                config.kind == FieldDeviceConfig::Kind::Keypad ? RatingPanel::Pressable::Always
                                                               : RatingPanel::Pressable::WhenArmed));
    }
    return devices;
}

} // namespace starqueue::bridge
