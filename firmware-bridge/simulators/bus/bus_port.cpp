#include <firmware-bridge/simulators/bus/bus_port.h>

#include <QStringList>

namespace starqueue::simulators {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kSilence = 20ms; ///< 2 ms on a real wire; a busy machine splits frames
constexpr std::chrono::milliseconds kBusTick = 100ms;
constexpr double kTurnAroundMs = 2; ///< 3.5 characters of silence before an answer
constexpr int kNoSuchFunction = 1;
constexpr int kNoSuchRegister = 2;

bool fits(const ModbusRequest& request, qsizetype registers)
{
    return request.count > 0 && request.start + request.count <= registers;
}

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
            for (auto& [address, slot] : m_slots)
                slot.model->countDamagedFrame();
    });
    connect(&m_tick, &QTimer::timeout, this, &BusPort::tick);
    m_tick.start();
}

void BusPort::add(const QString& id, int address, std::unique_ptr<SimulatedDevice> model)
{
    m_slots[address] = Slot{id, std::move(model), false};
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

SimulatedDevice* BusPort::find(const QString& device)
{
    for (auto& [address, slot] : m_slots)
        if (slot.id == device)
            return slot.model.get();
    return nullptr;
}

QStringList BusPort::devices() const
{
    QStringList ids;
    for (const auto& [address, slot] : m_slots)
        ids += slot.id;
    return ids;
}

bool BusPort::setDead(const QString& device, bool dead)
{
    for (auto& [address, slot] : m_slots)
        if (slot.id == device) {
            slot.dead = dead;
            return true;
        }
    return false;
}

bool BusPort::dead(const QString& device) const
{
    for (const auto& [address, slot] : m_slots)
        if (slot.id == device)
            return slot.dead;
    return false;
}

void BusPort::received(const QByteArray& bytes)
{
    m_silence.start();
    for (const ModbusRequest& request : m_frames.feed(m_noise.through(bytes)))
        serve(request, bytes.size());
}

void BusPort::serve(const ModbusRequest& request, qsizetype requestBytes)
{
    const auto slot = m_slots.find(request.address);
    if (slot == m_slots.end() || slot->second.dead)
        return;
    const SteadyTime now = bridge::steadyNow();
    SimulatedDevice& model = *slot->second.model;
    model.addressed(now);
    const QByteArray bytes = answer(model, request);
    emit changed();
    const double wire = static_cast<double>(requestBytes + bytes.size()) * kBitsAByte * 1000 / m_baud;
    QTimer::singleShot(static_cast<int>(wire + kTurnAroundMs), Qt::PreciseTimer, this,
                       [this, bytes] { m_port.write(m_noise.through(bytes)); });
}

QByteArray BusPort::answer(SimulatedDevice& model, const ModbusRequest& request)
{
    const SteadyTime now = bridge::steadyNow();
    if (request.function == 3 || request.function == 4) {
        const QList<quint16> registers = request.function == 4 ? model.input(now) : model.holding();
        if (!fits(request, registers.size()))
            return exceptionAnswer(request, kNoSuchRegister);
        return readAnswer(request, registers.mid(request.start, request.count));
    }
    if (request.function != 16)
        return exceptionAnswer(request, kNoSuchFunction);
    if (!fits(request, model.holding().size()) || request.values.size() != request.count)
        return exceptionAnswer(request, kNoSuchRegister);
    model.write(request.start, request.values, now);
    return writeAnswer(request);
}

void BusPort::tick()
{
    for (auto& [address, slot] : m_slots)
        slot.model->tick(bridge::steadyNow());
}

} // namespace starqueue::simulators
