#include <firmware-bridge/simulators/memory/memory_printer.h>

namespace starqueue::simulators {

namespace {

constexpr std::chrono::milliseconds kPrintTick{10};

} // namespace

MemoryPrinter::MemoryPrinter(int baud, bridge::SteadyClock clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_cable(baud, clock), m_tick(this)
{
    m_tick.setSingleShot(true);
    m_tick.setInterval(kPrintTick);
    connect(&m_tick, &QTimer::timeout, this, &MemoryPrinter::advance);
    connect(&m_cable, &MemoryCable::reachedDevice, this, [this](const QByteArray& bytes) {
        m_model.receive(bytes, m_clock());
        advance();
    });
}

void MemoryPrinter::touch(const std::function<void(SimulatedPrinter&)>& act)
{
    act(m_model);
    advance();
}

void MemoryPrinter::advance()
{
    m_model.tick(m_clock());
    if (const QByteArray output = m_model.takeOutput(); !output.isEmpty())
        m_cable.toHost(output);
    if (m_model.waitingCommands() > 0 && !m_model.blocked())
        m_tick.start();
}

} // namespace starqueue::simulators
