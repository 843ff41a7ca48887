#include <firmware-bridge/bus/modbus_bus.h>

#include <firmware-bridge/field_devices/call_number_display.h>
#include <firmware-bridge/field_devices/rating_panel.h>

#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kWatchdog{1000};

QString faultOf(const claim::PortTrouble& trouble)
{
    switch (trouble.kind) {
    case claim::PortTrouble::Kind::NoPermission:
        return u"noPermission"_s;
    case claim::PortTrouble::Kind::InUse:
        return u"portInUse"_s;
    case claim::PortTrouble::Kind::Missing:
        return u"portMissing"_s;
    case claim::PortTrouble::Kind::Unplugged:
    case claim::PortTrouble::Kind::Failed:
        break;
    }
    return u"unplugged"_s;
}

template <typename Device> Device* deviceAs(const BusSchedule& schedule, const QString& id)
{
    return dynamic_cast<Device*>(schedule.find(id));
}

} // namespace

ModbusBus::ModbusBus(std::unique_ptr<BusClient> client, std::vector<std::unique_ptr<FieldDevice>> devices,
                     SteadyClock clock, QObject* parent)
    : QObject(parent), m_client(std::move(client)), m_schedule(std::move(devices)), m_clock(clock),
      m_retry(this), m_wake(this), m_watchdog(this)
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(kWatchdog);
    connect(&m_retry, &PortRetry::due, m_client.get(), &BusClient::open);
    connect(&m_retry, &PortRetry::refused, this, &ModbusBus::onRefused);
    connect(&m_wake, &QTimer::timeout, this, &ModbusBus::pump);
    connect(&m_watchdog, &QTimer::timeout, this, [this] { close(u"a request never ended"_s); });
    connect(m_client.get(), &BusClient::opened, this, &ModbusBus::onOpened);
    connect(m_client.get(), &BusClient::lost, this, &ModbusBus::close);
    connect(m_client.get(), &BusClient::refused, &m_retry, &PortRetry::refuse);
    connect(m_client.get(), &BusClient::answered, this, &ModbusBus::onAnswered);
    connect(m_client.get(), &BusClient::failed, this, &ModbusBus::onFailed);
}

// A client that is closed by its destructor may still end a request.
ModbusBus::~ModbusBus()
{
    m_client->disconnect(this);
}

void ModbusBus::start()
{
    m_schedule.lineLost(u"unplugged"_s);
    reportHealth();
    m_retry.now();
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
        device->arm(token, windowSeconds, language, m_clock());
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

void ModbusBus::onOpened()
{
    m_open = true;
    m_retry.opened();
    m_schedule.lineOpened(m_clock());
    pump();
}

void ModbusBus::close(const QString& reason)
{
    if (!std::exchange(m_open, false)) {
        if (!m_retry.waits())
            m_retry.later();
        return;
    }
    m_watchdog.stop();
    m_wake.stop();
    m_asking = false;
    m_client->close();
    m_schedule.lineLost(u"unplugged"_s);
    m_retry.later();
    emit lineLost(reason);
    reportHealth();
}

void ModbusBus::onRefused(const claim::PortTrouble& trouble)
{
    m_schedule.lineLost(faultOf(trouble), QString::fromStdString(trouble.detail));
    emit lineLost(QString::fromStdString(claim::toText(trouble)));
    reportHealth();
}

void ModbusBus::pump()
{
    if (!m_open || m_asking)
        return;
    const SteadyTime now = m_clock();
    const auto request = m_schedule.next(now);
    if (!request) {
        m_wake.start(m_schedule.nextDue(now) - now);
        return;
    }
    m_asking = true;
    m_watchdog.start();
    m_client->request(*request);
}

void ModbusBus::onAnswered(const QList<quint16>& values)
{
    m_retry.answered(); // the device answers: retry soon after the next loss
    m_schedule.answered(values, m_clock());
    concluded();
}

void ModbusBus::onFailed()
{
    m_schedule.failed(m_clock());
    concluded();
}

void ModbusBus::concluded()
{
    m_asking = false;
    m_watchdog.stop();
    reportHealth();
    m_wake.start(0); // from the event loop: the client is still inside its own handling of this answer
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
