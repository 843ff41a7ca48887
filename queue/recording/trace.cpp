#include <queue/recording/trace.h>

#include <queue/recording/day_builder.h>

#include <algorithm>
#include <map>

namespace starqueue::queue {

namespace {

constexpr std::string_view kHeadingBegins = "vru+line";

/// Empty: the call never joined the line.
std::optional<RecordedCustomer> customerOf(const TraceCall& call)
{
    const bool served = call.outcome == TraceOutcome::Agent && (call.waited || call.served);
    const bool gaveUp = call.outcome == TraceOutcome::Hang && call.waited;
    if (!served && !gaveUp)
        return std::nullopt;
    RecordedCustomer customer;
    customer.arrives = call.waited ? call.waited->from : call.served->from;
    customer.stars = call.priority == 2 ? kTracePriorityStars : 0;
    const Instant leavesLine = call.waited ? call.waited->until : customer.arrives;
    (served ? customer.called : customer.left) = leavesLine;
    if (served && call.served)
        customer.serves = std::max(Millis{0}, call.served->until - leavesLine);
    return customer;
}

bool isWanted(const TraceCall& call, const std::vector<std::string>& services)
{
    return services.empty() || std::ranges::find(services, call.type) != services.end();
}

} // namespace

void Trace::addLine(std::string_view line)
{
    ++m_lineCount;
    if (line.find_first_not_of("\r\n") == std::string_view::npos ||
        (m_lineCount == 1 && line.starts_with(kHeadingBegins)))
        return;
    ++m_lines;
    auto call = parseTraceLine(line);
    if (call) {
        m_calls.push_back(std::move(*call));
        return;
    }
    ++m_malformed;
    if (m_faults.size() < kFaultsKept)
        m_faults.push_back({m_lineCount, std::move(call.error())});
}

std::vector<RecordedDay> recordedDays(const std::vector<TraceCall>& calls,
                                      const std::vector<std::string>& services)
{
    std::map<Date, DayBuilder> days;
    for (const TraceCall& call : calls) {
        auto customer = isWanted(call, services) ? customerOf(call) : std::nullopt;
        if (customer)
            days.try_emplace(call.date, call.date).first->second.add(*customer, call.type, call.server);
    }
    std::vector<RecordedDay> built;
    built.reserve(days.size());
    for (auto& [date, day] : days)
        built.push_back(std::move(day).build());
    return built;
}

} // namespace starqueue::queue
