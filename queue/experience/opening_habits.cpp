#include <queue/experience/opening_habits.h>

#include <queue/experience/plan_shift.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr Millis kClosesTogether = Minutes{30}; ///< before the last counter: until everybody is served
constexpr Millis kAroundClosing = Minutes{15};
constexpr Millis kPlanIsVoidAfter = Minutes{30}; ///< past its first opening
constexpr std::uint64_t kOpeningStream = 0x6f70656e;

Millis lastEnd(const CounterDay& day)
{
    Millis ends{0};
    for (const auto& [counter, stretches] : day)
        if (!stretches.empty())
            ends = std::max(ends, stretches.back().until);
    return ends;
}

std::vector<PastDay> pastDays(const std::map<std::chrono::sys_days, CounterDay>& days, Date today,
                              const DayKinds& kindOf)
{
    const DayKind kind = kindOf(today);
    std::vector<PastDay> past;
    for (const auto& [date, day] : days) {
        if (date < std::chrono::sys_days{today})
            past.push_back({&day, kindOf(Date{date}) == kind ? 1.0 : 0.0, lastEnd(day)});
    }
    for (PastDay& day : past)
        day.weight += kPriorDays / static_cast<double>(past.size());
    return past;
}

/// The weights up to each day, to draw one from.
std::vector<double> weightsUpTo(const std::vector<PastDay>& days)
{
    std::vector<double> sums;
    double sum = 0;
    for (const PastDay& day : days)
        sums.push_back(sum += day.weight);
    return sums;
}

std::size_t drawnDay(const std::vector<double>& weights, RandomStream& random)
{
    if (weights.empty())
        return 0;
    const auto found = std::ranges::upper_bound(weights, random.uniform() * weights.back());
    return std::min(static_cast<std::size_t>(found - weights.begin()), weights.size() - 1);
}

bool isAroundClosing(const DayHoursPtr& hours, Instant at)
{
    return hours && hours->hall && std::ranges::any_of(*hours->hall, [at](const OpenTime& time) {
               return at >= time.to - kAroundClosing && at < time.to + Minutes{60};
           });
}

/// Nobody comes before the hall opens. Empty: it doesn't open any more.
std::optional<Instant> startIn(const DayHoursPtr& hours, Instant from)
{
    const Opening opening = hallOpening(hours, from);
    return opening.open ? std::optional(from) : opening.opens;
}

void addShifts(std::vector<Shift>& shifts, const PresentHall& hall, CounterIx counter,
               const OpenStretches& stretches, Millis ends)
{
    const Instant midnight = hall.now - hall.sinceMidnight;
    const bool isOpen = std::ranges::binary_search(hall.open, counter);
    for (const OpenStretch& one : stretches) {
        Shift shift{counter, std::max(hall.now, midnight + one.from)};
        if (one.until != OpenStretch::kForEver)
            shift.until = midnight + one.until;
        if (!isOpen || shift.from > hall.now) {
            const auto start = startIn(hall.hours, shift.from);
            if (!start || *start >= shift.until)
                continue;
            shift.from = *start;
        }
        shift.servesAll = one.until >= ends - kClosesTogether || isAroundClosing(hall.hours, shift.until);
        shifts.push_back(shift);
    }
}

std::vector<Shift> shiftsOf(const OpeningWay& way, const PresentHall& hall)
{
    Millis ends{0};
    for (const OpenStretches& stretches : way)
        if (!stretches.empty())
            ends = std::max(ends, stretches.back().until);
    std::vector<Shift> shifts;
    shifts.reserve(way.size() * 3);
    for (std::uint16_t i = 0; i < way.size(); ++i)
        addShifts(shifts, hall, CounterIx{i}, way[i], ends);
    return shifts;
}

/// Today's counters as they are.
struct CountersToday
{
    std::vector<CounterOutlook> outlooks;
    std::vector<CounterNow> now;
};

