#include <firmware-bridge/simulators/program/device_set.h>

#include <firmware-bridge/simulators/bus/simulated_display.h>
#include <firmware-bridge/simulators/families/family_settings.h>

#include <QDir>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTimer>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcSet, "devices")

using namespace std::chrono_literals;
using Kind = bridge::FieldDeviceConfig::Kind;

constexpr unsigned kNoiseEvery = 400;
constexpr std::chrono::milliseconds kMendAfter = 15s;
constexpr int kLinesUntilEnd = 3;
constexpr int kEpochs = 0xFFFF;
constexpr quint32 kFirstUid = 0x0001A200;

} // namespace

DeviceSet::DeviceSet(const bridge::BridgeConfig& config, const SimulationSettings& settings, QObject* parent)
    : QObject(parent), m_config(config), m_settings(settings), m_random(settings.seed)
{
    if (!settings.withoutPrinters && !makeFamilyPrinters())
        makePrinters();
    makeBuses();
}

QString DeviceSet::start()
{
    for (const auto& printer : m_printers) {
        if (!m_settings.recordFolder.isEmpty()) {
            QDir().mkpath(m_settings.recordFolder);
            const QString fault =
                printer->recordTo(QDir(m_settings.recordFolder).filePath(printer->id() + u".bin"_s));
            if (!fault.isEmpty())
                return fault;
        }
        if (const QString fault = printer->plug(); !fault.isEmpty())
            return fault;
    }
    if (const QString fault = startFamilyPrinters(); !fault.isEmpty())
        return fault;
    for (const auto& bus : m_buses)
        if (const QString fault = bus->plug(); !fault.isEmpty())
            return fault;
    beginScenario();
    return {};
}

QString DeviceSet::startFamilyPrinters()
{
    for (const auto& printer : m_familyPrinters) {
        if (!m_settings.recordFolder.isEmpty()) {
            QDir().mkpath(m_settings.recordFolder);
            const QString file = QDir(m_settings.recordFolder).filePath(printer->id() + u".bin"_s);
            if (const QString fault = printer->recordTo(file); !fault.isEmpty())
                return fault;
        }
        if (const QString fault = printer->plug(); !fault.isEmpty())
            return fault;
    }
    return {};
}

FamilyPort* DeviceSet::familyPrinter(const QString& id) const
{
    for (const auto& printer : m_familyPrinters)
        if (printer->id() == id)
            return printer.get();
    return nullptr;
}

PrinterPort* DeviceSet::printer(const QString& id) const
{
    for (const auto& printer : m_printers)
        if (printer->id() == id)
            return printer.get();
    return nullptr;
}

BusPort* DeviceSet::bus(const QString& id) const
{
    for (const auto& bus : m_buses)
        if (bus->id() == id)
            return bus.get();
    return nullptr;
}

BusPort* DeviceSet::busOf(const QString& device) const
{
    for (const auto& bus : m_buses)
        if (bus->find(device) != nullptr)
            return bus.get();
    return nullptr;
}

SimulatedDevice* DeviceSet::field(const QString& device) const
{
    BusPort* bus = busOf(device);
    return bus == nullptr ? nullptr : bus->find(device);
}

SimulatedPanel* DeviceSet::panel(const QString& device) const
{
    return dynamic_cast<SimulatedPanel*>(field(device));
}

bool DeviceSet::makeFamilyPrinters()
{
    if (m_settings.family.isEmpty())
        return false;
    for (const bridge::PrinterConfig& config : m_config.printers) {
        const QString& name = m_settings.family == "profile"_L1 ? config.profile.name : m_settings.family;
        const Family family = familyNamed(name).value_or(Family::Epson);
        m_familyPrinters.push_back(std::make_unique<FamilyPort>(config, makeFamilyPrinter(family)));
    }
    return true;
}

void DeviceSet::makePrinters()
{
    unsigned which = 0;
    for (const bridge::PrinterConfig& config : m_config.printers) {
        m_printers.push_back(std::make_unique<PrinterPort>(config, noise(++which)));
        connect(m_printers.back().get(), &PrinterPort::changed, this, &DeviceSet::changed);
    }
}

void DeviceSet::makeBuses()
{
    unsigned which = 1000;
    for (const bridge::BusConfig& config : m_config.buses) {
        auto bus = std::make_unique<BusPort>(config, noise(++which));
        for (const bridge::FieldDeviceConfig& device : m_config.devices)
            if (device.bus == config.id && !m_settings.withoutKinds.contains(device.kind))
                bus->add(device.id, device.address, makeField(device));
        connect(bus.get(), &BusPort::changed, this, &DeviceSet::changed);
        m_buses.push_back(std::move(bus));
    }
}

