#include <queue/order/oracle.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue::test {

namespace {

bool contains(const std::vector<ServiceIx>& list, ServiceIx service)
{
    return std::count(list.begin(), list.end(), service) > 0;
}

bool mayServe(const CounterRule& counter, const Rules& rules, const Ticket& ticket)
{
    const int stars = rules.tiers[ticket.tier.value].stars;
    const bool tier =
        counter.tiers.empty() || std::count(counter.tiers.begin(), counter.tiers.end(), stars) > 0;
    return tier && contains(counter.services, ticket.service);
}

/// The counter to which it was sent, or that the clerk holds to whom it was.
CounterIx sentTo(const State& state, const Ticket& ticket)
{
    const auto clerk = state.boundClerks.find(ticket.id);
    if (clerk == state.boundClerks.end())
        return ticket.boundTo;
    for (std::uint16_t i = 0; i < state.counters.size(); ++i)
        if (state.counters[i].state != CounterState::Closed && state.counters[i].clerk == clerk->second)
            return {i};
    return kNoCounter;
}

/// A ticket that is bound to another counter is left to it while it is open and may serve it.
bool mayCall(const State& state, CounterIx at, const Ticket& ticket)
{
    const CounterIx bound = sentTo(state, ticket);
    const bool kept = bound != kNoCounter && bound != at &&
                      state.counters[bound.value].state == CounterState::Open &&
                      mayServe(state.rules->counters[bound.value], *state.rules, ticket);
    return !kept && mayServe(state.rules->counters[at.value], *state.rules, ticket);
}

bool isOwn(const CounterRule& counter, const Rules& rules, const Ticket& ticket)
{
    return !counter.dedicatedToStars || rules.tiers[ticket.tier.value].stars >= *counter.dedicatedToStars;
}

std::size_t preferenceOf(const CounterRule& counter, const Ticket& ticket)
{
    for (std::size_t i = 0; i < counter.prefers.size(); ++i) {
        if (counter.prefers[i] == ticket.service)
            return i;
    }
    return counter.prefers.size();
}

Millis headStart(const Rules& rules, const Ticket& ticket)
{
    Millis start = rules.tiers[ticket.tier.value].headStart;
    if (ticket.statutory != kNoGroup)
        start = std::max(start, rules.groups[ticket.statutory.value].headStart);
    return start;
}

/// The tier that a ticket is compared as: with a statutory priority the last that has such a head start.
std::size_t level(const Rules& rules, const Ticket& ticket)
{
    const Millis own = rules.tiers[ticket.tier.value].headStart;
    if (headStart(rules, ticket) == own)
        return ticket.tier.value;
    for (std::size_t i = rules.tiers.size(); i-- > 0;) {
        if (rules.tiers[i].headStart >= headStart(rules, ticket))
            return std::min<std::size_t>(i, ticket.tier.value);
    }
    return 0;
}

double turnOf(const State& state, std::size_t tier)
{
    const double credit = tier < state.credits.credit.size() ? state.credits.credit[tier] : 0;
    return -(credit + state.rules->tiers[tier].weight);
}

/// Below zero: a's rank is the smaller.
double compareRank(const State& state, const Ticket& a, const Ticket& b, Instant now)
{
    const Rules& rules = *state.rules;
    const auto since = [](Instant t) { return static_cast<double>(t.time_since_epoch().count()); };
    const double byLevel = static_cast<double>(level(rules, a)) - static_cast<double>(level(rules, b));
    switch (rules.discipline) {
    case Discipline::HeadStart:
        return since(a.counted - headStart(rules, a)) - since(b.counted - headStart(rules, b));
    case Discipline::Fifo:
        return since(a.counted) - since(b.counted);
    case Discipline::Strict:
        return byLevel != 0 ? byLevel : since(a.counted) - since(b.counted);
    case Discipline::Weighted: {
        const double byTurn = turnOf(state, level(rules, a)) - turnOf(state, level(rules, b));
        if (byTurn != 0)
            return byTurn;
        return byLevel != 0 ? byLevel : since(a.counted) - since(b.counted);
    }
    case Discipline::Accumulating: {
        const auto gathered = [&](const Ticket& t) {
            return rules.tiers[level(rules, t)].rate * static_cast<double>((now - t.counted).count());
        };
        return gathered(b) - gathered(a);
    }
    }
    return 0;
}

/// a goes before b at this counter, the guard aside.
bool goesBefore(const State& state, const CounterRule& counter, const Ticket& a, const Ticket& b, Instant now)
{
    const bool ownA = isOwn(counter, *state.rules, a);
    const bool ownB = isOwn(counter, *state.rules, b);
    if (ownA != ownB)
        return ownA;
    if (preferenceOf(counter, a) != preferenceOf(counter, b))
        return preferenceOf(counter, a) < preferenceOf(counter, b);
    const double rank = compareRank(state, a, b, now);
    return rank != 0 ? rank < 0 : a.id < b.id;
}

bool isOlder(const Ticket& a, const Ticket& b)
{
    return a.counted != b.counted ? a.counted < b.counted : a.id < b.id;
}

/// Whoever has nobody before them.
template <class Before> std::optional<TicketId> firstOf(const std::vector<Ticket>& tickets, Before before)
{
    for (const Ticket& one : tickets) {
        const bool beaten = std::any_of(tickets.begin(), tickets.end(), [&](const Ticket& other) {
            return other.id != one.id && before(other, one);
        });
        if (!beaten)
            return one.id;
    }
    return std::nullopt;
}

} // namespace

