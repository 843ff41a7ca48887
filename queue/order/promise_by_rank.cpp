#include <queue/order/promise_by_rank.h>

#include <queue/order/counters_for.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace starqueue::queue {

namespace {

constexpr double kTenthQuantile = 1.2815515655446004;
constexpr double kServiceSpread = 0.51; ///< 1 − 0.7²: how much one counter's regularity reduces the variance

/// Calls `visit(lane)` for every lane that competes with `who` for a counter.
template <class Visitor> void forEachRival(const State& state, const Standing& who, Visitor visit)
{
    const bool openOnly = state.eligibility.hasOpen(who.service, who.tier);
    for (const Lane& lane : state.line.lanes()) {
        const LaneKey& key = lane.key();
        if (!lane.empty() && state.eligibility.meet(who.service, who.tier, key.service, key.tier, openOnly))
            visit(lane);
    }
}

/// The lane in which the ticket waits that is looked at; it isn't before itself.
using OwnLane = std::optional<LaneKey>;

OwnLane ownLaneOf(const State& state, const Ticket& ticket)
{
    const bool waits = ticket.state == TicketState::Waiting && state.find(ticket.id);
    return waits ? OwnLane{laneKeyOf(*state.rules, ticket)} : OwnLane{};
}

std::size_t othersIn(const Lane& lane, const OwnLane& own)
{
    return lane.size() - (own && *own == lane.key() ? 1 : 0);
}

/// The newcomer and the parameters of the comparison.
struct Newcomer
{
    const Rules& rules;
    LaneKey key;
    Place place;
    Instant horizon;
    OwnLane ownLane;
};

/// Those in the lane who go first though they stand behind `place`: they were passed as often as allowed.
std::size_t dueFrom(const Lane& lane, const Place& place)
{
    const auto due = lane.due();
    return static_cast<std::size_t>(due.end() - std::ranges::lower_bound(due, place));
}

std::size_t othersBefore(const Lane& lane, const Place& place, const Newcomer& who)
{
    const bool countsItself = who.ownLane && *who.ownLane == lane.key() && who.place < place;
    return lane.countBefore(place) + dueFrom(lane, place) - (countsItself ? 1 : 0);
}

std::size_t beforeByArrival(const Lane& lane, const Newcomer& who)
{
    return othersBefore(lane, who.place, who);
}

std::size_t beforeByHeadStart(const Lane& lane, const Newcomer& who)
{
    const Millis gain = lane.key().headStart - who.key.headStart;
    return othersBefore(lane, {who.place.counted + gain, who.place.ticket}, who);
}

std::size_t beforeByTier(const Lane& lane, const Newcomer& who)
{
    if (lane.key().standing == who.key.standing)
        return beforeByArrival(lane, who);
    return lane.key().standing < who.key.standing ? othersIn(lane, who.ownLane) : lane.due().size();
}

constexpr double kForEver = 1e15; ///< ms, 30 000 years: longer than any wait

std::size_t beforeByGrowth(const Lane& lane, const Newcomer& who)
{
    const double own = who.key.rate * static_cast<double>((who.horizon - who.place.counted).count());
    if (lane.key().rate <= 0)
        return 0;
    const double since = own / lane.key().rate;
    if (since >= kForEver)
        return 0;
    return othersBefore(lane, {who.horizon - Millis{static_cast<std::int64_t>(since)}, who.place.ticket},
                        who);
}

/// Lower tiers get their share of the calls during those of the own and higher tiers.
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
    if (lane.key().first != who.key.first)
        return lane.key().first ? othersIn(lane, who.ownLane) : lane.due().size();
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

std::uint32_t countAhead(const State& state, const Standing& standing, const Place& place, const OwnLane& own,
                         Instant now)
{
    const Rules& rules = *state.rules;
    const TierIx counts = standingOf(rules, standing.tier, standing.statutory);
    const LaneKey key{.service = standing.service,
                      .tier = standing.tier,
                      .headStart = headStartOf(rules, standing.tier, standing.statutory),
                      .standing = counts,
                      .first = own && own->first,
                      .rate = rules.tiers.at(counts.value).rate};
    const Newcomer who{rules, key, place, now + rules.services.at(standing.service.value).typical, own};
    std::size_t count = 0;
    forEachRival(state, standing, [&](const Lane& lane) { count += countBefore(lane, who); });
    return static_cast<std::uint32_t>(count);
}

/// The mean typical time, in seconds, of the customers at the counters that may serve `who` and of those in
/// line for them. With nobody there, the service's own.
double typicalSeconds(const State& state, const Standing& who, const OwnLane& own)
{
    const auto typical = [&state](ServiceIx of) {
        return static_cast<double>(state.rules->services.at(of.value).typical.count());
    };
    double sum = 0;
    double people = 0;
    forEachRival(state, who, [&](const Lane& lane) {
        const auto others = static_cast<double>(othersIn(lane, own));
        sum += others * typical(lane.key().service);
        people += others;
    });
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        const Ticket* present = state.find(state.counters[i].ticket);
        if (!present || !state.eligibility.mayServe({i}, who.service, who.tier))
            continue;
        sum += typical(present->service);
        ++people;
    }
    return people > 0 ? sum / people : typical(who.service);
}

