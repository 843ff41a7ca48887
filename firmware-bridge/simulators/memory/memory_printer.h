#pragma once

#include <firmware-bridge/simulators/memory/memory_cable.h>
#include <firmware-bridge/simulators/printer/simulated_printer.h>

#include <functional>

namespace starqueue::simulators {

/// A simulated printer at the end of a cable in memory.
class MemoryPrinter : public QObject
{
    Q_OBJECT

public:
    MemoryPrinter(int baud, bridge::SteadyClock clock, QObject* parent = nullptr);

    [[nodiscard]] MemoryCable& cable() { return m_cable; }
    [[nodiscard]] const SimulatedPrinter& model() const { return m_model; }
    /// Somebody does something to it (paper, cover, power); it says what it says of that.
    void touch(const std::function<void(SimulatedPrinter&)>& act);

private:
    void advance();

    bridge::SteadyClock m_clock;
    MemoryCable m_cable;
    SimulatedPrinter m_model;
    QTimer m_tick; ///< while it has something to print
};

} // namespace starqueue::simulators
