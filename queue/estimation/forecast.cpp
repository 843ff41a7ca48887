#include <queue/estimation/forecast.h>

#include <queue/state/kinds.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

Seconds rounded(Millis span)
{
    return std::chrono::round<Seconds>(span);
}

/// By service and tier: whether a counter that may serve them is open.
std::vector<bool> openKinds(const HallSnapshot& hall)
{
    const Rules& rules = *hall.rules;
    std::vector<bool> kinds;
    for (std::uint16_t service = 0; service < rules.services.size(); ++service) {
        for (std::uint16_t tier = 0; tier < rules.tiers.size(); ++tier)
            kinds.push_back(std::ranges::any_of(hall.counters, [&](const CounterSnapshot& counter) {
                return closenessAt(rules, counter.counter, ServiceIx{service}, TierIx{tier}).has_value();
            }));
    }
    return kinds;
}

std::vector<std::pair<TicketId, std::optional<WaitRange>>> waitingOnes(const HallSnapshot& hall,
                                                                       const ForwardRuns& runs)
{
    std::vector<std::pair<TicketId, std::optional<WaitRange>>> waiting;
    for (const Lane& lane : hall.line.lanes()) {
        lane.fromOldest([&](const Place& place) {
            waiting.emplace_back(place.ticket, runs.waitOf(place.ticket));
            return true;
        });
    }
    std::ranges::sort(waiting, {}, [](const auto& one) { return one.first; });
    return waiting;
}

} // namespace

Forecast::Forecast(const HallSnapshot& hall, const ForwardRuns& runs, const Calibration& calibration,
                   std::uint64_t seed)
    : m_rules(hall.rules), m_at(hall.at), m_calibration(calibration), m_seed(seed),
      m_knowsOpenings(runs.knowsOpenings()), m_isOpen(openKinds(hall)), m_waiting(waitingOnes(hall, runs))
{
    for (std::uint16_t service = 0; service < m_rules->services.size(); ++service) {
        for (std::uint16_t tier = 0; tier < m_rules->tiers.size(); ++tier) {
            m_newcomers.push_back(runs.waitOfNewcomer(ServiceIx{service}, TierIx{tier}, kNoGroup));
            for (const GroupIx group : groupsOf(*m_rules))
                m_newcomers.push_back(runs.waitOfNewcomer(ServiceIx{service}, TierIx{tier}, group));
        }
    }
}

bool Forecast::holds(const std::shared_ptr<const Rules>& rules, Instant now) const
{
    return rules == m_rules && now - m_at <= kFresh;
}

bool Forecast::knows(const Ticket& ticket) const
{
    return std::ranges::binary_search(m_waiting, ticket.id, {}, [](const auto& one) { return one.first; });
}

std::optional<Foreseen> Forecast::of(const Ticket& ticket) const
{
    const auto found =
        std::ranges::lower_bound(m_waiting, ticket.id, {}, [](const auto& one) { return one.first; });
    if (found == m_waiting.end() || found->first != ticket.id)
        return {};
    return foreseen(found->second, ticket.service, standingOf(ticket).tier);
}

std::optional<Foreseen> Forecast::ofNewcomer(ServiceIx service, TierIx tier, GroupIx statutory) const
{
    const std::size_t place = kindPlace(*m_rules, service, tier, statutory);
    if (place >= m_newcomers.size())
        return {};
    return foreseen(m_newcomers[place], service, tier);
}

/// The correction is one of service times: a wait for an opening isn't corrected, and is never "at once".
std::optional<Foreseen> Forecast::foreseen(const std::optional<WaitRange>& range, ServiceIx service,
                                           TierIx tier) const
{
    const bool isOpen = m_isOpen[service.value * m_rules->tiers.size() + tier.value];
    Promise promise;
    if (!range) {
        promise.method = PromiseMethod::Unknown;
        return m_knowsOpenings ? std::optional(Foreseen{promise, !isOpen}) : std::nullopt;
    }
    const WaitRange corrected = isOpen ? m_calibration.corrected(*range) : *range;
    promise.p10 = rounded(corrected.p10);
    promise.p50 = rounded(corrected.p50);
    promise.p90 = isOpen ? rounded(corrected.p90) : std::max(Seconds{1}, rounded(corrected.p90));
    promise.method = PromiseMethod::Simulation;
    promise.seed = m_seed;
    return Foreseen{promise, !isOpen};
}

} // namespace starqueue::queue