std::unique_ptr<SimulatedDevice> DeviceSet::makeField(const bridge::FieldDeviceConfig& config) const
{
    const quint32 uid = kFirstUid + static_cast<quint32>(config.address);
    if (config.kind == Kind::Display)
        return std::make_unique<SimulatedDisplay>(uid);
    QString file;
    if (!m_settings.memoryFolder.isEmpty()) {
        QDir().mkpath(m_settings.memoryFolder);
        file = QDir(m_settings.memoryFolder).filePath(config.id + u".eeprom"_s);
    }
    const auto kind =
        config.kind == Kind::Panel ? SimulatedPanel::Kind::RatingPanel : SimulatedPanel::Kind::Keypad;
    return std::make_unique<SimulatedPanel>(kind, uid, file, QRandomGenerator::global()->bounded(1, kEpochs));
}

void DeviceSet::beginScenario()
{
    bool first = true;
    for (const auto& printer : m_printers) {
        spoilPrinter(*printer, first);
        first = false;
    }
    spoilFields();
    if (m_settings.scenario == FaultScenario::CablePulled)
        QTimer::singleShot(3s, this, &DeviceSet::pullSomething);
}

void DeviceSet::spoilPrinter(PrinterPort& printer, bool first)
{
    switch (m_settings.scenario) {
    case FaultScenario::PaperOut:
        if (!first)
            return;
        printer.model().endPaperAfter(kLinesUntilEnd);
        // Refilled some time after it has run out, not after the start.
        connect(&printer, &PrinterPort::changed, this, [this, &printer] {
            if (printer.model().paperOut())
                QTimer::singleShot(kMendAfter, this, [&printer] { printer.model().setPaperOut(false); });
        });
        return;
    case FaultScenario::CoverOpen:
        if (!first)
            return;
        printer.model().setCoverOpen(true);
        QTimer::singleShot(kMendAfter, this, [&printer] { printer.model().setCoverOpen(false); });
        return;
    case FaultScenario::NearEnd:
        return printer.model().setNearEnd(true);
    case FaultScenario::SlowPrinter:
        return printer.model().setSpeed({300ms, 500ms, 500ms});
    case FaultScenario::SilentPrinter:
        return printer.setSilent(true);
    case FaultScenario::WrongNumber:
        return printer.setWrongNumber(true);
    default:
        return;
    }
}

void DeviceSet::spoilFields()
{
    for (const bridge::FieldDeviceConfig& device : m_config.devices) {
        const bool display = device.kind == Kind::Display;
        BusPort* bus = busOf(device.id);
        if (bus == nullptr)
            continue;
        if ((m_settings.scenario == FaultScenario::DeadDisplay && display) ||
            (m_settings.scenario == FaultScenario::DeadPanel && device.kind == Kind::Panel))
            bus->setDead(device.id, true);
        if (m_settings.scenario == FaultScenario::PressSwallowed && device.kind == Kind::Panel)
            panel(device.id)->setSwallowing(true);
    }
}

void DeviceSet::pullSomething()
{
    const auto ports = m_printers.size() + m_buses.size();
    if (ports == 0)
        return;
    const std::size_t which = m_random() % ports;
    const std::chrono::milliseconds away(500 + m_random() % 4000);
    const std::chrono::milliseconds then(2000 + m_random() % 8000);
    const auto pull = [this, away](auto& device) {
        qCInfo(lcSet) << "pulling" << device.id() << "for" << away.count() << "ms";
        device.unplug();
        QTimer::singleShot(away, this, [&device] {
            if (const QString fault = device.plug(); !fault.isEmpty())
                qCWarning(lcSet) << device.id() << fault;
        });
    };
    if (which < m_printers.size())
        pull(*m_printers[which]);
    else
        pull(*m_buses[which - m_printers.size()]);
    QTimer::singleShot(away + then, this, &DeviceSet::pullSomething);
}

LineNoise DeviceSet::noise(unsigned which) const
{
    return m_settings.scenario == FaultScenario::NoisyLine ? LineNoise(kNoiseEvery, m_settings.seed + which)
                                                           : LineNoise();
}

} // namespace starqueue::simulators
