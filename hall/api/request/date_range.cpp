#include <hall/api/request/date_range.h>

#include <time/timestamp.h>

#include <chrono>

namespace starqueue::hall {

namespace {

tl::expected<std::optional<Date>, Problem> dateParameter(const http::Request& request, std::string_view name)
{
    const auto text = request.parameter(name);
    if (!text)
        return std::optional<Date>{};
    const auto date = time::parseGivenDate(*text);
    if (!date)
        return tl::unexpected(
            badField(name, '"' + std::string(*text) + '"', "a date such as 2026-11-22, from 1970 to 2099"));
    return date;
}

} // namespace

tl::expected<DateRange, Problem> dateRangeIn(const http::Request& request, Date today,
                                             const LongestRange& longest)
{
    const auto from = dateParameter(request, "from");
    const auto to = dateParameter(request, "to");
    if (!from || !to)
        return tl::unexpected(!from ? from.error() : to.error());
    const std::chrono::sys_days first{from->value_or(today)};
    const std::chrono::sys_days last = *to ? std::chrono::sys_days{**to} : first + std::chrono::days{1};
    if (last <= first || last - first > std::chrono::days{longest.days})
        return tl::unexpected(badField("to", time::dateText(Date{last}), longest.words));
    return DateRange{Date{first}, Date{last}};
}

tl::expected<bool, Problem> isCsvIn(const http::Request& request)
{
    const auto format = request.parameter("format").value_or("json");
    if (format != "json" && format != "csv")
        return tl::unexpected(badField("format", '"' + std::string(format) + '"', "json or csv"));
    return format == "csv";
}

std::optional<Problem> beyondToday(const Caller& caller, const DateRange& days, Date today)
{
    if (caller.role != Role::DutyManager)
        return {};
    const bool isToday = days.from == today && std::chrono::sys_days{days.to} ==
                                                   std::chrono::sys_days{today} + std::chrono::days{1};
    if (isToday)
        return {};
    return Problem{403, "forbidden", "A duty manager sees the reports of today.", {}};
}

} // namespace starqueue::hall
