#include <queue/estimation/forward_runs.h>

#include <queue/order/selection.h>
#include <queue/order/weighted_credits.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr Millis kHorizon = std::chrono::hours{8};

} // namespace

/// A run ends when everybody was called whom anybody could call.
void ForwardRuns::findReached()
{
    m_reached.assign(m_rules->services.size() * m_rules->tiers.size(), false);
    for (const CounterSnapshot& counter : m_hall->counters)
        reach(counter.counter);
    std::vector<bool> comes(m_rules->counters.size());
    for (const std::vector<Shift>& way : m_openings)
        for (const Shift& shift : way)
            comes[shift.counter.value] = true;
    for (std::uint16_t i = 0; i < comes.size(); ++i)
        if (comes[i])
            reach(CounterIx{i});
}

void ForwardRuns::reach(CounterIx counter)
{
    for (std::uint16_t service = 0; service < m_rules->services.size(); ++service) {
        for (std::uint16_t tier = 0; tier < m_rules->tiers.size(); ++tier) {
            if (closenessAt(*m_rules, counter, ServiceIx{service}, TierIx{tier}))
                m_reached[service * m_rules->tiers.size() + tier] = true;
        }
    }
}

void ForwardRuns::runOnce()
{
    m_state.line = m_startLine;
    m_state.credits = m_hall->credits;
    m_passesLeft = m_passesAtStart;
    m_people.resize(m_lastId + 1 - m_firstId); // drops the newcomers of the run before
    m_left = m_reachedCount;
    const ArrivalForecast& arrivals = m_belief.arrivals;
    m_factor = arrivals.factorSd > 0
                   ? std::max(kLeastArrivalFactor, arrivals.factor + arrivals.factorSd * m_random.normal())
                   : arrivals.factor;
    startDesks();
    const Instant end = m_from + kHorizon;
    Instant arrival = nextArrival(m_from);
    while (m_left > 0) {
        Desk* desk = soonest();
        const Instant free = desk ? desk->freeAt : Instant::max();
        if (std::min(free, arrival) > end || (!desk && !isAnyoneHere()))
            return;
        if (free <= arrival) {
            serve(*desk, free);
        } else {
            arrive(arrival);
            arrival = nextArrival(arrival);
        }
    }
}

bool ForwardRuns::isAnyoneHere() const
{
    return std::ranges::any_of(m_desks, &Desk::isIdle);
}

void ForwardRuns::startDesks()
{
    m_desks.clear();
    if (m_way)
        return addShiftDesks(*m_way);
    for (const CounterSnapshot& counter : m_hall->counters)
        addOpenDesk(counter);
}

/// Both lists are by counter; an open counter's first shift is the one it is in.
void ForwardRuns::addShiftDesks(const std::vector<Shift>& way)
{
    auto open = m_hall->counters.begin();
    const auto openEnd = m_hall->counters.end();
    for (std::size_t i = 0; i < way.size();) {
        const CounterIx counter = way[i].counter;
        for (; open != openEnd && open->counter < counter; ++open)
            addOpenDesk(*open);
        if (open != openEnd && open->counter == counter)
            addOpenDesk(*open++);
        else
            m_desks.push_back({counter, way[i].from, paceAt(counter)});
        Desk& desk = m_desks.back();
        desk.leavesAt = way[i].until;
        desk.servesAll = way[i].servesAll;
        desk.nextShift = ++i;
        while (i < way.size() && way[i].counter == counter)
            ++i;
        desk.endShift = i;
    }
    for (; open != openEnd; ++open)
        addOpenDesk(*open);
}

double ForwardRuns::paceAt(CounterIx counter) const
{
    return counter.value < m_belief.pace.size() ? m_belief.pace[counter.value] : 1;
}

void ForwardRuns::addOpenDesk(const CounterSnapshot& counter)
{
    Desk desk{counter.counter, m_from, paceAt(counter.counter)};
    if (counter.taken) {
        const double pace = desk.pace * m_tierPace[counter.tier.value];
        const double gone = static_cast<double>((m_from - counter.since).count()) / pace;
        const Millis rest = m_times[counter.service.value].drawRest(m_random, Millis{std::llround(gone)});
        desk.freeAt = m_from + Millis{std::llround(static_cast<double>(rest.count()) * pace)};
    }
    m_desks.push_back(desk);
}

ForwardRuns::Desk* ForwardRuns::soonest()
{
    Desk* first = nullptr;
    for (Desk& desk : m_desks) {
        if (desk.freeAt != Instant::max() && (!first || desk.freeAt < first->freeAt))
            first = &desk;
    }
    return first;
}

