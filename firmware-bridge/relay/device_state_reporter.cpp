#include <firmware-bridge/relay/device_state_reporter.h>

#include <QLoggingCategory>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcDevices, "bridge.devices")

constexpr std::chrono::seconds kStarting{2};

} // namespace

DeviceStateReporter::DeviceStateReporter(client::HallClient& hall, QObject* parent)
    : QObject(parent), m_hall(hall), m_starting(this)
{
    m_starting.setSingleShot(true);
    connect(&m_starting, &QTimer::timeout, this, &DeviceStateReporter::tellOutstanding);
    m_starting.start(kStarting);
}

void DeviceStateReporter::set(const QString& device, const QJsonObject& state)
{
    if (m_wanted.value(device) == state)
        return;
    m_wanted.insert(device, state);
    qCInfo(lcDevices) << device << "is" << state.value(QLatin1String("state")).toString()
                      << state.value(QLatin1String("fault")).toString();
    tell(device);
}

void DeviceStateReporter::forget(const QString& device)
{
    m_wanted.remove(device);
    m_told.remove(device);
}

void DeviceStateReporter::tellAll()
{
    m_told.clear();
    tellOutstanding();
}

void DeviceStateReporter::tellOutstanding()
{
    for (auto device = m_wanted.keyBegin(); device != m_wanted.keyEnd(); ++device)
        tell(*device);
}

void DeviceStateReporter::tell(const QString& device)
{
    if (m_inFlight.contains(device) || !m_wanted.contains(device) ||
        m_told.value(device) == m_wanted.value(device))
        return;
    const QJsonObject state = m_wanted.value(device);
    if (m_starting.isActive() && state.value(QLatin1String("state")).toString() == QLatin1String("offline"))
        return;
    m_inFlight.insert(device, state);
    m_hall.put(QStringLiteral("/devices/%1/state").arg(device), state, this,
               [this, device, state](const client::Answer& answer) {
                   m_inFlight.remove(device);
                   if (answer.unreachable())
                       return; // tellAll() follows when the hall is back
                   m_told.insert(device, state);
                   if (!answer.ok())
                       qCWarning(lcDevices)
                           << "state of" << device << "was refused:" << answer.status << answer.detail;
                   tell(device);
               });
}

} // namespace starqueue::bridge
