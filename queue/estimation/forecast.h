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

    /// Whether the ticket waited when it was made.
    [[nodiscard]] bool knows(const Ticket& ticket) const;
    /// From the instant of the forecast on. Empty: it doesn't know the ticket. Unknown: by what is known of
    /// openings too often nobody would call them; where nothing is, that is empty too.
    [[nodiscard]] std::optional<Foreseen> of(const Ticket& ticket) const;
    [[nodiscard]] std::optional<Foreseen> ofNewcomer(ServiceIx service, TierIx tier, GroupIx statutory) const;

private:
    [[nodiscard]] std::optional<Foreseen> foreseen(const std::optional<WaitRange>& range, ServiceIx service,
                                                   TierIx tier) const;

    std::shared_ptr<const Rules> m_rules;
    Instant m_at;
    Calibration m_calibration;
    std::uint64_t m_seed;
    bool m_knowsOpenings;
    std::vector<bool> m_isOpen; ///< by service, tier: a counter that may serve them is open
    std::vector<std::pair<TicketId, std::optional<WaitRange>>> m_waiting; ///< by id
    std::vector<std::optional<WaitRange>> m_newcomers; ///< by service, tier, no group and each group
};

} // namespace starqueue::queue
