#include <firmware-bridge/bridge/bridge.h>

#include <algorithm>
#include <iterator>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

template <typename Item> bool holds(const std::vector<Item>& items, const Item& wanted)
{
    return std::find(items.begin(), items.end(), wanted) != items.end();
}

} // namespace

QStringList Bridge::reload(const BridgeConfig& config)
{
    QStringList needRestart;
    if (config.hallUrl != m_config.hallUrl || config.tokenFile != m_config.tokenFile)
        needRestart += u"[hall]"_s;
    const BridgeConfig before = m_config;
    m_config = config;
    m_config.hallUrl = before.hallUrl;
    m_config.tokenFile = before.tokenFile;
    assignDevices();
    needRestart += reloadPrinters(before);
    // The devices on a bus keep all its state, so it can be opened anew at any time.
    if (before.buses != m_config.buses || before.devices != m_config.devices)
        reopenBuses(before);
    return needRestart;
}

QStringList Bridge::reloadPrinters(const BridgeConfig& before)
{
    QStringList busy;
    for (const PrinterConfig& printer : before.printers) {
        if (holds(m_config.printers, printer))
            continue;
        if (m_printSpooler.printing(printer.kiosk))
            busy += printer.id + u" (is printing)"_s;
        else
            closePrinter(printer.id);
    }
    for (const PrinterConfig& printer : m_config.printers)
        if (m_printers.count(printer.id) == 0)
            openPrinter(printer);
    return busy;
}

void Bridge::reopenBuses(const BridgeConfig& before)
{
    m_buses.clear();
    for (const FieldDeviceConfig& device : before.devices)
        m_deviceStates.forget(device.id);
    for (const BusConfig& bus : m_config.buses)
        openBus(bus);
    drawDisplays();
}

} // namespace starqueue::bridge
