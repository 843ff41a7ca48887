#include <queue/decide.h>
#include <queue/possible.h>
#include <queue/tickets/closed_reason.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <queue/support/random_day.h>

namespace starqueue::queue::test {
namespace {

OpenTimes anyTimes(Instant around)
{
    const auto at = [around](int minutes) { return around + Minutes{minutes}; };
    OpenTimes times;
    int minute = *rc::gen::inRange(-90, 30);
    for (int i = 0; i < *rc::gen::inRange(0, 3); ++i) {
        const int lastTicket = minute + *rc::gen::inRange(1, 60);
        const int to = lastTicket + *rc::gen::inRange(0, 30);
        times.push_back({at(minute), at(lastTicket), at(to)});
        minute = to + *rc::gen::inRange(1, 40);
    }
    return times;
}

DayHoursPtr anyHours(const Rules& rules, Instant now)
{
    if (*rc::gen::arbitrary<bool>())
        return nullptr;
    DayHours hours{now - Minutes{600}, std::nullopt, {}};
    if (*rc::gen::arbitrary<bool>())
        hours.hall = anyTimes(now);
    for (const ServiceRule& service : rules.services)
        if (*rc::gen::arbitrary<bool>())
            hours.services.push_back({service.id, anyTimes(now)});
    return std::make_shared<const DayHours>(std::move(hours));
}

bool isIssued(const State& state, ServiceIx service, Instant now)
{
    Events events;
    return decide(state, IssueTicket{.service = service, .kiosk = "never used"}, now, events).has_value();
}

RC_GTEST_PROP(WhyClosed, IsEmptyIfAndOnlyIfAKioskIsGivenANumber, ())
{
    RandomDay day(*anyRules());
    for (const Attempt& attempt : *anyAttempts()) {
        day.make(attempt);
        State state = day.state;
        state.hours = anyHours(*state.rules, day.now);
        for (std::uint16_t i = 0; i < state.rules->services.size(); ++i) {
            const bool open = !whyClosed(state, {i}, day.now);
            RC_ASSERT(open == isIssued(state, {i}, day.now));
        }
    }
}

RC_GTEST_PROP(TakesTransfers, IsTrueIfAndOnlyIfSomebodyOfAnotherServiceCanBeMovedThere, ())
{
    RandomDay day(*anyRules());
    for (const Attempt& attempt : *anyAttempts()) {
        day.make(attempt);
        for (const Ticket& ticket : day.state.tickets) {
            if (ticket.state != TicketState::Waiting)
                continue;
            for (std::uint16_t i = 0; i < day.state.rules->services.size(); ++i) {
                Events events;
                const auto moved = decide(day.state, MoveTicket{ticket.id, {i}}, day.now, events);
                const bool other = ticket.service != ServiceIx{i};
                RC_ASSERT(moved.has_value() == (other && takesTransfers(day.state, {i})));
            }
        }
    }
}

} // namespace
} // namespace starqueue::queue::test
