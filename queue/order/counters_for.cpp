#include <queue/order/counters_for.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

/// How long the counter leaves somebody to others: dedicated ones take who isn't of their own after a while,
/// and whom the guard protects.
Millis reserveOf(const State& state, CounterIx counter, const Standing& who, Millis waited)
{
    const CounterRule& rule = state.rules->counters[counter.value];
    const bool isOwn =
        !rule.dedicatedToStars || state.rules->tiers.at(who.tier.value).stars >= *rule.dedicatedToStars;
    if (isOwn)
        return Millis{0};
    const Millis longest =
        std::min(rule.helpOthersAfter.value_or(kNever), state.rules->guard.value_or(kNever));
    return longest == kNever ? longest : std::max(longest - waited, Millis{0});
}

void add(CountersFor& to, const State& state, CounterIx counter)
{
    ++to.open;
    if (state.counters[counter.value].ticket.value != 0)
        return;
    ++to.free;
    to.isOneIdle = to.isOneIdle || state.line.waitingFor(counter) == 0;
}

} // namespace

CountersFor countersFor(const State& state, const Standing& who, Millis waited)
{
    CountersFor now;
    CountersFor later;
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        if (state.counters[i].state != CounterState::Open ||
            !state.eligibility.mayServe({i}, who.service, who.tier))
            continue;
        const Millis reserve = reserveOf(state, {i}, who, waited);
        later.soonest = std::min(later.soonest, reserve);
        if (reserve == Millis{0})
            add(now, state, {i});
        else if (reserve != kNever)
            ++later.open;
    }
    return now.open > 0 ? now : later;
}

} // namespace starqueue::queue
