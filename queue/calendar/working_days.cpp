#include <queue/calendar/working_days.h>

namespace starqueue::queue {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days kFarthestDue{3653};

} // namespace

bool isWorked(const WorkingDays& calendar, Date date)
{
    const auto exception = calendar.exceptions.find(date);
    if (exception != calendar.exceptions.end())
        return exception->second;
    return calendar.week.at(std::chrono::weekday{sys_days{date}}.iso_encoding() - 1);
}

bool hasEntries(const WorkingDays& calendar, Date date)
{
    return calendar.years.contains(date.year());
}

WorkingDayCount workingDaysBetween(const WorkingDays& calendar, Date from, Date to)
{
    WorkingDayCount count;
    for (sys_days day = sys_days{from} + days{1}; day <= sys_days{to}; day += days{1}) {
        count.days += isWorked(calendar, Date{day}) ? 1 : 0;
        count.isCertain = count.isCertain && hasEntries(calendar, Date{day});
    }
    return count;
}

std::optional<DueDate> workingDayAfter(const WorkingDays& calendar, Date date, int n)
{
    DueDate due{date};
    int left = n;
    for (sys_days day{date}; left > 0;) {
        day += days{1};
        if (day > sys_days{date} + kFarthestDue)
            return std::nullopt;
        due.on = Date{day};
        due.isCertain = due.isCertain && hasEntries(calendar, due.on);
        left -= isWorked(calendar, due.on) ? 1 : 0;
    }
    return due;
}

} // namespace starqueue::queue
