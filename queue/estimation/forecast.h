#pragma once

#include <queue/estimation/forward_runs.h>
#include <queue/model/ticket.h>

#include <memory>
#include <optional>
#include <vector>

namespace starqueue::queue {

/// Everybody's wait as foreseen at one moment: of those who wait, and of whoever would come now. Immutable.
class Forecast
{
public:
    /// Older than this it is not to be told to anybody.
    static constexpr Millis kFresh = Seconds{10};

    /// What `runs` found when it looked at `hall` with newcomers, corrected by `calibration`.
    Forecast(const HallNow& hall, const ForwardRuns& runs, const Calibration& calibration,
             std::uint64_t seed);

    /// Made under these very rules, and not too old.
    [[nodiscard]] bool holds(const std::shared_ptr<const Rules>& rules, Instant now) const;

    /// From the moment of the forecast on; empty: it doesn't know that ticket, or nobody would call it.
    [[nodiscard]] std::optional<Promise> of(TicketId ticket) const;
    [[nodiscard]] std::optional<Promise> ofNewcomer(ServiceIx service, TierIx tier, bool statutory) const;

private:
    [[nodiscard]] Promise promise(const WaitRange& range) const;

    std::shared_ptr<const Rules> m_rules;
    Instant m_at;
    Calibration m_calibration;
    std::uint64_t m_seed;
    std::vector<std::pair<TicketId, WaitRange>> m_waiting; ///< by id
    std::vector<std::optional<WaitRange>> m_newcomers;     ///< by service, tier, statutory
};

} // namespace starqueue::queue
