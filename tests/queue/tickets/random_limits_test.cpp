#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace starqueue::queue::test {
namespace {

/// Counts plainly, from the whole day's history and tickets.
void checkLimitsHold(const RandomDay& day)
{
    const Rules& rules = *day.state.rules;
    std::vector<std::uint32_t> ofService(rules.services.size());
    std::uint32_t byMachine = 0; // a number written by hand counts, but no limit holds it up
    std::map<Bits128, std::uint32_t> ofIdentity;
    for (const Ticket& ticket : day.state.tickets) {
        if (ticket.state == TicketState::Cancelled || ticket.id <= day.state.issued.before)
            continue;
        ++ofService[ticket.numberedIn.value];
        byMachine += ticket.numberedIn == ServiceIx{0} && !isByHand(ticket.number) ? 1 : 0;
        // A duplicate counts for nobody until a clerk has verified it, whatever the limit is.
        const bool counts = ticket.claim != Claim::Duplicate && ticket.claim != Claim::Proven;
        if (counts && ticket.customerRef != Bits128{})
            ++ofIdentity[ticket.customerRef];
    }
    RC_ASSERT(ofService == day.state.issued.perService);
    RC_ASSERT(rules.services[0].dailyTickets == 0 || byMachine <= rules.services[0].dailyTickets);
    for (const auto& [identity, count] : ofIdentity)
        RC_ASSERT(rules.limits.perIdentity == 0 || count <= rules.limits.perIdentity);
}

void checkKiosksTakeTheirTime(const RandomDay& day)
{
    const std::uint16_t most = day.state.rules->limits.perKioskMinute;
    std::vector<Instant> issues;
    for (const auto& [at, event] : day.history) {
        if (std::holds_alternative<DayOpened>(event))
            issues.clear();
        const auto* issued = std::get_if<TicketIssued>(&event);
        if (!issued || issued->byStaff || issued->kiosk.empty() || most == 0)
            continue;
        issues.push_back(at);
        // RC_ASSERT looks at both sides of an "or".
        const bool inTime = issues.size() <= most || issues[issues.size() - 1 - most] + Seconds{60} <= at;
        RC_ASSERT(inTime);
    }
}

RC_GTEST_PROP(RandomDays, NeverIssueMoreThanTheLimitsAllow, ())
{
    RandomDay day(*anyRules());
    for (const Attempt& attempt : *anyAttempts()) {
        day.make(attempt);
        checkLimitsHold(day);
    }
    checkKiosksTakeTheirTime(day);
}

} // namespace
} // namespace starqueue::queue::test
