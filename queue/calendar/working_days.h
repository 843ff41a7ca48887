#pragma once

#include <time/instant.h>

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>

namespace starqueue::queue {

/// Which dates are worked, for what is due in working days. A plain value.
///
/// Of a year without entries nobody knows yet which holidays there are and which weekends are worked: its
/// dates are what their weekday says, and what is counted over them isn't certain.
struct WorkingDays
{
    std::array<bool, 7> week{true, true, true, true, true, false, false}; ///< Monday first
    std::map<Date, bool> exceptions;   ///< dates that aren't what their weekday says
    std::set<std::chrono::year> years; ///< that have entries

    friend bool operator==(const WorkingDays&, const WorkingDays&) = default;
};

/// So many working days.
struct WorkingDayCount
{
    int days = 0;
    bool isCertain = true; ///< false: a year without entries is in it

    friend bool operator==(const WorkingDayCount&, const WorkingDayCount&) = default;
};

/// The date by which something is due.
struct DueDate
{
    Date on{};
    bool isCertain = true; ///< false: a year without entries lies before it

    friend bool operator==(const DueDate&, const DueDate&) = default;
};

[[nodiscard]] bool isWorked(const WorkingDays& days, Date date);
[[nodiscard]] bool hasEntries(const WorkingDays& days, Date date);

/// The working days after `from`, up to and with `to`; 0 where `to` isn't later. Linear in the dates between.
[[nodiscard]] WorkingDayCount workingDaysBetween(const WorkingDays& days, Date from, Date to);

/// The `n`-th working day after `date`, which itself never counts; for n = 0 `date`. Linear in the dates
/// between. Empty: there are fewer within ten years. Requires n >= 0.
[[nodiscard]] std::optional<DueDate> workingDayAfter(const WorkingDays& days, Date date, int n);

} // namespace starqueue::queue
