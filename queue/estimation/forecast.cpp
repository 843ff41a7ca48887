#include <queue/estimation/forecast.h>

#include <queue/state/kinds.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

Seconds rounded(Millis span)
{
    return std::chrono::round<Seconds>(span);
}

} // namespace

Forecast::Forecast(const HallSnapshot& hall, const ForwardRuns& runs, const Calibration& calibration,
                   std::uint64_t seed)
    : m_rules(hall.rules), m_at(hall.at), m_calibration(calibration), m_seed(seed), m_waiting(runs.all())
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

std::optional<Promise> Forecast::of(TicketId ticket) const
{
    const auto found =
        std::ranges::lower_bound(m_waiting, ticket, {}, &std::pair<TicketId, WaitRange>::first);
    if (found == m_waiting.end() || found->first != ticket)
        return {};
    return promise(found->second);
}

std::optional<Promise> Forecast::ofNewcomer(ServiceIx service, TierIx tier, GroupIx statutory) const
{
    const std::size_t place = kindPlace(*m_rules, service, tier, statutory);
    if (place >= m_newcomers.size() || !m_newcomers[place])
        return {};
    return promise(*m_newcomers[place]);
}

Promise Forecast::promise(const WaitRange& range) const
{
    const WaitRange corrected = m_calibration.corrected(range);
    Promise promise;
    promise.p10 = rounded(corrected.p10);
    promise.p50 = rounded(corrected.p50);
    promise.p90 = rounded(corrected.p90);
    promise.method = PromiseMethod::Simulation;
    promise.seed = m_seed;
    return promise;
}

} // namespace starqueue::queue
