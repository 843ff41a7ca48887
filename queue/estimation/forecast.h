#pragma once

#include <queue/estimation/forward_runs.h>
#include <queue/model/ticket.h>

#include <memory>
#include <optional>
#include <vector>

namespace starqueue::queue {

/// The forecast waits of everybody who waits, and of a customer who would come now. Immutable.
class Forecast
{
public:
    /// The age from which a forecast is stale and not shown any more.
    static constexpr Millis kFresh = Seconds{10};

    /// The result of `runs` for `hall`, looked at with newcomers, corrected by `calibration`.
    Forecast(const HallSnapshot& hall, const ForwardRuns& runs, const Calibration& calibration,
             std::uint64_t seed);

    /// Whether it was made under these rules and isn't stale.
    [[nodiscard]] bool holds(const std::shared_ptr<const Rules>& rules, Instant now) const;

    /// From the instant of the forecast on. Empty: the ticket is unknown, or nobody would call it.
    [[nodiscard]] std::optional<Promise> of(TicketId ticket) const;
    [[nodiscard]] std::optional<Promise> ofNewcomer(ServiceIx service, TierIx tier, GroupIx statutory) const;

private:
    [[nodiscard]] Promise promise(const WaitRange& range) const;

    std::shared_ptr<const Rules> m_rules;
    Instant m_at;
    Calibration m_calibration;
    std::uint64_t m_seed;
    std::vector<std::pair<TicketId, WaitRange>> m_waiting; ///< by id
    std::vector<std::optional<WaitRange>> m_newcomers;     ///< by service, tier, no group and each group
};

} // namespace starqueue::queue
