#include <queue/order/ahead.h>

#include <queue/order/rivals.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

/// Which test puts a ticket before others; see select().
enum class Turn { Guard, Count, PutFirst, Rank };

/// The newcomer and the parameters of the comparison.
struct Newcomer
{
    const Rules& rules;
    LaneKey key;
    Place place;
    Instant horizon;
    OwnLane ownLane;
    Place guarded; ///< who stands before it is protected by the guard
    Turn turn = Turn::Rank;
};

std::size_t dueBefore(const Lane& lane, const Place& place)
{
    const auto due = lane.due();
    return static_cast<std::size_t>(std::ranges::lower_bound(due, place) - due.begin());
}

/// Those in the lane whose rank is before `place`, and whom guard and count put before everybody else.
std::size_t othersBefore(const Lane& lane, const Place& place, const Newcomer& who)
{
    const Place& end = std::max(place, who.guarded);
    const bool countsItself = who.ownLane && *who.ownLane == lane.key() && who.place < end;
    return lane.countBefore(end) + lane.due().size() - dueBefore(lane, end) - (countsItself ? 1 : 0);
}

/// Those whom guard and count put before everybody else.
std::size_t beforeAnybody(const Lane& lane, const Newcomer& who)
{
    return othersBefore(lane, who.guarded, who);
}

/// Of those whom the same test puts first the oldest goes first.
std::size_t beforeByAge(const Lane& lane, const Newcomer& who)
{
    if (who.turn == Turn::Guard)
        return lane.countBefore(who.place);
    if (who.turn == Turn::PutFirst)
        return lane.key().first ? othersBefore(lane, who.place, who) : beforeAnybody(lane, who);
    const std::size_t guarded = lane.countBefore(who.guarded);
    return guarded + dueBefore(lane, who.place) - dueBefore(lane, who.guarded);
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
    return lane.key().standing < who.key.standing ? othersIn(lane, who.ownLane) : beforeAnybody(lane, who);
}

constexpr double kForEver = 1e15; ///< ms, 30 000 years: longer than any wait

std::size_t beforeByGrowth(const Lane& lane, const Newcomer& who)
{
    const double own = who.key.rate * static_cast<double>((who.horizon - who.place.counted).count());
    const double since = lane.key().rate > 0 ? own / lane.key().rate : kForEver;
    if (since >= kForEver)
        return beforeAnybody(lane, who);
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
    if (who.turn != Turn::Rank)
        return beforeByAge(lane, who);
    if (lane.key().first)
        return othersIn(lane, who.ownLane);
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

/// Before which place the guard protects everybody.
Place guardedAt(const Rules& rules, Instant now)
{
    return rules.guard ? Place{now - *rules.guard + Millis{1}, {}} : Place{};
}

Turn turnOf(const State& state, const Place& place, const OwnLane& own, const Place& guarded)
{
    if (place < guarded)
        return Turn::Guard;
    if (!own)
        return Turn::Rank;
    const auto& lanes = state.line.lanes();
    const auto lane = std::ranges::find(lanes, *own, &Lane::key);
    if (lane != lanes.end() && std::ranges::binary_search(lane->due(), place))
        return Turn::Count;
    return own->first ? Turn::PutFirst : Turn::Rank;
}

std::uint32_t countAhead(const State& state, const Standing& standing, const Place& place, const OwnLane& own,
                         Instant now)
{
    const Rules& rules = *state.rules;
    const Place guarded = guardedAt(rules, now);
    const TierIx counts = standingOf(rules, standing.tier, standing.statutory);
    const LaneKey key{.service = standing.service,
                      .tier = standing.tier,
                      .headStart = headStartOf(rules, standing.tier, standing.statutory),
                      .standing = counts,
                      .first = own && own->first,
                      .rate = rules.tiers.at(counts.value).rate};
    const Newcomer who{rules,
                       key,
                       place,
                       now + rules.services.at(standing.service.value).typical,
                       own,
                       guarded,
                       turnOf(state, place, own, guarded)};
    std::size_t count = 0;
    forEachRival(state, standing, [&](const Lane& lane) { count += countBefore(lane, who); });
    return static_cast<std::uint32_t>(count);
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

} // namespace starqueue::queue