std::uint32_t PassCounts::times(TicketId ticket) const
{
    const auto found = m_times.find(ticket);
    return found == m_times.end() ? 0 : found->second;
}

bool PassCounts::isDue(const State& state, const Ticket& ticket) const
{
    const auto most = allowedPasses(state, ticket);
    return most && times(ticket.id) >= *most;
}

void PassCounts::note(const State& before, const Event& event)
{
    if (const auto* back = std::get_if<TicketRequeued>(&event); back && back->callUndone) {
        for (const TicketId id : m_lastCall[before.find(back->ticket)->counter])
            --m_times[id];
        m_lastCall[before.find(back->ticket)->counter].clear();
    }
    const auto* called = std::get_if<TicketCalled>(&event);
    if (!called)
        return;
    std::vector<TicketId>& passed = m_lastCall[called->counter];
    passed.clear();
    if (called->why->rule == WhyRule::OutOfTurn || called->why->rule == WhyRule::Parked)
        return;
    for (const Ticket& ticket : passedBy(before, called->counter, *before.find(called->ticket))) {
        if (!allowedPasses(before, ticket))
            continue;
        ++m_times[ticket.id];
        passed.push_back(ticket.id);
    }
}

std::optional<std::uint32_t> allowedPasses(const State& state, const Ticket& ticket)
{
    std::vector<std::uint32_t> limits{state.rules->mostPasses};
    for (const PastRules& past : state.pastRules) {
        if (past.until > ticket.issued)
            limits.push_back(past.rules->mostPasses);
    }
    if (std::count(limits.begin(), limits.end(), 0U) > 0)
        return std::nullopt;
    return *std::max_element(limits.begin(), limits.end());
}

std::vector<Ticket> waitingTickets(const State& state)
{
    std::vector<Ticket> waiting;
    for (const Ticket& ticket : state.tickets) {
        if (ticket.state == TicketState::Waiting)
            waiting.push_back(ticket);
    }
    return waiting;
}

