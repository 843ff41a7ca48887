#include <queue/order/selection.h>

#include <queue/order/first_lanes.h>
#include <queue/order/overtaking.h>
#include <queue/order/passes.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace starqueue::queue {

namespace {

// One struct a discipline: rank(lane, place), smaller is called earlier, ties go by id.

struct ByHeadStart
{
    std::int64_t operator()(const Lane& lane, const Place& place) const
    {
        return (place.counted - lane.key().headStart).time_since_epoch().count();
    }
};

struct ByArrival
{
    std::int64_t operator()(const Lane&, const Place& place) const
    {
        return place.counted.time_since_epoch().count();
    }
};

struct ByTier
{
    std::pair<std::uint16_t, Instant> operator()(const Lane& lane, const Place& place) const
    {
        return {lane.key().standing.value, place.counted};
    }
};

struct ByTurn
{
    const State& state;

    std::tuple<double, std::uint16_t, Instant> operator()(const Lane& lane, const Place& place) const
    {
        const TierIx standing = lane.key().standing;
        const double weight = state.rules->tiers[standing.value].weight;
        return {-state.credits.of(standing) - weight, standing.value, place.counted};
    }
};

struct ByGrowth
{
    Instant now;

    double operator()(const Lane& lane, const Place& place) const
    {
        return -lane.key().rate * static_cast<double>((now - place.counted).count());
    }
};

/// The range of preferences seen: if they differ, preference decided the call.
struct PreferenceRange
{
    std::uint16_t least = 0xFFFF;
    std::uint16_t most = 0;

    void add(std::uint16_t preference)
    {
        least = std::min(least, preference);
        most = std::max(most, preference);
    }
    [[nodiscard]] bool met() const { return least <= most; }
    [[nodiscard]] bool differ() const { return least < most; }
};

WhyRule settledBy(const Closeness& chosen, const PreferenceRange& own, const PreferenceRange& others)
{
    if (!chosen.notDedicated && others.met())
        return WhyRule::Dedication;
    return (chosen.notDedicated ? others : own).differ() ? WhyRule::Preference : WhyRule::Rank;
}

template <class Rank>
std::optional<Choice> look(const State& state, CounterIx counter, Instant now, const Rank& rank)
{
    const std::optional<Millis>& help = state.rules->counters[counter.value].helpOthersAfter;
    const std::vector<Lane>& lanes = state.line.lanes();
    using Value = decltype(rank(lanes.front(), Place{}));

    FirstLanes firsts;
    const Lane* best = nullptr;
    Closeness nearest;
    Value smallest{};
    PreferenceRange own;
    PreferenceRange others;
    for (const LaneView& view : state.line.servedBy(counter)) {
        const Lane& lane = lanes[view.lane];
        if (lane.empty())
            continue;
        const Place& head = lane.head();
        firsts.see(lane);
        (view.closeness.notDedicated ? others : own).add(view.closeness.preference);
        if (view.closeness.notDedicated && (!help || now - head.counted < *help))
            continue;
        if (best && nearest < view.closeness)
            continue;
        const Value value = rank(lane, head);
        if (!best || view.closeness < nearest || value < smallest ||
            (value == smallest && head.ticket < best->head().ticket)) {
            best = &lane;
            nearest = view.closeness;
            smallest = value;
        }
    }
    if (auto first = firsts.choice(state, now))
        return first;
    if (!best)
        return std::nullopt;
    return Choice{best->head(), static_cast<std::uint32_t>(best - lanes.data()),
                  settledBy(nearest, own, others), nearest.notDedicated};
}

double inSeconds(Millis span)
{
    return static_cast<double>(span.count()) / 1000;
}

double unroundedRank(const State& state, const LaneKey& lane, Millis age)
{
    const TierRule& standing = state.rules->tiers[lane.standing.value];
    switch (state.rules->discipline) {
    case Discipline::HeadStart:
        return inSeconds(age + lane.headStart);
    case Discipline::Fifo:
        return inSeconds(age);
    case Discipline::Strict:
        return standing.stars;
    case Discipline::Weighted:
        return state.credits.of(lane.standing) + standing.weight;
    case Discipline::Accumulating:
        return lane.rate * inSeconds(age) / 60;
    }
    return 0;
}

struct Found
{
    Place place;
    const LaneKey* lane;
};

/// Keeps the oldest five, oldest first.
class OldestFive
{
public:
    static constexpr std::size_t kMost = 5;

