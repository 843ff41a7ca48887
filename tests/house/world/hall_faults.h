#pragma once

#include <house/hall/hall_program.h>
#include <house/people/kiosk.h>
#include <house/run/fault.h>

namespace starqueue::house {

/// The hall is ended in good order (SIGTERM) and started anew.
class HallRestarts final : public Fault
{
public:
    explicit HallRestarts(HallProgram& hall) : Fault("restart", std::chrono::minutes{4}), m_hall(hall) {}

private:
    void strike() override { m_hall.restart(); }

    HallProgram& m_hall;
};

/// The hall is ended and report.db rots meanwhile: it must start all the same and count anew.
class ReportRots final : public Fault
{
public:
    explicit ReportRots(HallProgram& hall) : Fault("report-rots", std::chrono::minutes{5}), m_hall(hall) {}

private:
    void strike() override { m_hall.restartWithRottenReport(); }

    HallProgram& m_hall;
};

/// Some connections break, with what is on its way.
class LinesBreak final : public Fault
{
public:
    LinesBreak(House& house, HallProgram& hall)
        : Fault("lines-break", std::chrono::seconds{40}), m_network(hall.network()),
          m_random(house.random("lines break"))
    {}

private:
    void strike() override
    {
        for (const auto& line : m_network.lines())
            if (m_random.chance(0.3))
                line->breakOff();
    }

    Network& m_network;
    Random m_random;
};

/// Bytes take up to 15 s, longer than anybody waits: a request is sent again before it arrives.
class SlowLines final : public Fault
{
public:
    SlowLines(House& house, HallProgram& hall)
        : Fault("slow-lines", std::chrono::minutes{3}), m_network(hall.network()),
          m_random(house.random("slow lines"))
    {}

private:
    void strike() override
    {
        m_network.setState({m_random.between(std::chrono::milliseconds{50}, std::chrono::seconds{15}), 0.5});
    }
    void heal() override { m_network.setState(NetworkState{}); }

    Network& m_network;
    Random m_random;
};

/// A kiosk dies and starts anew; what it sent still arrives.
class FacesDie final : public Fault
{
public:
    explicit FacesDie(Kiosk& kiosk) : Fault("faces-die", std::chrono::minutes{2}), m_kiosk(kiosk) {}

private:
    void strike() override { m_kiosk.restart(); }

    Kiosk& m_kiosk;
};

/// Somebody sets the machine's wall clock, within two minutes.
class ClockSteps final : public Fault
{
public:
    explicit ClockSteps(House& house)
        : Fault("steps", std::chrono::minutes{3}), m_clock(house.clock()), m_random(house.random("steps"))
    {}

private:
    void strike() override
    {
        const auto ahead = m_random.between(-std::chrono::minutes{1}, std::chrono::minutes{1});
        m_clock.stepWall(ahead - std::exchange(m_ahead, ahead));
    }

    VirtualClock& m_clock;
    Random m_random;
    std::chrono::nanoseconds m_ahead{0};
};

/// The machine believes that it is 1970 or 2100, or hours ago; set right in the calm.
class WrongClock final : public Fault
{
public:
    explicit WrongClock(House& house)
        : Fault("clocks", std::chrono::minutes{4}), m_clock(house.clock()), m_disk(house.disk()),
          m_random(house.random("clocks"))
    {}

private:
    void strike() override
    {
        using namespace std::chrono;
        if (m_wrongBy == nanoseconds{0}) {
            const auto right = m_clock.wall();
            const auto drawn = m_random.below(3);
            const auto wrong = drawn == 0   ? VirtualClock::Wall{hours{1}}
                               : drawn == 1 ? VirtualClock::Wall{sys_days{year{2100} / 1 / 1}}
                                            : right - hours{m_random.between(1, 30)};
            m_wrongBy = wrong - right;
            m_clock.stepWall(m_wrongBy);
        }
        m_disk.cutPower();
    }
    void heal() override { m_clock.stepWall(-std::exchange(m_wrongBy, std::chrono::nanoseconds{0})); }

    VirtualClock& m_clock;
    Disk& m_disk;
    Random m_random;
    std::chrono::nanoseconds m_wrongBy{0};
};

} // namespace starqueue::house