CountersToday countersToday(const PresentHall& hall, const CounterDay& today,
                            const std::vector<PastDay>& days)
{
    CountersToday counters;
    for (std::uint16_t i = 0; i < hall.rules.counters.size(); ++i) {
        const CounterRule& rule = hall.rules.counters[i];
        const auto found = today.find(rule.id);
        OpenStretches sofar = found == today.end() ? OpenStretches{} : found->second;
        const bool isOpen = std::ranges::binary_search(hall.open, CounterIx{i});
        if (!isOpen && !sofar.empty() && sofar.back().until > hall.sinceMidnight)
            sofar.back().until = hall.sinceMidnight;
        const bool isPaused = !isOpen && !sofar.empty() && sofar.back().after == CounterState::Paused;
        counters.outlooks.emplace_back(days, rule.id, sofar, isOpen, hall.sinceMidnight);
        counters.now.push_back({isOpen, isPaused, !rule.retired});
    }
    return counters;
}

/// A plan that nobody at all has kept today for so long says nothing of the rest of the day.
bool isPlanVoid(const std::vector<PlannedSpan>& planned, const CounterDay& today, Millis now)
{
    const auto first = std::ranges::find_if(planned, [](const PlannedSpan& one) { return one.counters > 0; });
    if (first == planned.end() || first->from + kPlanIsVoidAfter > now)
        return false;
    return std::ranges::none_of(today, [&](const auto& counter) {
        return std::ranges::any_of(counter.second,
                                   [&](const OpenStretch& one) { return one.until > first->from; });
    });
}

} // namespace

void OpeningHabits::changed(Date date, Millis sinceMidnight, const std::string& counter, CounterState to)
{
    const auto day = m_days.find(std::chrono::sys_days{date});
    const auto found = day == m_days.end() ? CounterDay::iterator{} : day->second.find(counter);
    const bool wasThere = day != m_days.end() && found != day->second.end();
    const bool wasOpen = wasThere && found->second.back().until == OpenStretch::kForEver;
    if (to == CounterState::Open && !wasOpen)
        m_days[std::chrono::sys_days{date}][counter].push_back({sinceMidnight});
    if (to == CounterState::Open || !wasOpen)
        return;
    OpenStretch& last = found->second.back();
    last.until = std::max(last.from, sinceMidnight);
    last.after = to;
}

void OpeningHabits::forgetBefore(Date first)
{
    m_days.erase(m_days.begin(), m_days.lower_bound(std::chrono::sys_days{first}));
}

Openings OpeningHabits::openings(const PresentHall& hall, const DayKinds& kindOf,
                                 const std::vector<PlannedSpan>& planned, std::size_t ways,
                                 std::uint64_t seed) const
{
    const std::vector<PastDay> days = pastDays(m_days, hall.date, kindOf);
    const auto own = m_days.find(std::chrono::sys_days{hall.date});
    const CounterDay today = own == m_days.end() ? CounterDay{} : own->second;
    const std::vector<PlannedSpan> kept =
        isPlanVoid(planned, today, hall.sinceMidnight) ? std::vector<PlannedSpan>{} : planned;
    if (days.empty() && kept.empty())
        return {};
    const CountersToday counters = countersToday(hall, today, days);
    const PlanShift plan(kept, days, hall.sinceMidnight);
    RandomStream random(seed, kOpeningStream);
    const std::vector<double> weights = weightsUpTo(days);
    Openings openings;
    openings.reserve(ways);
    OpeningWay way(counters.outlooks.size());
    for (std::size_t i = 0; i < ways; ++i) {
        const std::size_t day = drawnDay(weights, random);
        for (std::size_t counter = 0; counter < way.size(); ++counter)
            counters.outlooks[counter].draw(random, day, way[counter]);
        plan.applyTo(way, counters.now, random);
        openings.push_back(shiftsOf(way, hall));
    }
    return openings;
}

} // namespace starqueue::queue
