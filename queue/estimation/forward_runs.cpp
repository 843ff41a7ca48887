#include <queue/estimation/forward_runs.h>

#include <queue/demand/load.h>
#include <queue/state/kinds.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr std::size_t kKinds = 1024;
constexpr std::size_t kGaps = 4096;
constexpr std::uint64_t kStream = 0x65737469; // differs from the streams of simulated days

bool areAlike(const Rules& rules, ServiceIx a, ServiceIx b)
{
    for (std::uint16_t counter = 0; counter < rules.counters.size(); ++counter) {
        for (std::uint16_t tier = 0; tier < rules.tiers.size(); ++tier) {
            if (closenessAt(rules, CounterIx{counter}, a, TierIx{tier}) !=
                closenessAt(rules, CounterIx{counter}, b, TierIx{tier}))
                return false;
        }
    }
    return true;
}

std::vector<std::uint16_t> alikeServices(const Rules& rules)
{
    std::vector<std::uint16_t> alike;
    for (std::uint16_t i = 0; i < rules.services.size(); ++i) {
        std::uint16_t first = 0;
        while (first < i && !areAlike(rules, ServiceIx{first}, ServiceIx{i}))
            ++first;
        alike.push_back(first);
    }
    return alike;
}

/// A table of `count` indices into `list`, each as often as its share says.
template <class List> std::vector<std::uint16_t> byShare(const List& list, std::size_t count)
{
    double sum = 0;
    for (const auto& each : list)
        sum += each.share;
    std::vector<std::uint16_t> places;
    double until = 0;
    for (std::uint16_t i = 0; i < list.size(); ++i) {
        until += list[i].share / sum * static_cast<double>(count);
        while (places.size() < count && (static_cast<double>(places.size()) + 0.5 < until))
            places.push_back(i);
    }
    places.resize(count, static_cast<std::uint16_t>(list.size() - 1));
    return places;
}

/// Quantiles at the midpoints of `count` equal parts.
std::vector<double> exponentialQuantiles(std::size_t count)
{
    std::vector<double> quantiles;
    for (std::size_t i = 0; i < count; ++i)
        quantiles.push_back(-std::log1p(-(static_cast<double>(i) + 0.5) / static_cast<double>(count)));
    return quantiles;
}

} // namespace

ForwardRuns::ForwardRuns(std::shared_ptr<const Rules> rules, Belief belief, std::size_t runs)
    : m_rules(std::move(rules)), m_belief(std::move(belief)), m_runs(runs),
      m_gaps(exponentialQuantiles(kGaps)), m_alike(alikeServices(*m_rules))
{
    const Demand& demand = m_belief.demand;
    for (const ServiceDemand& service : demand.services)
        m_times.emplace_back(service, demand.noShowShare, demand.noShowCost);
    const double overall = meanServiceMillis(demand.services);
    for (const TierDemand& tier : demand.tiers)
        m_tierPace.push_back(tier.mean ? static_cast<double>(tier.mean->count()) / overall : 1.0);
    const auto services = byShare(demand.services, kKinds);
    const auto tiers = byShare(demand.tiers, kKinds);
    RandomStream mixing(1, kStream); // pairs services and tiers at random, the same way each time
    std::vector<std::uint16_t> mixed = tiers;
    for (std::size_t i = mixed.size(); i > 1; --i)
        std::swap(mixed[i - 1], mixed[static_cast<std::size_t>(mixing.uniform() * static_cast<double>(i))]);
    for (std::size_t i = 0; i < kKinds; ++i)
        m_arrivalKinds.push_back({ServiceIx{services[i]}, TierIx{mixed[i]}});
    m_state.rules = m_rules;
}

void ForwardRuns::expect(const ArrivalForecast& arrivals, std::vector<double> pace, Openings openings)
{
    m_belief.arrivals = arrivals;
    m_belief.pace = std::move(pace);
    m_openings = std::move(openings);
}

