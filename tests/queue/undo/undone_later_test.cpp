#include <queue/order/oracle.h>
#include <queue/order/passes.h>
#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace starqueue::queue::test {
namespace {

/// A random day on which much happens within a few seconds, and any step may be taken back.
class HastyDay
{
public:
    HastyDay() : day(*anyRules()) { day.otherRules = *anyRules(); }

    void live(Attempt attempt)
    {
        attempt.seconds = attempt.seconds % 4;
        const State before = day.state;
        note(before, day.make(attempt));
        takeBack(attempt);
    }

    RandomDay day;
    PassCounts counts;
    std::size_t undone = 0;

private:
    void takeBack(const Attempt& attempt)
    {
        const State before = day.state;
        const std::size_t from = day.history.size();
        const auto& floor = before.steps.ofFloor;
        if (attempt.who % 3 == 0)
            day.carryOut(UndoStep{{static_cast<std::uint16_t>(attempt.what % before.counters.size())}});
        else if (attempt.who % 3 == 1 && !floor.empty()) {
            const Step& step = floor[attempt.what % floor.size()];
            day.carryOut(UndoFloorStep{step.ticket.id, step.at});
        }
        note(before, from);
    }
    void note(const State& before, std::size_t from)
    {
        for (std::size_t i = from; i < day.history.size(); ++i) {
            counts.note(before, day.history[i].second);
            undone += std::holds_alternative<StepUndone>(day.history[i].second) ? 1 : 0;
        }
    }
};

void checkEachStandsInOnePlace(const State& state)
{
    for (const Ticket& ticket : state.tickets) {
        const bool isAtCounter = ticket.state == TicketState::Called || ticket.state == TicketState::Serving;
        RC_ASSERT(std::ranges::count(state.counters, ticket.id, &Counter::ticket) == (isAtCounter ? 1 : 0));
        if (isAtCounter)
            RC_ASSERT(state.counters[ticket.counter.value].ticket == ticket.id);
    }
}

void checkServed(const State& state)
{
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        std::uint32_t served = 0;
        Millis servedFor{0};
        for (const Ticket& ticket : state.tickets) {
            if (ticket.state != TicketState::Finished || ticket.counter != CounterIx{i})
                continue;
            ++served;
            servedFor += ticket.ended - ticket.started;
        }
        RC_ASSERT(state.counters[i].served == served);
        RC_ASSERT(state.counters[i].servedFor == servedFor);
    }
}

void checkPasses(const State& state, const PassCounts& counts)
{
    for (const Ticket& ticket : state.tickets)
        if (ticket.state == TicketState::Waiting && mostPassesOf(state, ticket) > 0)
            RC_ASSERT(passesOf(state, ticket.id) == counts.times(ticket.id));
}

RC_GTEST_PROP(UndoneLater, LeavesEachInOnePlaceAndEveryPassCounted, ())
{
    HastyDay hasty;
    for (const Attempt& attempt : *anyAttempts()) {
        hasty.live(attempt);
        checkEachStandsInOnePlace(hasty.day.state);
        checkPasses(hasty.day.state, hasty.counts);
        if (hasty.day.state.issued.before.value == 0) // later days have tickets that others served
            checkServed(hasty.day.state);
    }
    RC_ASSERT(replayed(hasty.day, 0) == hasty.day.state);
    RC_CLASSIFY(hasty.undone > 2);
}

} // namespace
} // namespace starqueue::queue::test
