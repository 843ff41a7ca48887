#include <queue/state/line.h>

#include <queue/model/ticket.h>
#include <queue/state/kinds.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr std::uint32_t kNoLane = 0xFFFFFFFF;

bool before(const Lane* a, const Lane* b)
{
    const auto order = [](const LaneKey& k) { return std::tuple(k.service, k.tier, k.headStart); };
    return order(a->key()) < order(b->key());
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
            .rate = rules.tiers.at(standing.value).rate};
}

void Line::arrange(std::shared_ptr<const Rules> rules)
{
    m_rules = std::move(rules);
    m_lanes.clear();
    m_size = 0;
    m_views.assign(m_rules->counters.size(), {});
    m_slots.assign(kindCount(*m_rules), kNoLane);
}

std::uint32_t& Line::slotOf(const Ticket& ticket)
{
    return m_slots.at(kindPlace(*m_rules, ticket.service, ticket.tier, ticket.statutory));
}

void Line::join(const Ticket& ticket)
{
    std::uint32_t& slot = slotOf(ticket);
    if (slot == kNoLane)
        slot = addLane(ticket);
    m_lanes[slot].join({ticket.counted, ticket.id});
    ++m_size;
}

void Line::leave(const Ticket& ticket)
{
    const std::uint32_t slot = slotOf(ticket);
    if (slot == kNoLane)
        return;
    leave(slot, {ticket.counted, ticket.id});
}

void Line::leave(std::uint32_t lane, const Place& place)
{
    const std::size_t before = m_lanes[lane].size();
    m_lanes[lane].leave(place);
    m_size -= before - m_lanes[lane].size();
}

void Line::setDue(const Ticket& ticket, bool due)
{
    const std::uint32_t slot = slotOf(ticket);
    if (slot == kNoLane)
        return;
    if (due)
        m_lanes[slot].beginDue({ticket.counted, ticket.id});
    else
        m_lanes[slot].endDue({ticket.counted, ticket.id});
}

std::uint32_t Line::addLane(const Ticket& ticket)
{
    const LaneKey key = laneKeyOf(*m_rules, ticket);
    const auto same = std::ranges::find(m_lanes, key, &Lane::key);
    if (same != m_lanes.end())
        return static_cast<std::uint32_t>(same - m_lanes.begin());
    const auto lane = static_cast<std::uint32_t>(m_lanes.size());
    m_lanes.emplace_back(key);
    for (std::uint16_t counter = 0; counter < m_views.size(); ++counter) {
        if (const auto near = closenessAt(*m_rules, CounterIx{counter}, key.service, key.tier))
            m_views[counter].push_back({lane, *near});
    }
    return lane;
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
