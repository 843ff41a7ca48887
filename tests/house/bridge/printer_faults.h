#pragma once

#include <house/bridge/devices.h>
#include <house/bridge/passing_fault.h>
#include <house/hall/hall_program.h>

namespace starqueue::house {

/// Something that happens to one of the printers.
class PrinterFault : public PassingFault
{
public:
    PrinterFault(House& house, Devices& devices, const std::string& name, std::chrono::nanoseconds longest)
        : PassingFault(house, name, std::chrono::minutes{3}, longest), m_house(house), m_devices(devices)
    {}

protected:
    using Model = simulators::SimulatedPrinter;

    QString draw() { return m_struck = m_devices.anyPrinter(m_random); }
    [[nodiscard]] const QString& struck() const { return m_struck; }
    void touch(const std::function<void(Model&)>& act)
    {
        if (!m_struck.isEmpty())
            m_devices.ports().printer(m_struck).touch(act);
    }
    simulators::MemoryCable* cable()
    {
        return m_struck.isEmpty() ? nullptr : &m_devices.ports().printer(m_struck).cable();
    }

    House& m_house;
    Devices& m_devices;

private:
    QString m_struck; ///< empty: none yet
};

/// The paper ends after some more lines, mostly in the middle of a ticket; somebody puts in a new roll.
class PaperEnds final : public PrinterFault
{
public:
    PaperEnds(House& house, Devices& devices)
        : PrinterFault(house, devices, "paper-ends", std::chrono::minutes{3})
    {}

private:
    void begin() override
    {
        draw();
        touch([lines = static_cast<int>(m_random.below(30))](Model& model) { model.endPaperAfter(lines); });
    }
    void end() override
    {
        touch([](Model& model) {
            model.endPaperAfter(-1);
            model.setPaperOut(false);
        });
    }
};

/// Somebody opens the cover, and closes it.
class CoverOpens final : public PrinterFault
{
public:
    CoverOpens(House& house, Devices& devices)
        : PrinterFault(house, devices, "cover-opens", std::chrono::minutes{1})
    {}

private:
    void begin() override
    {
        draw();
        touch([](Model& model) { model.setCoverOpen(true); });
    }
    void end() override
    {
        touch([](Model& model) { model.setCoverOpen(false); });
    }
};

/// A printer is switched off and on, mostly when it is in the middle of a ticket.
class PrinterSwitchedOff final : public PrinterFault
{
public:
    PrinterSwitchedOff(House& house, Devices& devices)
        : PrinterFault(house, devices, "printer-off", std::chrono::minutes{2})
    {
        house.sometimes().expect("a printer was switched off in mid ticket");
    }

private:
    static constexpr std::chrono::milliseconds kLookEach{30};
    /// A printer that is switched on starts first, which takes longer than the bytes of a ticket: it hears
    /// the rest of none whose beginning it lost.
    static constexpr std::chrono::milliseconds kStarts{1500};

    void begin() override
    {
        draw();
        if (m_random.chance(0.25))
            switchOff();
        else
            awaitTicket();
    }
    void end() override
    {
        m_agenda.cancel(std::exchange(m_next, {}));
        if (std::exchange(m_isOff, false))
            touch([](Model& model) { model.setPower(true); });
    }
    void awaitTicket()
    {
        if (m_devices.isInMidTicket(struck()))
            m_next =
                m_agenda.after(m_random.between(std::chrono::nanoseconds{0}, std::chrono::milliseconds{300}),
                               [this] { switchOff(); });
        else
            m_next = m_agenda.after(kLookEach, [this] { awaitTicket(); });
    }
    void switchOff()
    {
        if (m_devices.isInMidTicket(struck()))
            m_house.sometimes().saw("a printer was switched off in mid ticket");
        m_isOff = true;
        touch([](Model& model) { model.setPower(false); });
        if (m_random.chance(0.5)) // off and on at once
            m_next =
                m_agenda.after(m_random.between(std::chrono::nanoseconds{kStarts}, std::chrono::seconds{4}),
                               [this] { end(); });
    }

