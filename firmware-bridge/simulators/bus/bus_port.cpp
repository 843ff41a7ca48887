#include <firmware-bridge/simulators/bus/bus_port.h>

namespace starqueue::simulators {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kSilence = 20ms; ///< 2 ms on a real wire; a busy machine splits frames
constexpr std::chrono::milliseconds kBusTick = 100ms;
constexpr double kTurnAroundMs = 2; ///< 3.5 characters of silence before an answer

} // namespace

BusPort::BusPort(const bridge::BusConfig& config, LineNoise noise, QObject* parent)
    : QObject(parent), m_id(config.id), m_baud(config.settings.baud), m_noise(noise),
      m_port(config.settings.path, this), m_silence(this), m_tick(this)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(kSilence);
    m_tick.setInterval(kBusTick);
    connect(&m_port, &PseudoTerminal::received, this, &BusPort::received);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        const int before = m_frames.damagedFrames();
        m_frames.silence();
        if (m_frames.damagedFrames() > before)
            m_devices.countDamagedFrame();
    });
    connect(&m_tick, &QTimer::timeout, this, &BusPort::tick);
    m_tick.start();
}

QString BusPort::plug()
{
    const QString fault = m_port.plug();
    emit changed();
    return fault;
}

void BusPort::unplug()
{
    m_port.unplug();
    emit changed();
}

void BusPort::received(const QByteArray& bytes)
{
    m_silence.start();
    for (const ModbusRequest& request : m_frames.feed(m_noise.through(bytes)))
        serve(request, bytes.size());
}

void BusPort::serve(const ModbusRequest& request, qsizetype requestBytes)
{
    const QByteArray bytes = m_devices.serve(request, bridge::steadyNow());
    if (bytes.isEmpty())
        return;
    emit changed();
    const double wire = static_cast<double>(requestBytes + bytes.size()) * kBitsAByte * 1000 / m_baud;
    QTimer::singleShot(static_cast<int>(wire + kTurnAroundMs), Qt::PreciseTimer, this,
                       [this, bytes] { m_port.write(m_noise.through(bytes)); });
}

void BusPort::tick()
{
    m_devices.tick(bridge::steadyNow());
}

} // namespace starqueue::simulators
