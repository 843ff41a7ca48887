#include <queue/order/promise_by_rank.h>

#include <queue/order/counters_for.h>
#include <queue/order/rivals.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace starqueue::queue {

namespace {

constexpr double kTenthQuantile = 1.2815515655446004;
constexpr double kServiceSpread = 0.51; ///< 1 − 0.7²: how much one counter's regularity reduces the variance

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

} // namespace

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
