#include <hall/clock/machine.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr Instant kFirstYear{Millis{86'400'000}};
constexpr Instant kLastYear{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};

} // namespace

Machine::Machine(Random& random, Instant begin)
    : m_random(random), m_right(begin), m_wall(begin),
      m_partsPerMillion(random.below(101) - 50), m_built{begin - random.between<days>(days{1}, days{300})}
{}

db::MachineClocks Machine::clocks()
{
    return {[this] { return m_wall; }, [this] { return m_steady; }, "boot-" + std::to_string(m_boots),
            [this] { return m_isSynchronised; }, m_built};
}

void Machine::pass(Millis time)
{
    m_right += time;
    m_steady += time;
    m_wall = m_isSynchronised ? m_right : m_wall + time + time * m_partsPerMillion / 1'000'000;
}

void Machine::reboot()
{
    const Instant before = m_wall;
    const Millis off = m_random.oneIn(2)   ? m_random.between<Millis>(10s, 30min)
                       : m_random.oneIn(2) ? m_random.between<Millis>(8h, 16h)
                                           : m_random.between<Millis>(30min, days{20});
    m_right += off;
    m_wall += off;
    m_steady = m_random.between<Millis>(5s, 10s);
    m_isSynchronised = false;
    ++m_boots;
    comeUpWith(before);
}

void Machine::comeUpWith(Instant wallBefore)
{
    switch (m_random.below(8)) {
    case 0:
        m_wall = kFirstYear;
        break;
    case 1:
        m_wall = kLastYear;
        break;
    case 2:
        m_wall = wallBefore + 1s; // the battery is empty, and something has saved the time
        break;
    case 3:
        m_wall += m_random.between<Millis>(-days{40}, days{40});
        break;
    case 4:
        m_wall += m_random.between<Millis>(-5h, 5h);
        break;
    case 5:
        synchronise();
        break;
    default:
        break; // a clock with a battery
    }
}

void Machine::stepALittle()
{
    if (!m_isSynchronised && abs(m_wall - m_right) < 8min)
        m_wall += m_random.between<Millis>(-2min, 2min);
}

void Machine::stepFar()
{
    if (m_random.oneIn(8))
        m_wall = m_random.oneIn(2) ? kFirstYear : kLastYear;
    else if (m_random.oneIn(2))
        m_wall += m_random.between<Millis>(-12h, 12h);
    else
        m_wall += m_random.between<Millis>(-days{40}, days{40});
    m_isSynchronised = false;
}

void Machine::setRight()
{
    m_wall = m_right;
}

void Machine::synchronise()
{
    setRight();
    m_isSynchronised = true;
}

} // namespace starqueue::hall::test