    /// False: `one` is younger than all five.
    bool add(const Found& one)
    {
        if (m_count == kMost && m_found.back().place < one.place)
            return false;
        std::size_t at = m_count < kMost ? m_count++ : kMost - 1;
        for (; at > 0 && one.place < m_found[at - 1].place; --at)
            m_found[at] = m_found[at - 1];
        m_found[at] = one;
        return true;
    }

    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] const Found& operator[](std::size_t i) const { return m_found[i]; }

private:
    std::array<Found, kMost> m_found{};
    std::size_t m_count = 0;
};

} // namespace

std::optional<Choice> select(const State& state, CounterIx counter, Instant now)
{
    switch (state.rules->discipline) {
    case Discipline::HeadStart:
        return look(state, counter, now, ByHeadStart{});
    case Discipline::Fifo:
        return look(state, counter, now, ByArrival{});
    case Discipline::Strict:
        return look(state, counter, now, ByTier{});
    case Discipline::Weighted:
        return look(state, counter, now, ByTurn{state});
    case Discipline::Accumulating:
        return look(state, counter, now, ByGrowth{now});
    }
    return std::nullopt;
}

Instant callableFrom(const State& state, CounterIx counter, Instant now)
{
    const auto& help = state.rules->counters[counter.value].helpOthersAfter;
    const auto& guard = state.rules->guard;
    Instant soonest = Instant::max();
    for (const LaneView& view : state.line.servedBy(counter)) {
        const Lane& lane = state.line.lanes()[view.lane];
        if (lane.empty())
            continue;
        if (help)
            soonest = std::min(soonest, lane.head().counted + *help);
        if (guard)
            soonest = std::min(soonest, lane.head().counted + *guard);
    }
    return soonest == Instant::max() ? soonest : std::max(soonest, now + Millis{1});
}

double rankNow(const State& state, const LaneKey& lane, Instant counted, Instant now)
{
    return std::round(unroundedRank(state, lane, now - counted) * 1000) / 1000;
}

void addPassed(const State& state, CounterIx counter, const Place& place, Instant now, Why& why)
{
    const Place firstNotPassed{place.counted, TicketId{0}};
    OldestFive most;
    for (const Lane& lane : state.line.lanes()) {
        if (lane.empty() || lane.head().counted >= place.counted)
            continue;
        const LaneKey& key = lane.key();
        const auto count = static_cast<std::uint32_t>(lane.countBefore(firstNotPassed));
        if (!state.eligibility.mayServe(counter, key.service, key.tier) ||
            state.line.isKeptFrom(counter, key)) {
            why.elsewhereCount += count;
            why.elsewhereLongest = std::max(why.elsewhereLongest, place.counted - lane.head().counted);
            continue;
        }
        why.passedCount += count;
        lane.fromOldest([&](const Place& older) {
            return older < firstNotPassed && most.add({older, &key});
        });
    }
    why.passed.reserve(most.size());
    for (std::size_t i = 0; i < most.size(); ++i) {
        const Place& older = most[i].place;
        const bool counts = inTurn(why) && mostPassesOf(state, *state.find(older.ticket)) > 0;
        why.passed.push_back({older.ticket, now - older.counted, place.counted - older.counted,
                              rankNow(state, *most[i].lane, older.counted, now),
                              counts ? passesOf(state, older.ticket) + 1 : 0});
    }
    if (!why.passed.empty())
        why.passedLongest = why.passed.front().by;
}

Why explain(const State& state, CounterIx counter, const Choice& choice, Instant now)
{
    Why why;
    why.rule = choice.rule;
    why.discipline = state.rules->discipline;
    why.help = choice.help;
    const LaneKey& lane = state.line.lanes()[choice.lane].key();
    why.headStart = lane.headStart;
    why.age = now - choice.place.counted;
    why.rank = rankNow(state, lane, choice.place.counted, now);
    const Ticket& called = *state.find(choice.place.ticket);
    if (const auto put = state.putFirst.find(called.id); put != state.putFirst.end() && !inTurn(why)) {
        why.clerk = put->second.clerk;
        why.reason = put->second.reason;
    }
    why.mostPasses = mostPassesOf(state, called);
    why.timesPassed = why.mostPasses > 0 ? passesOf(state, called.id) : 0;
    addPassed(state, counter, choice.place, now, why);
    if (!inTurn(why))
        why.bound = kNoBound;
    else if (!why.passed.empty())
        why.bound = choice.rule == WhyRule::Passed
                        ? boundByCount(*state.rules)
                        : boundSinceIssue(state, counter, *state.find(why.passed.front().ticket), called);
    return why;
}

} // namespace starqueue::queue
