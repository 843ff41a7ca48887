#include <queue/simulation/recorded_counters.h>

#include <queue/experience/plan_shift.h>

#include <algorithm>
#include <map>

namespace starqueue::queue {

namespace {

constexpr std::uint64_t kPlanStream = 0x706c616e;

/// By how much the number of counters changes, and when.
using CountChanges = std::map<Instant, int>;

CountChanges changesOf(const RecordedDay& day)
{
    CountChanges changes;
    for (const Presence& one : day.presences) {
        ++changes[one.from];
        --changes[one.until];
    }
    return changes;
}

CountChanges changesOf(const OpeningWay& way, Instant midnight)
{
    CountChanges changes;
    for (const OpenStretches& stretches : way) {
        for (const OpenStretch& one : stretches) {
            ++changes[midnight + one.from];
            --changes[midnight + one.until];
        }
    }
    return changes;
}

/// Where simulated days begin: see simulate() of given customers.
Instant beginOf(const RecordedDay& day)
{
    const auto first = std::ranges::find_if(
        day.customers, [](const RecordedCustomer& customer) { return customer.called.has_value(); });
    return first == day.customers.end() ? Instant{} : first->arrives;
}

/// `more` are there as well from the first change to the last.
std::vector<OpeningStep> stepsOf(const CountChanges& changes, Instant begin, int more, int counters)
{
    std::vector<OpeningStep> steps;
    int count = more;
    for (const auto& [at, change] : changes) {
        count += change;
        const int open = std::min(count, counters);
        if (steps.empty() || steps.back().open != open)
            steps.push_back({at - begin, open});
    }
    if (steps.size() > 1 && steps.back().open == 0)
        steps.pop_back();
    return steps;
}

CounterDay counterDayOf(const RecordedDay& day, Instant midnight)
{
    CounterDay stretches;
    for (const Presence& one : day.presences)
        stretches[day.counters.at(one.counter.value).id].push_back(
            {one.from - midnight, one.until - midnight});
    return stretches;
}

} // namespace

std::vector<OpeningStep> recordedCounters(const RecordedDay& day, int counters)
{
    const int more = std::max(0, counters - static_cast<int>(day.counters.size()));
    return stepsOf(changesOf(day), beginOf(day), more, counters);
}

std::vector<PlanBesideRecord> planBeside(const RecordedDay& day, const PlanOfDay& plan)
{
    const CounterDay recorded = counterDayOf(day, plan.midnight);
    std::vector<PlanBesideRecord> spans;
    for (const PlannedSpan& planned : plan.spans)
        spans.push_back({day.date, planned, staffedOn(recorded, planned.from, planned.to)});
    return spans;
}

std::vector<OpeningStep> plannedCounters(const RecordedDay& day, const PlanOfDay& plan, int counters,
                                         std::uint64_t seed)
{
    const CounterDay recorded = counterDayOf(day, plan.midnight);
    OpeningWay way;
    for (const auto& [counter, stretches] : recorded)
        way.push_back(stretches);
    way.resize(std::max(way.size(), static_cast<std::size_t>(counters)));
    const PlanShift shift(plan.spans, {{&recorded, 1, {}}}, Millis{0});
    RandomStream random(seed, kPlanStream);
    shift.applyTo(way, std::vector<CounterNow>(way.size()), random);
    return stepsOf(changesOf(way, plan.midnight), beginOf(day), 0, counters);
}

} // namespace starqueue::queue
