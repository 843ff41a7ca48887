#include <queue/state/line.h>

#include <queue/model/ticket.h>
#include <queue/state/kinds.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr std::uint32_t kNoLane = 0xFFFFFFFF;

bool before(const Lane* a, const Lane* b)
{
    const auto order = [](const LaneKey& k) {
        return std::tuple(k.service, k.tier, k.headStart, k.boundTo, k.first);
    };
    return order(a->key()) < order(b->key());
}

/// It has a lane beside those of its kind.
bool isSet(const Ticket& ticket)
{
    return ticket.boundTo != kNoCounter || ticket.first;
}

std::vector<const Lane*> occupied(const std::vector<Lane>& lanes)
{
    std::vector<const Lane*> found;
    for (const Lane& lane : lanes) {
        if (!lane.empty())
            found.push_back(&lane);
    }
    std::ranges::sort(found, before);
    return found;
}

} // namespace

LaneKey laneKeyOf(const Rules& rules, const Ticket& ticket)
{
    const TierIx standing = standingOf(rules, ticket.tier, ticket.statutory);
    return {.service = ticket.service,
            .tier = ticket.tier,
            .headStart = headStartOf(rules, ticket.tier, ticket.statutory),
            .standing = standing,
            .boundTo = ticket.boundTo,
            .first = ticket.first,
            .rate = rules.tiers.at(standing.value).rate};
}

void Line::arrange(std::shared_ptr<const Rules> rules)
{
    m_rules = std::move(rules);
    m_lanes.clear();
    m_size = 0;
    m_boundLanes = 0;
    m_views.assign(m_rules->counters.size(), {});
    m_slots.assign(kindCount(*m_rules), kNoLane);
    m_open.assign(m_rules->counters.size(), false);
}

void Line::setOpen(CounterIx counter, bool open)
{
    if (m_open.at(counter.value) == open)
        return;
    m_open[counter.value] = open;
    if (m_boundLanes == 0)
        return;
    for (std::vector<LaneView>& views : m_views)
        views.clear();
    for (std::uint32_t lane = 0; lane < m_lanes.size(); ++lane)
        addViews(lane);
}

std::size_t Line::slotOf(const Ticket& ticket) const
{
    return kindPlace(*m_rules, ticket.service, ticket.tier, ticket.statutory);
}

/// kNoLane: nobody of its kind has waited yet.
std::uint32_t Line::laneOf(const Ticket& ticket) const
{
    if (!isSet(ticket))
        return m_slots.at(slotOf(ticket));
    const auto found = std::ranges::find(m_lanes, laneKeyOf(*m_rules, ticket), &Lane::key);
    return found == m_lanes.end() ? kNoLane : static_cast<std::uint32_t>(found - m_lanes.begin());
}

void Line::join(const Ticket& ticket)
{
    std::uint32_t lane = laneOf(ticket);
    if (lane == kNoLane)
        lane = addLane(ticket);
    m_lanes[lane].join({ticket.counted, ticket.id});
    ++m_size;
}

void Line::leave(const Ticket& ticket)
{
    const std::uint32_t lane = laneOf(ticket);
    if (lane == kNoLane)
        return;
    leave(lane, {ticket.counted, ticket.id});
}

void Line::leave(std::uint32_t lane, const Place& place)
{
    const std::size_t before = m_lanes[lane].size();
    m_lanes[lane].leave(place);
    m_size -= before - m_lanes[lane].size();
}

void Line::setDue(const Ticket& ticket, bool due)
{
    const std::uint32_t lane = laneOf(ticket);
    if (lane == kNoLane)
        return;
    if (due)
        m_lanes[lane].beginDue({ticket.counted, ticket.id});
    else
        m_lanes[lane].endDue({ticket.counted, ticket.id});
}

std::uint32_t Line::addLane(const Ticket& ticket)
{
    const std::uint32_t lane = placeOf(laneKeyOf(*m_rules, ticket));
    if (!isSet(ticket))
        m_slots.at(slotOf(ticket)) = lane;
    return lane;
}

std::uint32_t Line::placeOf(const LaneKey& key)
{
    const auto same = std::ranges::find(m_lanes, key, &Lane::key);
    if (same != m_lanes.end())
        return static_cast<std::uint32_t>(same - m_lanes.begin());
    const auto lane = static_cast<std::uint32_t>(m_lanes.size());
    m_lanes.emplace_back(key);
    m_boundLanes += key.boundTo == kNoCounter ? 0 : 1;
    addViews(lane);
    return lane;
}

bool Line::isBindingNow(const LaneKey& lane) const
{
    return lane.boundTo != kNoCounter && m_open[lane.boundTo.value] &&
           closenessAt(*m_rules, lane.boundTo, lane.service, lane.tier).has_value();
}

bool Line::isKeptFrom(CounterIx counter, const LaneKey& lane) const
{
    return lane.boundTo != counter && isBindingNow(lane);
}

void Line::addViews(std::uint32_t lane)
{
    const LaneKey& key = m_lanes[lane].key();
    for (std::uint16_t counter = 0; counter < m_views.size(); ++counter) {
        if (isKeptFrom({counter}, key))
            continue;
        if (const auto near = closenessAt(*m_rules, CounterIx{counter}, key.service, key.tier))
            m_views[counter].push_back({lane, *near});
    }
}

std::size_t Line::waitingFor(CounterIx counter) const
{
    std::size_t count = 0;
    for (const LaneView& view : servedBy(counter))
        count += m_lanes[view.lane].size();
    return count;
}

std::size_t Line::waitingFor(ServiceIx service) const
{
    std::size_t count = 0;
    for (const Lane& lane : m_lanes)
        count += lane.key().service == service ? lane.size() : 0;
    return count;
}

bool operator==(const Line& a, const Line& b)
{
    if (a.m_size != b.m_size)
        return false;
    return std::ranges::equal(occupied(a.m_lanes), occupied(b.m_lanes),
                              [](const Lane* x, const Lane* y) { return *x == *y; });
}

} // namespace starqueue::queue
