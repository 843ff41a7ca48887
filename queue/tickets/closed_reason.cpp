#include <queue/tickets/closed_reason.h>

#include <queue/rules/opening.h>
#include <queue/steps/checks.h>
#include <queue/tickets/limits.h>

namespace starqueue::queue {

std::optional<ClosedReason> whyOutsideHours(const State& state, ServiceIx service, bool byStaff, Instant now)
{
    if (!state.hours)
        return std::nullopt;
    const auto allows = [byStaff](const Opening& opening) { return byStaff ? opening.open : opening.issues; };
    if (allows(serviceOpening(state.hours, state.rules->services[service.value].id, now)))
        return std::nullopt;
    return allows(hallOpening(state.hours, now)) ? ClosedReason::OutsideHours : ClosedReason::HallClosed;
}

std::optional<ClosedReason> whyClosed(const State& state, ServiceIx service, Instant now)
{
    if (!state.dayOpen)
        return ClosedReason::DayClosed;
    if (!needOpenService(state, service))
        return ClosedReason::ServiceClosed;
    if (const auto hours = whyOutsideHours(state, service, false, now))
        return hours;
    return ticketsLeft(state, service) == 0U ? std::optional(ClosedReason::SoldOut) : std::nullopt;
}

} // namespace starqueue::queue
