#include <queue/order/oracle.h>
#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

// RapidCheck prints its seed; RC_PARAMS="seed=…" repeats a run.

namespace starqueue::queue::test {
namespace {

using enum TicketState;

void checkLineHoldsExactlyWhoWaits(const State& state)
{
    std::map<TicketId, int> places;
    std::size_t size = 0;
    for (const Lane& lane : state.line.lanes()) {
        std::optional<Place> before;
        lane.fromOldest([&](const Place& place) {
            RC_ASSERT(!before || *before < place);
            before = place;
            ++places[place.ticket];
            ++size;
            return true;
        });
    }
    RC_ASSERT(size == state.line.size());
    for (const Ticket& ticket : state.tickets)
        RC_ASSERT(places[ticket.id] == (ticket.state == Waiting ? 1 : 0));
    RC_ASSERT(places.size() == state.tickets.size());
}

void checkCountersAndTicketsAgree(const State& state)
{
    std::map<TicketId, int> at;
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        if (const Ticket* ticket = state.ticketAt(CounterIx{i})) {
            RC_ASSERT(ticket->counter == CounterIx{i});
            ++at[ticket->id];
        }
    }
    for (const Ticket& ticket : state.tickets)
        RC_ASSERT(at[ticket.id] == (ticket.state == Called || ticket.state == Serving ? 1 : 0));
}

void checkCustomersAreKnown(const State& state)
{
    std::set<std::pair<Bits128, TicketId>> held;
    std::set<Bits128> holders; // of their stars: one ticket a customer
    for (const Ticket& ticket : state.tickets) {
        const bool holds = ticket.state == Waiting || ticket.state == Called || ticket.state == Parked ||
                           ticket.state == Postponed;
        if (!holds || ticket.customerRef == Bits128{})
            continue;
        held.emplace(ticket.customerRef, ticket.id);
        if (ticket.claim != Claim::Duplicate)
            RC_ASSERT(holders.insert(ticket.customerRef).second);
    }
    RC_ASSERT(held == state.customers);
}

void checkOpenListsAgree(const State& state)
{
    std::size_t jobs = 0;
    for (const PrintJob& job : state.printJobs)
        jobs += job.state != PrintJobState::Ended ? 1 : 0;
    RC_ASSERT(jobs == state.openJobs.size());
    std::size_t sessions = 0;
    for (const RatingSession& session : state.sessions)
        sessions += isOpen(session.state) ? 1 : 0;
    RC_ASSERT(sessions == state.openSessions.size());
}

RC_GTEST_PROP(RandomDays, KeepEveryTicketInExactlyOnePlace, ())
{
    RandomDay day(*anyRules());
    day.otherRules = *anyRules();
    for (const Attempt& attempt : *anyAttempts()) {
        day.make(attempt);
        checkLineHoldsExactlyWhoWaits(day.state);
        checkCountersAndTicketsAgree(day.state);
        checkCustomersAreKnown(day.state);
        checkOpenListsAgree(day.state);
    }
}

/// What one ticket's events say on their own, without any State.
struct Life
{
    bool called = false;
    bool over = false;
};

/// Whom the event takes from a counter or out of the hall, and whether for good; 0: nobody.
std::pair<TicketId, bool> turnBy(const Event& event)
{
    return std::visit(
        [](const auto& e) -> std::pair<TicketId, bool> {
            using E = std::decay_t<decltype(e)>;
            if constexpr (std::is_same_v<E, TicketRequeued> || std::is_same_v<E, TicketReturned> ||
                          std::is_same_v<E, TicketParked> || std::is_same_v<E, TicketTransferred> ||
                          std::is_same_v<E, TicketNoShow>)
                return {e.ticket, false};
            else if constexpr (std::is_same_v<E, ServiceFinished> || std::is_same_v<E, TicketServedByHand> ||
                               std::is_same_v<E, TicketCancelled> || std::is_same_v<E, TicketUnserved>)
                return {e.ticket, true};
            else
                return {};
        },
        event);
}

/// A life at each of a ticket's turns, the present one last.
using Lives = std::map<TicketId, std::vector<Life>>;

void follow(Lives& lives, const Event& event)
{
    if (const auto* issued = std::get_if<TicketIssued>(&event))
        RC_ASSERT(lives.emplace(issued->ticket.id, std::vector{Life{}}).second);
    if (const auto* called = std::get_if<TicketCalled>(&event)) {
        const Life life = lives.at(called->ticket).back();
        RC_ASSERT(!life.called);
        RC_ASSERT(!life.over);
        lives.at(called->ticket).push_back({true, false});
    }
    if (const auto* undone = std::get_if<StepUndone>(&event); undone && undone->step != StepKind::Start &&
                                                              undone->step != StepKind::Recall &&
                                                              undone->step != StepKind::Postpone)
        lives.at(undone->ticket).pop_back();
    if (const auto turn = turnBy(event); turn.first.value != 0)
        lives.at(turn.first).push_back({false, turn.second});
}

RC_GTEST_PROP(RandomDays, LoseNobodyAndCallNobodyTwice, ())
{
    RandomDay day(*anyRules());
    Lives lives;
    for (const Attempt& attempt : *anyAttempts()) {
        for (std::size_t i = day.make(attempt); i < day.history.size(); ++i)
            follow(lives, day.history[i].second);
        for (const Ticket& ticket : day.state.tickets) {
            const bool over =
                ticket.state == Finished || ticket.state == Cancelled || ticket.state == Unserved;
            RC_ASSERT(lives.at(ticket.id).back().over == over);
        }
    }
    RC_ASSERT(lives.size() == day.state.lastTicket.value);
}

RC_GTEST_PROP(RandomDays, GiveEveryNumberOnceADay, ())
{
    RandomDay day(*anyRules());
    for (const Attempt& attempt : *anyAttempts())
        day.make(attempt);
    std::set<std::tuple<ServiceIx, std::uint32_t>> numbers;
    for (const auto& [at, event] : day.history) {
        if (std::holds_alternative<DayOpened>(event))
            numbers.clear();
        if (const auto* issued = std::get_if<TicketIssued>(&event))
            RC_ASSERT(numbers.emplace(issued->ticket.numberedIn, issued->ticket.number).second);
    }
}

RC_GTEST_PROP(RandomDays, ReplayToTheSameStateFromTheStartAndFromTheLastDayOpened, ())
{
    RandomDay day(*anyRules());
    day.otherRules = *anyRules();
    for (const Attempt& attempt : *anyAttempts())
        day.make(attempt);
    RC_ASSERT(replayed(day, 0) == day.state);
    std::size_t last = 0;
    for (std::size_t i = 0; i < day.history.size(); ++i) {
        if (std::holds_alternative<DayOpened>(day.history[i].second))
            last = i;
    }
    RC_ASSERT(replayed(day, last) == day.state);
}

RC_GTEST_PROP(RandomDays, DecideTheSameFromTheSameStateAndLeaveNothingOfARefusal, ())
{
    RandomDay day(*anyRules());
    for (const Attempt& attempt : *anyAttempts()) {
        const Command command = day.commandFor(attempt);
        Events once;
        Events twice;
        const Decision first = decide(day.state, command, day.now, once);
        const Decision second = decide(day.state, command, day.now, twice);
        RC_ASSERT(first.has_value() == second.has_value());
        RC_ASSERT(once.size() == twice.size());
        RC_ASSERT(first.has_value() || (once.empty() && first.error() == second.error()));
        day.make(attempt);
    }
}

void checkCallIsFair(const State& before, const TicketCalled& called, const PassCounts& counts)
{
    const Ticket& ticket = *before.find(called.ticket);
    const std::vector<Ticket> passed = passedBy(before, called.counter, ticket);
    RC_ASSERT(called.why->passedCount == passed.size());
    RC_ASSERT(called.why->elsewhereCount == passedElsewhereBy(before, called.counter, ticket).size());
    const bool byCount = counts.isDue(before, ticket);
    const auto most = allowedPasses(before, ticket);
    RC_ASSERT(called.why->mostPasses == most.value_or(0));
    RC_ASSERT(called.why->timesPassed == (most ? counts.times(ticket.id) : 0));
    for (const Ticket& older : passed) {
        const auto bound =
            byCount ? before.rules->guard : allowedOvertaking(*before.rules, called.counter, older, ticket);
        RC_ASSERT(!counts.isDue(before, older));
        const Millis by = ticket.counted - older.counted;
        RC_ASSERT(by <= called.why->passedLongest);
        const bool equalRanks = bound && by == *bound && ticket.id < older.id;
        RC_ASSERT(!bound || by < *bound || equalRanks);
    }
}

RC_GTEST_PROP(RandomDays, CallWhomAPlainComparisonOfEverybodyWouldAndNeverBreakTheBound, ())
{
    RandomDay day(*anyRules());
    day.otherRules = *anyRules();
    PassCounts counts;
    for (const Attempt& attempt : *anyAttempts()) {
        const State before = day.state;
        const std::size_t from = day.make(attempt);
        for (std::size_t i = from; i < day.history.size(); ++i) {
            RC_ASSERT(!std::holds_alternative<FairnessViolated>(day.history[i].second));
            const auto* called = std::get_if<TicketCalled>(&day.history[i].second);
            if (called && called->why->rule != WhyRule::OutOfTurn && called->why->rule != WhyRule::Parked) {
                RC_ASSERT(whoIsNext(before, called->counter, day.now, counts) == called->ticket);
                checkCallIsFair(before, *called, counts);
            }
            counts.note(before, day.history[i].second);
        }
    }
}

RC_GTEST_PROP(RandomDays, ShowInAdvanceExactlyWhomTheyCall, ())
{
    RandomDay day(*anyRules());
    PassCounts counts;
    for (const Attempt& attempt : *anyAttempts()) {
        const State before = day.state;
        for (std::size_t i = day.make(attempt); i < day.history.size(); ++i)
            counts.note(before, day.history[i].second);
        for (std::uint16_t i = 0; i < day.state.counters.size(); ++i) {
            const auto shown = preview(day.state, CounterIx{i}, day.now);
            RC_ASSERT(whoIsNext(day.state, CounterIx{i}, day.now, counts) ==
                      (shown ? std::optional(shown->first) : std::nullopt));
        }
    }
}

/// Two waiting tickets swap at most once, and then towards the order of τ.
RC_GTEST_PROP(RandomDays, SwapTwoWhoWaitAtMostOnceTowardsTheOrderOfArrival, ())
{
    RandomDay day(*guardedRules());
    std::vector<TicketId> orderBefore;
    std::set<std::pair<TicketId, TicketId>> swapped;
    for (std::uint8_t i = 0; i < 12; ++i) {
        const auto stars = *rc::gen::inRange<std::uint8_t>(0, 8);
        day.make({0, i, stars, *rc::gen::inRange<std::uint16_t>(0, 400)});
    }
    for (int minute = 0; minute < 60; ++minute) {
        std::vector<TicketId> order;
        State copy = day.state;
        while (const auto next = preview(copy, CounterIx{0}, day.now)) {
            order.push_back(next->first);
            apply(copy, TicketCancelled{next->first}, day.now);
        }
        const auto placeIn = [](const std::vector<TicketId>& list, TicketId id) {
            return std::ranges::find(list, id) - list.begin();
        };
        for (std::size_t a = 0; a < orderBefore.size(); ++a) {
            for (std::size_t b = a + 1; b < orderBefore.size(); ++b) {
                const TicketId first = orderBefore[a];
                const TicketId second = orderBefore[b];
                const bool now = placeIn(order, first) > placeIn(order, second);
                if (!now || placeIn(order, first) == std::ssize(order))
                    continue;
                RC_ASSERT(day.state.find(second)->counted <= day.state.find(first)->counted);
                RC_ASSERT(swapped.emplace(std::min(first, second), std::max(first, second)).second);
            }
        }
        orderBefore = order;
        day.now += Minutes{1};
    }
}

} // namespace
} // namespace starqueue::queue::test
