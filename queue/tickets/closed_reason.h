#pragma once

#include <queue/schema/words.h>
#include <queue/state/state.h>

#include <cstdint>
#include <optional>

namespace starqueue::queue {

/// Why no number is given for a service.
enum class ClosedReason : std::uint8_t {
    DayClosed,
    ServiceClosed, ///< by somebody, or retired
    HallClosed,    ///< outside the hall's hours
    OutsideHours,  ///< outside the service's own
    SoldOut        ///< the day's limit is given
};

consteval auto spelling(ClosedReason)
{
    return spelled<ClosedReason>({{ClosedReason::DayClosed, "day_closed"},
                                  {ClosedReason::ServiceClosed, "service_closed"},
                                  {ClosedReason::HallClosed, "hall_closed"},
                                  {ClosedReason::OutsideHours, "outside_hours"},
                                  {ClosedReason::SoldOut, "sold_out"}});
}

/// Why kiosks give no number for the service now; empty: they do, but for what one kiosk or one customer may
/// take. Pure, any thread.
[[nodiscard]] std::optional<ClosedReason> whyClosed(const State& state, ServiceIx service, Instant now);

/// HallClosed, OutsideHours, or empty. Kiosks stop with the last ticket before closing, staff when the hall
/// closes.
[[nodiscard]] std::optional<ClosedReason> whyOutsideHours(const State& state, ServiceIx service, bool byStaff,
                                                          Instant now);

} // namespace starqueue::queue