void ForwardRuns::simulate(const HallSnapshot& hall, std::uint64_t seed, bool newcomers)
{
    begin(hall, seed);
    seekWaiting();
    m_firstNewcomer = m_soughtCount;
    if (newcomers)
        seekNewcomers();
    runAll();
}

void ForwardRuns::simulateUntilCalled(const HallSnapshot& hall, TicketId ticket, std::uint64_t seed)
{
    begin(hall, seed);
    person(ticket).sought = 0;
    seek(ticket, true);
    m_firstNewcomer = 1;
    runAll();
}

void ForwardRuns::begin(const HallSnapshot& hall, std::uint64_t seed)
{
    m_hall = &hall;
    m_from = hall.at;
    m_random = RandomStream(seed, kStream);
    m_soughtCount = 0;
    m_reachedCount = 0;
    m_newcomers.clear();
    findReached();
    gatherWaiting();
}

/// Rebuilds the line in the same order, with interchangeable services in one lane.
void ForwardRuns::gatherWaiting()
{
    m_startLine.arrange(m_rules);
    m_lastWaiting = m_hall->lastTicket.value;
    m_lastId = m_lastWaiting;
    m_firstId = m_lastId + 1;
    const std::vector<Lane>& lanes = m_hall->line.lanes();
    for (const Lane& lane : lanes)
        lane.fromOldest(
            [&](const Place& place) { return m_firstId = std::min(m_firstId, place.ticket.value), true; });
    m_people.assign(m_lastId + 1 - m_firstId, Person{});
    for (const Lane& lane : lanes) {
        const LaneKey& key = lane.key();
        const GroupIx statutory = groupWith(*m_rules, key.tier, key.headStart);
        lane.fromOldest([&](const Place& place) {
            person(place.ticket).service = key.service;
            return join(m_startLine, {key.service, key.tier, statutory, key.first}, place), true;
        });
    }
}

/// Reuses the memory of the last look.
void ForwardRuns::seek(TicketId ticket, bool isReached)
{
    if (m_soughtCount == m_sought.size())
        m_sought.emplace_back();
    m_sought[m_soughtCount].ticket = ticket;
    m_sought[m_soughtCount].waits.clear();
    m_reachedCount += isReached ? 1 : 0;
    ++m_soughtCount;
}

void ForwardRuns::seekWaiting()
{
    for (const Lane& lane : m_hall->line.lanes()) {
        lane.fromOldest([&](const Place& place) {
            person(place.ticket).sought = static_cast<std::int32_t>(m_soughtCount);
            return seek(place.ticket, isReached(lane.key().service, lane.key().tier)), true;
        });
    }
}

/// Newcomers stand in line like anybody, but occupy no counter when called.
void ForwardRuns::seekNewcomers()
{
    m_newcomers.assign(kindCount(*m_rules), -1);
    for (std::uint16_t service = 0; service < m_rules->services.size(); ++service) {
        if (m_alike[service] != service || m_rules->services[service].retired)
            continue;
        for (std::uint16_t tier = 0; tier < m_rules->tiers.size(); ++tier) {
            seekNewcomer({ServiceIx{service}, TierIx{tier}});
            for (const GroupIx group : groupsOf(*m_rules))
                seekNewcomer({ServiceIx{service}, TierIx{tier}, group});
        }
    }
}

/// Kinds with the same place in line share one simulated newcomer.
void ForwardRuns::seekNewcomer(Kind kind)
{
    std::int32_t& place = m_newcomers[placeOf(kind)];
    kind.statutory = groupWith(*m_rules, kind.tier, headStartOf(*m_rules, kind.tier, kind.statutory));
    if (const std::int32_t same = m_newcomers[placeOf(kind)]; same >= 0) {
        place = same;
        return;
    }
    place = static_cast<std::int32_t>(m_soughtCount);
    m_people.push_back({place, kind.service, true});
    seek(TicketId{++m_lastId}, isReached(kind.service, kind.tier));
    join(m_startLine, kind, {m_from, TicketId{m_lastId}});
}

std::size_t ForwardRuns::placeOf(const Kind& kind) const
{
    return kindPlace(*m_rules, kind.service, kind.tier, kind.statutory);
}

