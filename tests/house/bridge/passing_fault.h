#pragma once

#include <house/run/fault.h>
#include <house/run/house.h>

#include <algorithm>
#include <string>
#include <utility>

namespace starqueue::house {

/// Something that is wrong for a while and is over by itself, or when the calm begins.
class PassingFault : public Fault
{
public:
    PassingFault(House& house, const std::string& name, std::chrono::nanoseconds pause,
                 std::chrono::nanoseconds longest)
        : Fault(name, pause), m_random(house.random("fault " + name)), m_agenda(house.agenda()),
          m_longest(longest)
    {}

    void strike() final
    {
        heal();
        begin();
        m_end =
            m_agenda.after(m_random.between(std::chrono::milliseconds{200}, m_longest), [this] { end(); });
    }
    void heal() final
    {
        m_agenda.cancel(std::exchange(m_end, {}));
        end();
    }

protected:
    virtual void begin() = 0;
    /// Also when nothing is wrong.
    virtual void end() = 0;

    Random m_random;
    Agenda& m_agenda;

private:
    std::chrono::nanoseconds m_longest;
    Agenda::Entry m_end;
};

} // namespace starqueue::house
