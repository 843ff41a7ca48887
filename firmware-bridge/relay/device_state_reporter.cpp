#include <firmware-bridge/relay/device_state_reporter.h>

#include <QLoggingCategory>

#include <utility>

namespace starqueue::bridge {

namespace {

Q_LOGGING_CATEGORY(lcDevices, "bridge.devices")

using client::api::DeviceReport;
using client::api::DeviceState;

} // namespace

DeviceStateReporter::DeviceStateReporter(client::HallClient& hall, const Pauses& pauses, QObject* parent)
    : QObject(parent), m_hall(hall), m_starting(this), m_counts(this), m_again(this),
      m_timeout(pauses.timeout)
{
    for (QTimer* timer : {&m_starting, &m_counts, &m_again}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &DeviceStateReporter::reportOutstanding);
    }
    m_counts.setInterval(pauses.counts);
    m_again.setInterval(pauses.again);
    m_starting.start(pauses.starting);
}

void DeviceStateReporter::set(const QString& device, DeviceReport report)
{
    DeviceReport& wanted = m_wanted[device];
    report.details.counts = wanted.details.counts;
    if (wanted == report)
        return;
    wanted = std::move(report);
    qCInfo(lcDevices) << device << "is" << client::api::toWord(wanted.state) << wanted.fault;
    this->report(device);
}

void DeviceStateReporter::setCount(const QString& device, Count count, int value)
{
    std::optional<int>& counted = m_wanted[device].details.counts.*count;
    if (std::exchange(counted, value) != value && !m_counts.isActive())
        m_counts.start();
}

void DeviceStateReporter::forget(const QString& device)
{
    m_wanted.remove(device);
    m_reported.remove(device);
}

void DeviceStateReporter::reportAll()
{
    m_reported.clear();
    reportOutstanding();
}

void DeviceStateReporter::heardChange(const QString& device)
{
    m_reported.remove(device);
    if (m_inFlight.contains(device))
        m_doubted.insert(device);
    else if (m_wanted.contains(device))
        report(device);
}

void DeviceStateReporter::reportOutstanding()
{
    for (auto device = m_wanted.keyBegin(); device != m_wanted.keyEnd(); ++device)
        report(*device);
}

void DeviceStateReporter::report(const QString& device)
{
    const DeviceReport wanted = m_wanted.value(device);
    if (m_inFlight.contains(device) || wanted.state == DeviceState::Unknown ||
        m_reported.value(device) == wanted)
        return;
    if (m_starting.isActive() && wanted.state == DeviceState::Offline)
        return;
    m_inFlight.insert(device, wanted);
    m_hall.send(
        client::api::reportDevice(device, wanted), this,
        [this, device, wanted](const client::Answer& answer) { reported(device, wanted, answer); },
        m_timeout);
}

void DeviceStateReporter::reported(const QString& device, const DeviceReport& sent,
                                   const client::Answer& answer)
{
    m_inFlight.remove(device);
    if (!answer.decided())
        return m_again.start();
    if (!m_doubted.remove(device))
        m_reported.insert(device, sent);
    if (!answer.ok())
        qCWarning(lcDevices) << "state of" << device << "was refused:" << answer.status << answer.detail;
    report(device);
}

} // namespace starqueue::bridge
