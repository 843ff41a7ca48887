#pragma once

#include <house/hall/hall_program.h>
#include <house/run/checker.h>
#include <house/run/house.h>

#include <time/timestamp.h>

#include <chrono>
#include <string>

namespace starqueue::house {

/// At the end of a calm, when the clock has been right for long, the hall has a day of about today: one clock
/// that was wrong for minutes doesn't put it into 1970 or 2100. Managers who close a day open the next one by
/// hand, so it may be weeks ahead.
class DayIsOfARightClock final : public Checker
{
public:
    DayIsOfARightClock(House& house, HallProgram& hall)
        : Checker("the day is one of a right clock"), m_house(house), m_hall(hall)
    {}
    void onCalmEnds() override
    {
        m_hall.look([this](const HallProgram::Snapshot& now) {
            if (now.state.date)
                check(*now.state.date);
        });
    }

private:
    void check(Date date) const
    {
        using std::chrono::days;
        const auto today = std::chrono::floor<days>(m_house.clock().wall());
        const auto ahead = std::chrono::sys_days{date} - today;
        if (ahead < days{-2} || ahead > days{60})
            found("the hall's day is " + time::dateText(date) + ", and today is " +
                  time::dateText(Date{today}));
    }

    House& m_house;
    HallProgram& m_hall;
};

} // namespace starqueue::house
