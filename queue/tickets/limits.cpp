#include <queue/tickets/limits.h>

#include <queue/steps/checks.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

Decision needPlace(const State& state, ServiceIx service)
{
    if (ticketsLeft(state, service) != 0U)
        return {};
    const ServiceRule& rule = state.rules->services[service.value];
    return refuse(RefusalCode::LimitReached, "sold_out",
                  "Service " + rule.id + " has given its " + std::to_string(rule.dailyTickets) +
                      " tickets of today: come another day, or choose another service.");
}

Decision needUnderKioskRate(const State& state, const std::string& kiosk, Instant now)
{
    const std::uint16_t most = state.rules->limits.perKioskMinute;
    const auto found = most == 0 ? state.issued.perKiosk.end() : state.issued.perKiosk.find(kiosk);
    if (found == state.issued.perKiosk.end())
        return {};
    const auto recent = [&](Instant at) { return at + Minutes{1} > now; };
    if (std::ranges::count_if(found->second, recent) < most)
        return {};
    return refuse(RefusalCode::LimitReached, "kiosk_busy",
                  "Kiosk " + kiosk + " has given " + std::to_string(most) +
                      " tickets within a minute, the most it may: try again shortly.");
}

} // namespace

std::optional<std::uint32_t> ticketsLeft(const State& state, ServiceIx service)
{
    const std::uint32_t most = state.rules->services[service.value].dailyTickets;
    if (most == 0)
        return std::nullopt;
    return most - std::min(most, state.issued.perService[service.value]);
}

Decision needIdentityBelowLimit(const State& state, const Bits128& customer)
{
    const std::uint16_t most = state.rules->limits.perIdentity;
    if (most == 0 || isNobody(customer))
        return {};
    const auto found = state.issued.perIdentity.find(customer);
    if (found == state.issued.perIdentity.end() || found->second < most)
        return {};
    return refuse(RefusalCode::LimitReached, "identity_limit",
                  "This customer has had " + std::to_string(found->second) +
                      " tickets today, the most that one may: ask the usher.");
}

Decision needRoom(const State& state, const IssueTicket& command, Instant now)
{
    if (!command.beyondLimits)
        if (const auto place = needPlace(state, command.service); !place)
            return place;
    return command.byStaff ? Decision{} : needUnderKioskRate(state, command.kiosk, now);
}

} // namespace starqueue::queue
