#include <queue/experience/plan_shift.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr Millis kShortAbsence = Minutes{20}; ///< a counter is staffed while it pauses

Millis overlapOf(const OpenStretch& stretch, Millis from, Millis to)
{
    return std::max(Millis{0}, std::min(stretch.until, to) - std::max(stretch.from, from));
}

Millis openWithin(const OpenStretches& stretches, Millis from, Millis to)
{
    Millis sum{0};
    for (const OpenStretch& stretch : stretches)
        sum += overlapOf(stretch, from, to);
    return sum;
}

/// The same, short pauses included.
Millis staffedWithin(const OpenStretches& stretches, Millis from, Millis to)
{
    Millis sum = openWithin(stretches, from, to);
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        const OpenStretch pause{stretches[i - 1].until, stretches[i].from};
        if (pause.until - pause.from < kShortAbsence)
            sum += overlapOf(pause, from, to);
    }
    return sum;
}

/// How many counters past days had in the span: their weighted median.
double usuallyStaffed(const std::vector<PastDay>& days, Millis from, Millis to)
{
    std::vector<std::pair<double, double>> counts;
    double weight = 0;
    for (const PastDay& day : days) {
        counts.emplace_back(staffedOn(*day.day, from, to), day.weight);
        weight += day.weight;
    }
    std::ranges::sort(counts);
    double seen = 0;
    for (const auto& [count, own] : counts) {
        seen += own;
        if (seen * 2 >= weight)
            return count;
    }
    return 0;
}

int drawnAway(int planned, RandomStream& random)
{
    int count = 0;
    for (int i = 0; i < planned; ++i)
        count += Lateness::staysAway(random) ? 1 : 0;
    return count;
}

bool isMostlyOpen(const OpenStretches& stretches, Millis from, Millis to)
{
    return openWithin(stretches, from, to) * 2 >= to - from;
}

bool isOpenBefore(const OpenStretches& stretches, Millis at)
{
    return std::ranges::any_of(stretches,
                               [at](const OpenStretch& one) { return one.from < at && one.until >= at; });
}

/// Up to `count` of the counters for which `fits`, in random order but those first for which `better`.
template <class Fits, class Better>
std::vector<std::size_t> chosen(std::size_t counters, std::size_t count, RandomStream& random, Fits fits,
                                Better better)
{
    std::vector<std::pair<double, std::size_t>> all;
    for (std::size_t i = 0; i < counters; ++i)
        if (fits(i))
            all.emplace_back(random.uniform() + (better(i) ? 0 : 1), i);
    std::ranges::sort(all);
    all.resize(std::min(all.size(), count));
    std::vector<std::size_t> taken;
    for (const auto& [order, counter] : all)
        taken.push_back(counter);
    return taken;
}

} // namespace

double staffedOn(const CounterDay& day, Millis from, Millis to)
{
    Millis sum{0};
    for (const auto& [counter, stretches] : day)
        sum += staffedWithin(stretches, from, to);
    return time::inMinutes(sum) / time::inMinutes(to - from);
}

PlanShift::PlanShift(const std::vector<PlannedSpan>& planned, const std::vector<PastDay>& days, Millis now)
{
    for (const PlannedSpan& one : planned) {
        if (one.to <= now)
            continue;
        Span span{std::max<Millis>(one.from, now), one.to, {}, one.counters, {}};
        if (one.from <= now)
            span.since = now - one.from;
        if (!days.empty())
            span.differs =
                static_cast<int>(std::lround(one.counters - usuallyStaffed(days, one.from, one.to)));
        m_spans.push_back(span);
    }
}

void PlanShift::applyTo(OpeningWay& way, const std::vector<CounterNow>& now, RandomStream& random) const
{
    if (m_spans.empty())
        return;
    const Lateness lateness(random);
    for (const Span& span : m_spans) {
        const int more = missing(span, way, now, random);
        const auto count = static_cast<std::size_t>(std::abs(more));
        if (more > 0) {
            const auto isAway = [&](std::size_t i) {
                return now[i].mayCome && openWithin(way[i], span.from, span.to) == Millis{0};
            };
            const auto stays = [&](std::size_t i) { return isOpenBefore(way[i], span.from); };
            for (const std::size_t i : chosen(way.size(), count, random, isAway, stays))
                add(way[i], span, lateness, random);
        } else if (more < 0) {
            const auto isThere = [&](std::size_t i) {
                return !(span.since && now[i].isOpen) && isMostlyOpen(way[i], span.from, span.to);
            };
            const auto isAwayBefore = [&](std::size_t i) { return !isOpenBefore(way[i], span.from); };
            for (const std::size_t i : chosen(way.size(), count, random, isThere, isAwayBefore))
                leaveOut(way[i], span, lateness, random);
        }
    }
}

/// How many counters the way lacks; below 0: has too many. Of those that it lacks now some may only pause.
int PlanShift::missing(const Span& span, const OpeningWay& way, const std::vector<CounterNow>& now,
                       RandomStream& random)
{
    const auto there = std::ranges::count_if(
        way, [&span](const OpenStretches& one) { return isMostlyOpen(one, span.from, span.to); });
    const int away = span.since || span.differs ? 0 : drawnAway(span.counters, random);
    const int more = span.differs.value_or(span.counters - static_cast<int>(there) - away);
    if (!span.since || more <= 0)
        return more;
    const auto here = std::ranges::count_if(
        now, [](const CounterNow& counter) { return counter.isOpen || counter.isPaused; });
    return std::clamp(span.counters - static_cast<int>(here), 0, more);
}

/// Whoever is overdue may stay away.
void PlanShift::add(OpenStretches& stretches, const Span& span, const Lateness& lateness,
                    RandomStream& random)
{
    const auto before = std::ranges::find_if(stretches, [&span](const OpenStretch& one) {
        return one.from < span.from && one.until >= span.from;
    });
    if (before != stretches.end()) {
        before->until = span.to;
        return;
    }
    const std::optional<Millis> late =
        span.since ? Lateness::rest(*span.since, random) : lateness.delay(random);
    if (!late || span.from + *late >= span.to)
        return;
    stretches.push_back({span.from + *late, span.to});
    std::ranges::sort(stretches, {}, &OpenStretch::from);
}

void PlanShift::leaveOut(OpenStretches& stretches, const Span& span, const Lateness& lateness,
                         RandomStream& random)
{
    OpenStretches rest;
    for (const OpenStretch& one : stretches) {
        if (one.from < span.from)
            rest.push_back({one.from, std::min(one.until, span.from), one.after});
        const Millis back = std::max(one.from, span.to + lateness.delay(random));
        if (one.until > back)
            rest.push_back({back, one.until, one.after});
    }
    stretches = std::move(rest);
}

} // namespace starqueue::queue