Promise::Seconds quantile(double mean, double w, double z)
{
    const double root = 1 - w + z * std::sqrt(w);
    return Promise::Seconds{std::lround(mean * std::max(0.0, root * root * root))};
}

/// A wait of so many, or as long as every counter leaves them to others.
void raiseTo(Millis least, Promise& promise)
{
    const auto floor = std::chrono::ceil<Promise::Seconds>(least);
    for (Promise::Seconds* one : {&promise.p10, &promise.p50, &promise.p90})
        *one = std::max(*one, floor);
}

Promise promised(const State& state, const Standing& who, std::uint32_t ahead, const OwnLane& own,
                 Millis waited)
{
    Promise promise;
    const CountersFor counters = countersFor(state, who, waited);
    const bool isKnown = counters.open > 0 || state.format < kSinceUnknownPromises;
    if (!isKnown)
        promise.method = PromiseMethod::Unknown;
    if (!isKnown || counters.callAtOnce(ahead))
        return promise;
    const double busy = std::max<double>(1, counters.open);
    const double n = static_cast<double>(ahead) - counters.free + 1;
    const double mean = n * typicalSeconds(state, who, own) / busy;
    const double w = (1 - kServiceSpread / busy) / (9 * n);
    promise.p10 = quantile(mean, w, -kTenthQuantile);
    promise.p50 = quantile(mean, w, 0);
    promise.p90 = quantile(mean, w, kTenthQuantile);
    if (counters.soonest != kNever)
        raiseTo(counters.soonest, promise);
    return promise;
}

/// A forecast may be seconds old: counters were opened, closed or taken since.
bool stillHolds(const State& state, const Standing& who, std::uint32_t ahead, Millis waited,
                const Foreseen& foreseen)
{
    if (state.eligibility.hasOpen(who.service, who.tier) == foreseen.awaitsOpening)
        return false;
    const bool isFree = countersFor(state, who, waited).callAtOnce(ahead);
    if (foreseen.promise.method == PromiseMethod::Unknown)
        return !isFree && state.format >= kSinceUnknownPromises;
    const bool atOnce =
        foreseen.promise.method == PromiseMethod::Simulation && foreseen.promise.p90 == Seconds{0};
    return !atOnce || isFree;
}

Standing shownStanding(const Rules& rules, const Ticket& ticket)
{
    Standing shown = standingOf(ticket);
    if (showsOrdinary(rules, ticket))
        shown.tier = tierOf(rules, 0, false);
    return shown;
}

} // namespace

std::uint32_t ahead(const State& state, const Ticket& ticket, Instant now)
{
    return countAhead(state, standingOf(ticket), {ticket.counted, ticket.id}, ownLaneOf(state, ticket), now);
}

std::uint32_t shownAhead(const State& state, const Ticket& ticket, Instant now)
{
    return countAhead(state, shownStanding(*state.rules, ticket), {ticket.counted, ticket.id},
                      ownLaneOf(state, ticket), now);
}

std::uint32_t aheadOfNewcomer(const State& state, const Standing& newcomer, Instant now)
{
    return countAhead(state, newcomer, {now, {state.lastTicket.value + 1}}, {}, now);
}

Millis waitedSince(const Ticket& ticket, Instant now)
{
    return std::max(now - ticket.counted, Millis{0});
}

std::optional<Foreseen> foreseenAtIssue(const State& state, const Ticket& ticket, Instant now)
{
    const Millis waited = now - ticket.issued;
    const bool isFresh =
        ticket.state == TicketState::Waiting && ticket.legBegan == ticket.issued && waited < kHoldsSinceIssue;
    if (!isFresh || ticket.promise.method == PromiseMethod::Rank)
        return std::nullopt;
    Promise promise = ticket.promise;
    const auto passed = std::chrono::floor<Promise::Seconds>(waited);
    for (Promise::Seconds* one : {&promise.p10, &promise.p50, &promise.p90})
        *one = std::max(*one - passed, Promise::Seconds{0});
    const Standing shown = shownStanding(*state.rules, ticket);
    return Foreseen{promise, !state.eligibility.hasOpen(shown.service, shown.tier)};
}

Promise promiseByRank(const State& state, const Standing& who, std::uint32_t ahead, Millis waited)
{
    return promised(state, who, ahead, {}, waited);
}

Promise promiseOf(const State& state, const Standing& who, std::uint32_t ahead,
                  const std::optional<Foreseen>& foreseen, Millis waited)
{
    const bool holds = foreseen && stillHolds(state, who, ahead, waited, *foreseen);
    return holds ? foreseen->promise : promiseByRank(state, who, ahead, waited);
}

Promise shownWait(const State& state, const Ticket& ticket, std::uint32_t shownAhead, Instant now,
                  const std::optional<Foreseen>& foreseen)
{
    const Standing shown = shownStanding(*state.rules, ticket);
    const Millis waited = waitedSince(ticket, now);
    const bool holds = foreseen && stillHolds(state, shown, shownAhead, waited, *foreseen);
    return holds ? foreseen->promise : promised(state, shown, shownAhead, ownLaneOf(state, ticket), waited);
}

} // namespace starqueue::queue
