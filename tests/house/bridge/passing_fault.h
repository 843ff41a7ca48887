#pragma once

#include <house/run/fault.h>
#include <house/run/house.h>

#include <algorithm>
#include <string>
#include <utility>

namespace starqueue::house {

/// Something that is wrong for a while and is over by itself, or when the calm begins, or soon after.
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
        endAfter({});
        begin();
        endAfter(m_random.between(std::chrono::milliseconds{200}, m_longest));
    }
    void heal() final { endAfter(stillLasts()); }

protected:
    virtual void begin() = 0;
    /// Also when nothing is wrong.
    virtual void end() = 0;
    /// How far into the calm.
    [[nodiscard]] virtual std::chrono::nanoseconds stillLasts() const { return {}; }

    Random m_random;
    Agenda& m_agenda;

private:
    void endAfter(std::chrono::nanoseconds time)
    {
        m_agenda.cancel(std::exchange(m_end, {}));
        if (time > std::chrono::nanoseconds{})
            m_end = m_agenda.after(time, [this] { end(); });
        else
            end();
    }

    std::chrono::nanoseconds m_longest;
    Agenda::Entry m_end;
};

} // namespace starqueue::house
