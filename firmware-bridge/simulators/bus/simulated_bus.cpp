#include <firmware-bridge/simulators/bus/simulated_bus.h>

namespace starqueue::simulators {

namespace {

constexpr int kNoSuchFunction = 1;
constexpr int kNoSuchRegister = 2;

bool fits(const ModbusRequest& request, qsizetype registers)
{
    return request.count > 0 && request.start + request.count <= registers;
}

QByteArray answerOf(SimulatedDevice& model, const ModbusRequest& request, SteadyTime now)
{
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

} // namespace

void SimulatedBus::add(const QString& id, int address, std::unique_ptr<SimulatedDevice> model)
{
    m_slots[address] = Slot{id, std::move(model), false};
}

SimulatedDevice* SimulatedBus::find(const QString& device) const
{
    for (const auto& [address, slot] : m_slots)
        if (slot.id == device)
            return slot.model.get();
    return nullptr;
}

QStringList SimulatedBus::devices() const
{
    QStringList ids;
    for (const auto& [address, slot] : m_slots)
        ids += slot.id;
    return ids;
}

bool SimulatedBus::setDead(const QString& device, bool dead)
{
    for (auto& [address, slot] : m_slots)
        if (slot.id == device) {
            slot.dead = dead;
            return true;
        }
    return false;
}

bool SimulatedBus::dead(const QString& device) const
{
    for (const auto& [address, slot] : m_slots)
        if (slot.id == device)
            return slot.dead;
    return false;
}

QByteArray SimulatedBus::serve(const ModbusRequest& request, SteadyTime now)
{
    const auto slot = m_slots.find(request.address);
    if (slot == m_slots.end() || slot->second.dead)
        return {};
    slot->second.model->addressed(now);
    return answerOf(*slot->second.model, request, now);
}

void SimulatedBus::countDamagedFrame()
{
    for (auto& [address, slot] : m_slots)
        slot.model->countDamagedFrame();
}

void SimulatedBus::tick(SteadyTime now)
{
    for (auto& [address, slot] : m_slots)
        slot.model->tick(now);
}

} // namespace starqueue::simulators
