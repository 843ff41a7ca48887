#include <queue/promise.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr double kTenthQuantile = 1.2815515655446004;
constexpr double kServiceSpread = 0.51; ///< 1 − 0.7²: what one counter's regularity takes off

bool serves(const CounterRule& counter, ServiceIx service)
{
    return !counter.retired && std::ranges::find(counter.services, service) != counter.services.end();
}

struct Counters
{
    std::uint32_t open = 0;
    std::uint32_t free = 0;
};

Counters countersFor(const State& state, ServiceIx service)
{
    Counters found;
    for (std::size_t i = 0; i < state.counters.size(); ++i) {
        if (state.counters[i].state != CounterState::Open || !serves(state.rules->counters[i], service))
            continue;
        ++found.open;
        found.free += state.counters[i].ticket.value == 0 ? 1 : 0;
    }
    return found;
}

/// A counter that serves both services; an open one, unless none that serves the first is.
bool shareCounter(const State& state, ServiceIx a, ServiceIx b, bool openOnly)
{
    for (std::size_t i = 0; i < state.counters.size(); ++i) {
        const CounterRule& rule = state.rules->counters[i];
        const bool counts = !openOnly || state.counters[i].state == CounterState::Open;
        if (counts && serves(rule, a) && serves(rule, b))
            return true;
    }
    return false;
}

/// Whom the newcomer is compared with, and how.
struct Newcomer
{
    const Rules& rules;
    LaneKey key;
    Place place;
    Instant horizon;
};

std::size_t beforeByArrival(const Lane& lane, const Newcomer& who)
{
    return lane.countBefore(who.place);
}

std::size_t beforeByHeadStart(const Lane& lane, const Newcomer& who)
{
    const Millis gain = lane.key().headStart - who.key.headStart;
    return lane.countBefore({who.place.counted + gain, who.place.ticket});
}

std::size_t beforeByTier(const Lane& lane, const Newcomer& who)
{
    if (lane.key().standing == who.key.standing)
        return beforeByArrival(lane, who);
    return lane.key().standing < who.key.standing ? lane.size() : 0;
}

std::size_t beforeByGrowth(const Lane& lane, const Newcomer& who)
{
    const double own = who.key.rate * static_cast<double>((who.horizon - who.place.counted).count());
    if (lane.key().rate <= 0)
        return 0;
    const auto since = Millis{static_cast<std::int64_t>(own / lane.key().rate)};
    return lane.countBefore({who.horizon - since, who.place.ticket});
}

/// Lower tiers get their share of the calls that the higher ones and the own make.
std::size_t beforeByTurn(const Lane& lane, const Newcomer& who)
{
    const double theirs = who.rules.tiers[lane.key().standing.value].weight;
    const double own = who.rules.tiers[who.key.standing.value].weight;
    if (lane.key().standing == who.key.standing || theirs >= own)
        return beforeByArrival(lane, who);
    return static_cast<std::size_t>(static_cast<double>(beforeByArrival(lane, who)) * theirs /
                                    (theirs + own));
}

std::size_t countBefore(const Lane& lane, const Newcomer& who)
{
    switch (who.rules.discipline) {
    case Discipline::HeadStart:
        return beforeByHeadStart(lane, who);
    case Discipline::Fifo:
        return beforeByArrival(lane, who);
    case Discipline::Strict:
        return beforeByTier(lane, who);
    case Discipline::Weighted:
        return beforeByTurn(lane, who);
    case Discipline::Accumulating:
        return beforeByGrowth(lane, who);
    }
    return 0;
}

std::uint32_t countAhead(const State& state, const Standing& standing, const Place& place, Instant now)
{
    const Rules& rules = *state.rules;
    const TierIx counts = standingOf(rules, standing.tier, standing.statutory);
    const LaneKey key{.service = standing.service,
                      .tier = standing.tier,
                      .headStart = headStartOf(rules, standing.tier, standing.statutory),
                      .standing = counts,
                      .rate = rules.tiers.at(counts.value).rate};
    const Newcomer who{rules, key, place, now + rules.services.at(standing.service.value).typical};
    const bool openOnly = countersFor(state, standing.service).open > 0;
    std::size_t count = 0;
    for (const Lane& lane : state.line.lanes()) {
        if (!lane.empty() && shareCounter(state, standing.service, lane.key().service, openOnly))
            count += countBefore(lane, who);
    }
    return static_cast<std::uint32_t>(count);
}

/// What a counter is busy for, in seconds: the typical times of those at the counters that serve `service`
/// and of those in line for them. With nobody there, the service's own.
double typicalSeconds(const State& state, ServiceIx service)
{
    const auto typical = [&state](ServiceIx of) {
        return static_cast<double>(state.rules->services.at(of.value).typical.count());
    };
    const bool openOnly = countersFor(state, service).open > 0;
    double sum = 0;
    double people = 0;
    for (const Lane& lane : state.line.lanes()) {
        if (lane.empty() || !shareCounter(state, service, lane.key().service, openOnly))
            continue;
        sum += static_cast<double>(lane.size()) * typical(lane.key().service);
        people += static_cast<double>(lane.size());
    }
    for (std::size_t i = 0; i < state.counters.size(); ++i) {
        const Ticket* present = state.find(state.counters[i].ticket);
        if (!present || !serves(state.rules->counters[i], service))
            continue;
        sum += typical(present->service);
        ++people;
    }
    return people > 0 ? sum / people : typical(service);
}

Seconds quantile(double mean, double w, double z)
{
    const double root = 1 - w + z * std::sqrt(w);
    return Seconds{std::llround(mean * std::max(0.0, root * root * root))};
}

} // namespace

std::uint32_t ahead(const State& state, const Ticket& ticket, Instant now)
{
    return countAhead(state, {ticket.service, ticket.tier, ticket.statutory}, {ticket.counted, ticket.id},
                      now);
}

std::uint32_t aheadOfNewcomer(const State& state, const Standing& newcomer, Instant now)
{
    return countAhead(state, newcomer, {now, {state.lastTicket.value + 1}}, now);
}

Promise promiseByRank(const State& state, ServiceIx service, std::uint32_t ahead)
{
    Promise promise;
    const Counters counters = countersFor(state, service);
    if (ahead < counters.free)
        return promise;
    const double busy = std::max(1U, counters.open);
    const double n = static_cast<double>(ahead) - counters.free + 1;
    const double mean = n * typicalSeconds(state, service) / busy;
    const double w = (1 - kServiceSpread / busy) / (9 * n);
    promise.p10 = quantile(mean, w, -kTenthQuantile);
    promise.p50 = quantile(mean, w, 0);
    promise.p90 = quantile(mean, w, kTenthQuantile);
    return promise;
}

} // namespace starqueue::queue