void ForwardRuns::join(Line& line, const Kind& kind, const Place& place)
{
    m_coming.service = ServiceIx{m_alike[kind.service.value]};
    m_coming.tier = kind.tier;
    m_coming.statutory = kind.statutory;
    m_coming.first = kind.first;
    m_coming.counted = place.counted;
    m_coming.id = place.ticket;
    line.join(m_coming);
}

/// Whoever comes is bound by the rules of now.
void ForwardRuns::seekPassesLeft()
{
    m_passesAtStart.clear();
    if (m_rules->mostPasses == 0)
        return;
    m_passesAtStart.assign(m_people.size(), m_rules->mostPasses);
    const std::size_t waiting = m_lastWaiting + 1 - m_firstId;
    std::fill_n(m_passesAtStart.begin(), std::min(waiting, m_passesAtStart.size()), kUnlimited);
    for (const PassesLeft& one : m_hall->passesLeft)
        m_passesAtStart[one.ticket.value - m_firstId] = one.left;
    std::uint32_t index = 0;
    for (const Lane& lane : m_startLine.lanes()) {
        lane.fromOldest([&](const Place& place) {
            if (m_passesAtStart[place.ticket.value - m_firstId] == 0)
                m_startLine.beginDue(index, place);
            return true;
        });
        ++index;
    }
}

void ForwardRuns::runAll()
{
    seekPassesLeft();
    for (std::size_t run = 0; run < m_runs; ++run) {
        m_way = m_openings.empty() ? nullptr : &m_openings[run % m_openings.size()];
        runOnce();
    }
    for (std::size_t i = 0; i < m_soughtCount; ++i)
        m_sought[i].range = rangeOf(m_sought[i].waits);
}

std::optional<WaitRange> ForwardRuns::waitOf(TicketId ticket) const
{
    if (ticket.value < m_firstId || ticket.value > m_lastWaiting)
        return {};
    const std::int32_t sought = m_people[ticket.value - m_firstId].sought;
    return sought < 0 ? std::nullopt : m_sought[static_cast<std::size_t>(sought)].range;
}

std::optional<WaitRange> ForwardRuns::waitOfNewcomer(ServiceIx service, TierIx tier, GroupIx statutory) const
{
    if (service.value >= m_alike.size() || tier.value >= m_rules->tiers.size())
        return {};
    const std::size_t kind = placeOf({ServiceIx{m_alike[service.value]}, tier, statutory});
    if (kind >= m_newcomers.size() || m_newcomers[kind] < 0)
        return {};
    return m_sought[static_cast<std::size_t>(m_newcomers[kind])].range;
}

std::vector<std::pair<TicketId, WaitRange>> ForwardRuns::all() const
{
    std::vector<std::pair<TicketId, WaitRange>> ranges;
    for (std::size_t i = 0; i < std::min(m_firstNewcomer, m_soughtCount); ++i) {
        if (const auto& range = m_sought[i].range)
            ranges.emplace_back(m_sought[i].ticket, *range);
    }
    std::ranges::sort(ranges, {}, [](const auto& entry) { return entry.first; });
    return ranges;
}

/// Runs without that call count as the longest waits. Leaves the waits in another order.
std::optional<WaitRange> ForwardRuns::rangeOf(std::vector<std::int32_t>& waits) const
{
    const auto rank = [this](double share) {
        return static_cast<std::size_t>(std::ceil(share * static_cast<double>(m_runs))) - 1;
    };
    if (waits.size() <= rank(0.9))
        return {};
    const auto find = [&](double share, auto end) {
        const auto place = waits.begin() + static_cast<std::ptrdiff_t>(rank(share));
        std::nth_element(waits.begin(), place, end);
        return place;
    };
    const auto longest = find(0.9, waits.end()); // the shorter ones are before it
    const auto middle = find(0.5, longest);
    const auto shortest = find(0.1, middle);
    return WaitRange{Millis{*shortest}, Millis{*middle}, Millis{*longest}};
}

} // namespace starqueue::queue
