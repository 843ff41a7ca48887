#pragma once

#include <hall/api/request/caller.h>
#include <hall/api/request/problem.h>

#include <hall/http/request.h>
#include <time/instant.h>

#include <tl/expected.hpp>

namespace starqueue::hall {

/// Business days [`from`, `to`).
struct DateRange
{
    Date from;
    Date to;
};

/// The most days for which a report may be asked at once.
struct LongestRange
{
    int days;
    std::string_view words; ///< "a date after from, at most ten years"
};

/// `from` and `to` of a report: [from, to); without `to` one day, without `from` that of today.
[[nodiscard]] tl::expected<DateRange, Problem> dateRangeIn(const http::Request& request, Date today,
                                                           const LongestRange& longest);
/// Whether JSON or CSV is asked for.
[[nodiscard]] tl::expected<bool, Problem> isCsvIn(const http::Request& request);
/// A duty manager may only see today.
[[nodiscard]] std::optional<Problem> beyondToday(const Caller& caller, const DateRange& days, Date today);

} // namespace starqueue::hall
