#include <firmware-bridge/ports/bus_thread.h>

#include <firmware-bridge/field_devices/call_number_display.h>
#include <firmware-bridge/field_devices/rating_panel.h>

#include <QRandomGenerator>

#include <utility>

namespace starqueue::bridge {

namespace {

constexpr int kNonces = 0x10000;

} // namespace

BusThread::BusThread(BusConfig config, std::vector<FieldDeviceConfig> devices, QObject* parent)
    : PortThread(parent), m_config(std::move(config)), m_devices(std::move(devices))
{
    setObjectName(m_config.id);
}

BusThread::~BusThread()
{
    stop();
}

void BusThread::run()
{
    ModbusBus bus(m_config.settings, makeDevices());
    connect(this, &BusThread::showRequested, &bus, &ModbusBus::show);
    connect(this, &BusThread::armRequested, &bus, &ModbusBus::arm);
    connect(this, &BusThread::disarmRequested, &bus, &ModbusBus::disarm);
    connect(this, &BusThread::acknowledgeRequested, &bus, &ModbusBus::acknowledge);
    connect(this, &BusThread::testRequested, &bus, &ModbusBus::signalTest);
    connect(&bus, &ModbusBus::pressed, this, &BusThread::pressed);
    connect(&bus, &ModbusBus::armed, this, &BusThread::armed);
    connect(&bus, &ModbusBus::healthChanged, this, &BusThread::healthChanged);
    connect(&bus, &ModbusBus::lineLost, this, &BusThread::lineLost);
    bus.start();
    ready();
    exec();
}

std::vector<std::unique_ptr<FieldDevice>> BusThread::makeDevices() const
{
    std::vector<std::unique_ptr<FieldDevice>> devices;
    for (const FieldDeviceConfig& config : m_devices) {
        if (config.kind == FieldDeviceConfig::Kind::Display)
            devices.push_back(std::make_unique<CallNumberDisplay>(config.id, config.address));
        else
            devices.push_back(std::make_unique<RatingPanel>(
                config.id, config.address, QRandomGenerator::global()->bounded(kNonces),
                config.kind == FieldDeviceConfig::Kind::Keypad ? RatingPanel::Pressable::Always
                                                               : RatingPanel::Pressable::WhenArmed));
    }
    return devices;
}

} // namespace starqueue::bridge
