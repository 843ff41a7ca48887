#pragma once

#include <house/kernel/agenda.h>

#include <support/one_thread/agenda.h>

#include <limits>
#include <utility>

namespace starqueue::house {

/// The house's agenda for programs that are made for one thread and a virtual clock.
class HouseAgenda final : public starqueue::test::Agenda
{
public:
    explicit HouseAgenda(house::Agenda& agenda) : m_agenda(agenda) {}

    [[nodiscard]] Clock::time_point now() const override { return Clock::time_point{m_agenda.now()}; }
    void at(Clock::time_point time, Work work) override
    {
        (void)m_agenda.at(time.time_since_epoch(), std::move(work));
    }
    bool turn() override { return m_agenda.runNext(house::Agenda::Elapsed::max()); }

private:
    house::Agenda& m_agenda;
};

} // namespace starqueue::house
