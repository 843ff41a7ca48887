#include <queue/rules/opening.h>

#include <queue/schema/format.h>

#include <algorithm>
#include <utility>

namespace starqueue::queue {

namespace {

void shift(OpenTimes& times, Millis by)
{
    for (OpenTime& time : times) {
        time.from += by;
        time.lastTicket += by;
        time.to += by;
    }
}

} // namespace

DayHours shifted(DayHours hours, Millis by)
{
    hours.begins += by;
    if (hours.hall)
        shift(*hours.hall, by);
    for (ServiceTimes& service : hours.services)
        shift(service.times, by);
    return hours;
}

Opening openingAt(const OpenTimes& times, Instant at)
{
    Opening opening{false, false, {}, {}, {}};
    const auto next = std::ranges::upper_bound(times, at, {}, &OpenTime::from);
    if (next != times.begin() && at < std::prev(next)->to) {
        const OpenTime& present = *std::prev(next);
        opening.open = true;
        opening.issues = at < present.lastTicket;
        opening.closes = present.to;
        opening.lastTicket = present.lastTicket;
    }
    if (!opening.issues && next != times.end())
        opening.opens = next->from;
    return opening;
}

Opening hallOpening(const DayHoursPtr& hours, Instant at)
{
    return hours && hours->hall ? openingAt(*hours->hall, at) : Opening{};
}

Opening serviceOpening(const DayHoursPtr& hours, std::string_view service, Instant at)
{
    if (hours) {
        const auto own = std::ranges::find(hours->services, service, &ServiceTimes::service);
        if (own != hours->services.end())
            return openingAt(own->times, at);
    }
    return hallOpening(hours, at);
}

DayHoursPtr hoursInForm(DayHoursPtr hours, int format)
{
    if (!hours || format >= kSinceCaseDates || hours->cases == CaseDates{})
        return hours;
    DayHours plain = *hours;
    plain.cases = {};
    return std::make_shared<const DayHours>(std::move(plain));
}

bool sameHours(const DayHoursPtr& a, const DayHoursPtr& b)
{
    return a == b || (a && b && *a == *b);
}

} // namespace starqueue::queue
