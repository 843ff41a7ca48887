#include <queue/order/weighted_credits.h>

namespace starqueue::queue {

namespace {

/// The tiers that compete for this call: they wait at the counter and are equally close to it.
std::vector<bool> competingTiers(const State& state, CounterIx counter, const LaneKey& called)
{
    std::vector<bool> competing(state.rules->tiers.size());
    const auto closeness = closenessAt(*state.rules, counter, called.service, called.tier);
    for (const LaneView& view : state.line.servedBy(counter)) {
        const Lane& lane = state.line.lanes()[view.lane];
        if (!lane.empty() && view.closeness == closeness)
            competing[lane.key().standing.value] = true;
    }
    return competing;
}

} // namespace

void updateCredits(State& state, CounterIx counter, const LaneKey& called)
{
    const std::vector<bool> competing = competingTiers(state, counter, called);
    std::vector<double>& credit = state.credits.credit;
    credit.resize(competing.size());
    double sum = 0;
    for (std::size_t i = 0; i < competing.size(); ++i) {
        const double gain = competing[i] ? state.rules->tiers[i].weight : 0.0;
        credit[i] += gain;
        sum += gain;
    }
    credit[called.standing.value] -= sum;
}

} // namespace starqueue::queue
