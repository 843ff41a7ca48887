#pragma once

#include <time/instant.h>

#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace starqueue::settings {

/// A stretch of a day in minutes since midnight of the hall's zone, half-open, within one day.
struct OpenSpan
{
    Minutes from{0};
    Minutes to{0}; ///< at most 24:00

    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

/// When customers are let in. Plain values; times are those of the hall's zone.
struct OpeningHours
{
    bool always = true;                        ///< nothing stands in the file; the rest is empty
    std::array<std::vector<OpenSpan>, 7> week; ///< Monday first; each day's spans in order, not overlapping
    std::vector<OpenSpan> onHolidays;          ///< instead of the weekday's
    std::set<Date> holidays;
    Minutes lastTicketBefore{0}; ///< no ticket is issued this long before a span ends

    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

/// The stretches of that date, for hours that are not always open.
[[nodiscard]] const std::vector<OpenSpan>& spansOn(const OpeningHours& hours, Date date);

/// "05:00" to "24:00"; empty: not a time.
[[nodiscard]] std::optional<Minutes> parseTimeOfDay(std::string_view text);
/// "09:00-17:30"; empty: not two times in order.
[[nodiscard]] std::optional<OpenSpan> parseSpan(std::string_view text);
/// "mon", "mon-fri", "sat-mon", "daily" as days from Monday = 0; empty: neither.
[[nodiscard]] std::vector<std::size_t> parseDays(std::string_view text);

} // namespace starqueue::settings
