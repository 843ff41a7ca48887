#pragma once

#include <house/run/house.h>

#include <firmware-bridge/simulators/memory/memory_ports.h>

#include <QString>

#include <functional>
#include <vector>

namespace starqueue::house {

/// All that has a plug in the hall: two printers, and a bus with displays, rating panels and a keypad. They
/// live on when the bridge dies. What people see and hear of them is told within 0.1 s:
///
///     printer-1 printed     number, numbers (how many on the paper), before (lines before it that aren't a
///                           ticket's), marked, began (ms on the house's clock)
///     display-1 shows       number; display-1 is dark
///     panel-1 beeped        uid, epoch, seq, token, button: the press is kept
///     panel-1 released      uid, epoch, seq: the panel was told that this press is done with
class Devices final : public Inhabitant
{
public:
    explicit Devices(House& house);

    void start() override { look(); }

    [[nodiscard]] const bridge::BridgeConfig& config() const { return m_config; }
    [[nodiscard]] simulators::MemoryPorts& ports() { return m_ports; }
    [[nodiscard]] simulators::MemoryBus& bus() { return m_ports.bus(QString::fromLatin1("bus-1")); }
    [[nodiscard]] QString anyPrinter(Random& random) const;
    [[nodiscard]] QString anyBusDevice(Random& random) const;

    /// True: it beeped.
    bool press(const QString& panel, int button);
    /// Presses that panels keep.
    [[nodiscard]] int keptPresses() const;
    /// Part of a ticket hangs in it.
    [[nodiscard]] bool isInMidTicket(const QString& printer) const;

    /// A panel's window has opened.
    std::function<void(const QString& panel)> onArmed;

private:
    struct Printer
    {
        QString id;
        std::size_t told = 0;               ///< papers
        std::vector<Agenda::Elapsed> began; ///< of each paper
        bool isOut = false;
    };
    struct Display
    {
        QString id;
        int shownSeq = -1;
    };
    struct Panel
    {
        QString id;
        bool isArmed = false;
        int released = 0;
    };

    void look();
    void lookAt(Printer& printer);
    void lookAt(Display& display);
    void lookAt(Panel& panel);

    House& m_house;
    bridge::BridgeConfig m_config;
    simulators::MemoryPorts m_ports;
    std::vector<Printer> m_printers;
    std::vector<Display> m_displays;
    std::vector<Panel> m_panels; ///< and keypads
};

} // namespace starqueue::house