    bool m_isOff = false;
    Agenda::Entry m_next;
};

/// A printer's cable is pulled, at the computer or at the printer.
class PrinterCable final : public PrinterFault
{
public:
    PrinterCable(House& house, Devices& devices)
        : PrinterFault(house, devices, "printer-cable", std::chrono::minutes{1})
    {}

private:
    void begin() override
    {
        draw();
        if (m_random.chance(0.5))
            cable()->unplug();
        else
            cable()->setCut(true);
    }
    void end() override
    {
        if (cable() == nullptr)
            return;
        cable()->plug();
        cable()->setCut(false);
    }
};

/// What goes over a printer's cable takes up to three seconds.
class SlowCable final : public PrinterFault
{
public:
    SlowCable(House& house, Devices& devices)
        : PrinterFault(house, devices, "slow-cable", std::chrono::minutes{3})
    {}

private:
    void begin() override
    {
        draw();
        cable()->setDelay(std::chrono::milliseconds{m_random.between(20, 3000)});
    }
    void end() override
    {
        if (cable() != nullptr)
            cable()->setDelay({});
    }
};

/// What the bridge sends in some seconds arrives up to 15 s later, when it has given up, or one take alone
/// does, so that nothing else tells the bridge to look again; and meanwhile the printers' covers are opened,
/// sooner than it tries a take for the second time (after 6 s). Such a one is waited for in the calm, too.
class TakesComeLate final : public PassingFault
{
public:
    TakesComeLate(House& house, HallProgram& hall, Devices& devices)
        : PassingFault(house, "takes-late", std::chrono::seconds{45}, std::chrono::seconds{40}),
          m_network(hall.network()), m_devices(devices)
    {
        m_network.setState(kAddress, NetworkState{}); // a cable of its own before the first line is made
    }

private:
    static constexpr auto kAddress = "10.0.2.bridge"; // as addressOf() has it

    void begin() override
    {
        using namespace std::chrono;
        m_isOn = true;
        const auto late = m_random.between(nanoseconds{seconds{8}}, seconds{25});
        if (m_random.chance(0.5))
            return holdOneTake(late);
        m_network.setState(kAddress, {late, 0.5});
        m_step = m_agenda.after(m_random.between(nanoseconds{seconds{2}}, milliseconds{4500}), [this] {
            m_network.setState(kAddress, NetworkState{});
            m_step = m_agenda.after(milliseconds{500}, [this] { setCovers(true); });
        });
    }
    void holdOneTake(std::chrono::nanoseconds late)
    {
        NetworkState state;
        state.held = std::make_shared<const HeldMessage>(
            HeldMessage{"/take HTTP/1.1", late, [this, late] { onTake(late); }});
        m_network.setState(kAddress, state);
    }
    void onTake(std::chrono::nanoseconds late)
    {
        using namespace std::chrono;
        m_arrives = m_agenda.now() + late;
        m_network.setState(kAddress, NetworkState{});
        m_step = m_agenda.after(m_random.between(milliseconds{100}, seconds{4}), [this] { setCovers(true); });
    }
    void end() override
    {
        m_agenda.cancel(std::exchange(m_step, {}));
        if (!std::exchange(m_isOn, false))
            return;
        m_network.setState(kAddress, NetworkState{});
        setCovers(false);
    }
    [[nodiscard]] std::chrono::nanoseconds stillLasts() const override
    {
        using namespace std::chrono;
        const nanoseconds left = m_arrives - m_agenda.now();
        return m_isOn && left > nanoseconds{} ? left + seconds{1} : nanoseconds{};
    }
    void setCovers(bool areOpen)
    {
        for (const auto& printer : m_devices.config().printers)
            m_devices.ports().printer(printer.id).touch([areOpen](simulators::SimulatedPrinter& model) {
                model.setCoverOpen(areOpen);
            });
    }

    Network& m_network;
    Devices& m_devices;
    Agenda::Entry m_step;
    VirtualClock::Elapsed m_arrives{}; ///< the take that is held
    bool m_isOn = false;
};

} // namespace starqueue::house