std::optional<TicketId> whoIsNext(const State& state, CounterIx at, Instant now, const PassCounts& counts,
                                  GuardFirst guardFirst)
{
    const Rules& rules = *state.rules;
    const CounterRule& counter = rules.counters[at.value];
    std::vector<Ticket> served = waitingTickets(state);
    std::erase_if(served, [&](const Ticket& t) { return !mayCall(state, at, t); });

    const auto own = [&](const Ticket& t) { return isOwn(counter, rules, t); };
    if (guardFirst == GuardFirst::No && std::any_of(served.begin(), served.end(), own))
        std::erase_if(served, [&](const Ticket& t) { return !own(t); });

    std::vector<Ticket> guarded = served;
    std::erase_if(guarded, [&](const Ticket& t) { return !rules.guard || now - t.counted < *rules.guard; });
    if (!guarded.empty())
        return firstOf(guarded, isOlder);

    std::vector<Ticket> due = served;
    std::erase_if(due, [&](const Ticket& t) { return !counts.isDue(state, t); });
    if (!due.empty())
        return firstOf(due, isOlder);

    std::vector<Ticket> first = served;
    std::erase_if(first, [](const Ticket& t) { return !t.first; });
    if (!first.empty())
        return firstOf(first, isOlder);

    std::erase_if(served, [&](const Ticket& t) {
        return !own(t) && (!counter.helpOthersAfter || now - t.counted < *counter.helpOthersAfter);
    });
    return firstOf(served,
                   [&](const Ticket& a, const Ticket& b) { return goesBefore(state, counter, a, b, now); });
}

std::optional<Millis> allowedOvertaking(const Rules& rules, CounterIx at, const Ticket& passed,
                                        const Ticket& called)
{
    const CounterRule& counter = rules.counters[at.value];
    const bool dedication = isOwn(counter, rules, called) && !isOwn(counter, rules, passed);
    const bool alike = isOwn(counter, rules, called) == isOwn(counter, rules, passed);
    const bool preference = alike && preferenceOf(counter, called) < preferenceOf(counter, passed);
    if (dedication || preference || rules.discipline == Discipline::Strict ||
        rules.discipline == Discipline::Weighted)
        return rules.guard;
    if (rules.discipline == Discipline::Fifo)
        return Millis{0};
    if (rules.discipline == Discipline::Accumulating) {
        const double share = rules.tiers[level(rules, passed)].rate / rules.tiers[level(rules, called)].rate;
        if (share >= 1)
            return Millis{0};
        if (!rules.guard)
            return std::nullopt;
        return Millis{std::llround(std::ceil(static_cast<double>(rules.guard->count()) * (1 - share)))};
    }
    const Millis gain = std::max(Millis{0}, headStart(rules, called) - headStart(rules, passed));
    return rules.guard ? std::min(*rules.guard, gain) : gain;
}

std::vector<Ticket> passedBy(const State& state, CounterIx counter, const Ticket& called)
{
    std::vector<Ticket> passed = waitingTickets(state);
    std::erase_if(
        passed, [&](const Ticket& t) { return !mayCall(state, counter, t) || t.counted >= called.counted; });
    return passed;
}

std::vector<Ticket> passedElsewhereBy(const State& state, CounterIx counter, const Ticket& called)
{
    std::vector<Ticket> passed = waitingTickets(state);
    std::erase_if(passed,
                  [&](const Ticket& t) { return mayCall(state, counter, t) || t.counted >= called.counted; });
    return passed;
}

std::vector<Objection> objectionsTo(const State& before, const TicketCalled& called, Instant now,
                                    const PassCounts& counts)
{
    std::vector<Objection> objections;
    if (whoIsNext(before, called.counter, now, counts) != called.ticket)
        objections.push_back(Objection::WrongTicket);
    const Ticket& ticket = *before.find(called.ticket);
    const bool byCount = counts.isDue(before, ticket);
    for (const Ticket& older : passedBy(before, called.counter, ticket)) {
        const auto bound =
            byCount ? before.rules->guard : allowedOvertaking(*before.rules, called.counter, older, ticket);
        const Millis by = ticket.counted - older.counted;
        const bool equalRanks = bound && by == *bound && ticket.id < older.id;
        if (bound && by >= *bound && !equalRanks)
            objections.push_back(Objection::BoundBroken);
        if (counts.isDue(before, older))
            objections.push_back(Objection::PassedTooOften);
    }
    return objections;
}

} // namespace starqueue::queue::test
