#include <queue/staffing/planned_staffing.h>

#include <queue/staffing/staffing_trial.h>

#include <algorithm>

namespace starqueue::queue {

std::optional<int> plannedIn(const std::vector<PlannedSpan>& plan, Millis from)
{
    const Millis to = from + kHalfHour;
    std::optional<int> fewest;
    Millis known = from; // the plan covers the half-hour until here
    for (const PlannedSpan& span : plan) {
        if (span.to <= known || span.from >= to)
            continue;
        if (span.from > known)
            return std::nullopt;
        fewest = std::min(fewest.value_or(span.counters), span.counters);
        known = span.to;
    }
    return known < to ? std::nullopt : fewest;
}

std::optional<StaffingAdvice> weighPlanned(const StaffingQuestion& question,
                                           const std::vector<std::optional<int>>& planned,
                                           const SimulationOptions& options)
{
    const auto isPlanned = [](const std::optional<int>& counters) { return counters.has_value(); };
    const auto first = std::ranges::find_if(planned, isPlanned);
    if (first == planned.end())
        return std::nullopt;
    StaffingQuestion asked = question;
    std::vector<std::optional<int>> weighed = planned;
    if (!question.now) {
        const auto last = std::ranges::find_if(planned.rbegin(), planned.rend(), isPlanned).base();
        weighed.assign(first, last);
        asked.from += kHalfHour * static_cast<int>(first - planned.begin());
        asked.halfHours = static_cast<int>(weighed.size());
    }
    const int otherwise = question.now ? static_cast<int>(question.now->counters.size()) : 0;
    std::vector<int> counters;
    for (const std::optional<int>& one : weighed)
        counters.push_back(one.value_or(otherwise));
    return weighStaffing(asked, counters, options);
}

} // namespace starqueue::queue
