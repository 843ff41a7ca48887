#pragma once

#include <queue/calendar/working_days.h>
#include <queue/rules/day_kind.h>
#include <time/instant.h>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace starqueue::settings {

/// An open span in minutes since local midnight, half-open, within one day.
struct OpenSpan
{
    Minutes from{0};
    Minutes to{0}; ///< at most 24:00

    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

/// What a date of [[calendar]] is instead of its own weekday.
struct DateException
{
    std::optional<queue::DayKind> like{};         ///< opens like such a day
    std::optional<std::vector<OpenSpan>> opens{}; ///< opens then, whatever else

    friend bool operator==(const DateException&, const DateException&) = default;
};

/// The opening hours in the file. Plain values; local times.
struct OpeningHours
{
    bool always = true;                        ///< the file gives no hours; the rest is empty
    std::array<std::vector<OpenSpan>, 7> week; ///< Monday first; each day's spans sorted, not overlapping
    std::vector<OpenSpan> onHolidays;          ///< instead of the weekday's
    std::set<Date> holidays;
    std::map<Date, DateException> exceptions; ///< go before holidays and weekdays
    Minutes lastTicketBefore{0};              ///< ticket issue ends this long before a span's end

    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

/// The spans of that date. Requires !hours.always.
[[nodiscard]] const std::vector<OpenSpan>& spansOn(const OpeningHours& hours, Date date);

/// What kind of day that date is: arrivals are learned by it.
[[nodiscard]] queue::DayKind dayKindOf(const OpeningHours& hours, Date date);

/// The years of which public days are known: those with a holiday. A worked Saturday alone is the hall's own.
[[nodiscard]] std::set<std::chrono::year> yearsWithPublicDays(const OpeningHours& hours);

/// Which dates are worked where `week` is, Monday first: a date like another weekday is as worked as that
/// one, a holiday isn't. Of a date with spans of its own, one that is closed isn't worked, and one on which
/// the week has none is.
[[nodiscard]] queue::WorkingDays workingDaysOf(const OpeningHours& hours, const std::array<bool, 7>& week);

/// "05:00" to "24:00"; empty: invalid.
[[nodiscard]] std::optional<Minutes> parseTimeOfDay(std::string_view text);
/// "09:00-17:30"; empty: invalid.
[[nodiscard]] std::optional<OpenSpan> parseSpan(std::string_view text);
/// "mon", "mon-fri", "sat-mon", "daily" as days from Monday = 0; empty: invalid.
[[nodiscard]] std::vector<std::size_t> parseDays(std::string_view text);

} // namespace starqueue::settings