Millis ForwardRuns::timeAt(const Desk& desk, ServiceIx service, TierIx tier)
{
    const Millis time = m_times[service.value].draw(m_random);
    const double pace = desk.pace * m_tierPace[tier.value];
    return pace == 1 ? time : Millis{std::llround(static_cast<double>(time.count()) * pace)};
}

void ForwardRuns::serve(Desk& desk, Instant at)
{
    desk.isIdle = false;
    if (at >= desk.leavesAt && !desk.servesAll)
        return takeBreak(desk, at);
    while (const auto choice = select(m_state, desk.counter, at)) {
        const LaneKey& key = m_state.line.lanes()[choice->lane].key();
        const Person& called = person(choice->place.ticket);
        note(called, at);
        if (!called.isNewcomer) {
            if (m_rules->discipline == Discipline::Weighted)
                updateCredits(m_state, desk.counter, key);
            notePassed(desk.counter, choice->place);
            desk.freeAt = at + timeAt(desk, called.service, key.tier);
        }
        m_state.line.leave(choice->lane, choice->place);
        if (!called.isNewcomer)
            return;
    }
    if (at >= desk.leavesAt)
        return takeBreak(desk, at);
    const Instant callable =
        m_state.line.size() > 0 ? callableFrom(m_state, desk.counter, at) : Instant::max();
    desk.isIdle = true;
    desk.freeAt = std::min(callable, desk.leavesAt);
}

/// Until its next shift that isn't over.
void ForwardRuns::takeBreak(Desk& desk, Instant at)
{
    while (desk.nextShift < desk.endShift) {
        const Shift& next = (*m_way)[desk.nextShift++];
        if (next.until <= at)
            continue;
        desk.freeAt = std::max(at, next.from);
        desk.leavesAt = next.until;
        desk.servesAll = next.servesAll;
        return;
    }
    desk.freeAt = Instant::max();
}

/// Whom the call passes may be passed once less.
void ForwardRuns::notePassed(CounterIx counter, const Place& called)
{
    if (m_passesLeft.empty())
        return;
    for (const LaneView& view : m_state.line.servedBy(counter)) {
        const Lane& lane = m_state.line.lanes()[view.lane];
        if (lane.empty())
            continue;
        lane.fromOldest([&](const Place& place) {
            if (place.counted >= called.counted)
                return false;
            std::uint32_t& left = m_passesLeft[place.ticket.value - m_firstId];
            if (left != kUnlimited && left > 0 && --left == 0)
                m_state.line.beginDue(view.lane, place);
            return true;
        });
    }
}

void ForwardRuns::arrive(Instant at)
{
    const Kind& kind = m_arrivalKinds[m_random.next() >> 54];
    const TicketId id{m_firstId + m_people.size()};
    m_people.push_back({-1, kind.service, false});
    if (!m_passesLeft.empty())
        m_passesLeft.push_back(m_rules->mostPasses);
    join(m_state.line, kind, {at, id});
    if (Desk* desk = nearestIdle(kind))
        serve(*desk, at);
}

ForwardRuns::Desk* ForwardRuns::nearestIdle(const Kind& kind)
{
    Desk* nearest = nullptr;
    std::optional<Closeness> least;
    for (Desk& desk : m_desks) {
        if (!desk.isIdle)
            continue;
        const auto closeness = closenessAt(*m_rules, desk.counter, kind.service, kind.tier);
        if (!closeness || (least && *least <= *closeness))
            continue;
        nearest = &desk;
        least = closeness;
    }
    return nearest;
}

Instant ForwardRuns::nextArrival(Instant after)
{
    const ArrivalForecast& arrivals = m_belief.arrivals;
    const Instant last = arrivals.from + arrivals.step * static_cast<int>(arrivals.perMinute.size());
    Instant at = std::max(after, arrivals.from);
    while (at < last) {
        const auto step = (at - arrivals.from) / arrivals.step;
        const Instant end = arrivals.from + arrivals.step * (step + 1);
        const double rate = arrivals.perMinute[static_cast<std::size_t>(step)] * m_factor / 60'000;
        if (rate > 0) {
            // Exponential gaps are memoryless: the next step draws anew.
            const double gap = m_gaps[m_random.next() >> 52] / rate;
            if (gap < static_cast<double>((end - at).count()))
                return at + Millis{static_cast<std::int64_t>(gap)};
        }
        at = end;
    }
    return Instant::max();
}

void ForwardRuns::note(const Person& person, Instant at)
{
    if (person.sought < 0)
        return;
    m_sought[static_cast<std::size_t>(person.sought)].waits.push_back(
        static_cast<std::int32_t>((at - m_from).count()));
    --m_left;
}

} // namespace starqueue::queue
