#include <queue/possible.h>
#include <queue/support/hall_fixture.h>
#include <queue/support/histories.h>

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace starqueue::queue::test {
namespace {

constexpr std::uint64_t kHistoriesTried = 60;
constexpr std::size_t kSteps = 200;

bool accepts(const State& state, const Command& command, Instant now)
{
    Events events;
    const Decision decision = decide(state, command, now, events);
    return decision || decision.error().code == RefusalCode::NobodyWaits;
}

template <class Make> bool acceptsForAnyService(const State& state, Instant now, Make make)
{
    for (std::uint16_t i = 0; i < state.rules->services.size(); ++i) {
        if (accepts(state, make(ServiceIx{i}), now))
            return true;
    }
    return false;
}

template <class Make> bool acceptsForAnyTicket(const State& state, Instant now, Make make)
{
    return std::ranges::any_of(state.tickets,
                               [&](const Ticket& ticket) { return accepts(state, make(ticket.id), now); });
}

/// decide() takes a command that changes what the counter serves, or whom.
bool isAcceptedOnTheFloor(const State& state, CounterIx counter, Action action, Instant now)
{
    switch (action) {
    case Action::Profile:
        return accepts(state, SetCounterServices{counter, {}, {}}, now) &&
               (!state.rules->profiles.empty() ||
                std::ranges::count(state.floorServices, counter, &FloorServices::counter) > 0);
    case Action::Services:
        return accepts(state, SetCounterServices{counter, {}, {}}, now);
    case Action::WalkIn:
        return acceptsForAnyService(state, now, [&](ServiceIx service) {
            return TakeWalkIn{counter, {.service = service, .byStaff = true, .beyondLimits = true}, {}};
        });
    default:
        return false;
    }
}

/// decide() takes a command on the counter itself.
bool isAcceptedOfCounter(const State& state, CounterIx counter, Action action, Instant now)
{
    switch (action) {
    case Action::Handover:
        return accepts(state, Handover{counter, "18"}, now);
    case Action::Help:
        return accepts(state, AskHelp{counter}, now);
    case Action::Undo:
        return accepts(state, UndoStep{counter}, lastStepAt(state, counter).value_or(now));
    case Action::Open:
        return accepts(state, OpenCounter{counter, "18"}, now);
    case Action::Close:
        return accepts(state, CloseCounter{counter}, now);
    case Action::Pause:
        return accepts(state, PauseCounter{counter, "tea"}, now);
    case Action::Resume:
        return accepts(state, ResumeCounter{counter}, now);
    default:
        return isAcceptedOnTheFloor(state, counter, action, now);
    }
}

/// decide() takes the action's command with some words at the counter.
bool isAccepted(const State& state, CounterIx counter, Action action, Instant now)
{
    switch (action) {
    case Action::Next:
        return accepts(state, CallNext{counter}, now);
    case Action::Call:
        return acceptsForAnyTicket(state, now, [&](TicketId id) { return CallNumber{counter, id, "asked"}; });
    case Action::Recall:
        return accepts(state, Recall{counter}, now + state.rules->noShowEarliest);
    case Action::Start:
        return accepts(state, StartService{counter}, now);
    case Action::Finish:
        return accepts(state, FinishService{counter, {}}, now);
    case Action::NoShow:
        return accepts(state, MarkNoShow{counter}, now + state.rules->noShowEarliest);
    case Action::Park:
        return accepts(state, Park{counter, "form"}, now);
    case Action::Unpark:
        return acceptsForAnyTicket(state, now, [&](TicketId id) { return Unpark{counter, id}; });
    case Action::Transfer:
        return accepts(state, Transfer{counter, std::nullopt, kNoCounter, "", true, "lame"}, now) ||
               acceptsForAnyService(state, now, [&](ServiceIx service) {
                   return Transfer{counter, service};
               });
    case Action::Verify:
        return accepts(state, Verify{counter, true}, now);
    default:
        return isAcceptedOfCounter(state, counter, action, now);
    }
}

/// The same with the ticket.
bool isAccepted(const State& state, TicketId ticket, Action action, Instant now)
{
    switch (action) {
    case Action::Cancel:
        return accepts(state, CancelTicket{ticket}, now);
    case Action::Requeue:
        return accepts(state, RequeueTicket{ticket}, now);
    case Action::Move:
        return acceptsForAnyService(state, now, [&](ServiceIx service) {
            return MoveTicket{ticket, service};
        });
    case Action::Identify:
        return accepts(state, IdentifyTicket{ticket, 0, false, {}}, now);
    case Action::Statutory:
        return accepts(state, SetStatutory{ticket, kNoGroup}, now);
    case Action::Reprint:
        return accepts(state, ReprintTicket{ticket, "1"}, now);
    case Action::Postpone:
        return accepts(state, PostponeTicket{ticket}, now);
    default:
        return false;
    }
}

/// What the histories have really contained.
struct Seen
{
    std::array<std::array<std::size_t, 2>, kActions> actions{}; ///< how often not possible, and possible
    std::size_t closedDays = 0;
    std::size_t retiredServices = 0;
    std::size_t retiredCounters = 0;
    std::size_t pausedCounters = 0;
    std::size_t restrictedTiers = 0; ///< a counter may not take a ticket back because of its tier
    std::set<Discipline> disciplines;

    void note(const State& state)
    {
        closedDays += state.dayOpen ? 0 : 1;
        disciplines.insert(state.rules->discipline);
        retiredServices += std::ranges::any_of(state.rules->services, &ServiceRule::retired) ? 1 : 0;
        retiredCounters += std::ranges::any_of(state.rules->counters, &CounterRule::retired) ? 1 : 0;
        pausedCounters += static_cast<std::size_t>(
            std::ranges::count(state.counters, CounterState::Paused, &Counter::state));
    }
    void note(Action action, bool possible)
    {
        ++actions.at(static_cast<std::size_t>(action)).at(possible ? 1 : 0);
    }
};

template <class Subject>
void expectExactlyWhatIsAccepted(const State& state, Subject subject, Instant now, Seen& seen)
{
    const Actions actions = possible(state, subject);
    Actions::all().forEach([&](Action action) {
        const bool accepted = isAccepted(state, subject, action, now);
        EXPECT_EQ(actions.has(action), accepted) << word(action) << " " << subject.value;
        seen.note(action, accepted);
    });
}

void expectExactlyTheParkedOnesThatAreAccepted(const State& state, CounterIx counter, Instant now, Seen& seen)
{
    const std::vector<const Ticket*> parked = parkedFor(state, counter);
    for (const Ticket& ticket : state.tickets) {
        const bool accepted = accepts(state, Unpark{counter, ticket.id}, now);
        EXPECT_EQ(mayUnpark(state, counter, ticket.id), accepted) << ticket.id.value;
        EXPECT_TRUE(!accepted || std::ranges::find(parked, &ticket) != parked.end());
        if (ticket.state == TicketState::Parked && !accepted &&
            !state.rules->counters[counter.value].tiers.empty())
            ++seen.restrictedTiers;
    }
}

void checkEverybody(const State& state, Instant now, Seen& seen)
{
    seen.note(state);
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        expectExactlyWhatIsAccepted(state, CounterIx{i}, now, seen);
        expectExactlyTheParkedOnesThatAreAccepted(state, CounterIx{i}, now, seen);
    }
    for (const Ticket& ticket : state.tickets)
        expectExactlyWhatIsAccepted(state, ticket.id, now, seen);
}

/// A rule change from which on there is no service C any more.
void dropLastService(Rules& rules)
{
    rules.services.pop_back();
    const ServiceIx dropped{static_cast<std::uint16_t>(rules.services.size())};
    for (CounterRule& counter : rules.counters) {
        std::erase(counter.services, dropped);
        std::erase(counter.prefers, dropped);
        if (counter.services.empty())
            counter.services.push_back({0});
    }
}

History restricted(std::uint64_t seed)
{
    History history = historyOf(seed);
    if (history.rules.counters.size() > 1 && seed % 2 == 0)
        history.rules.counters.back().tiers = {6, 5};
    if (seed % 4 == 1)
        dropLastService(history.otherRules);
    return history;
}

TEST(Possible, IsExactlyWhatIsAcceptedWithSomeWords)
{
    Seen seen;
    for (std::uint64_t seed = 1; seed <= kHistoriesTried && !HasFailure(); ++seed) {
        const History history = restricted(seed);
        RandomDay day = beginningOf(history);
        for (std::size_t i = 0; i < kSteps && !HasFailure(); ++i) {
            day.make(history.attempts[i]);
            SCOPED_TRACE("seed " + std::to_string(seed) + ", step " + std::to_string(i));
            checkEverybody(day.state, day.now, seen);
        }
    }
    Actions::all().forEach([&](Action action) {
        for (const std::size_t times : seen.actions.at(static_cast<std::size_t>(action)))
            EXPECT_GT(times, 20U) << word(action);
    });
    for (const std::size_t times : {seen.closedDays, seen.retiredServices, seen.retiredCounters,
                                    seen.pausedCounters, seen.restrictedTiers})
        EXPECT_GT(times, 20U);
    EXPECT_EQ(seen.disciplines.size(), 5U);
}

TEST(Possible, IsNothingBeforeTheFirstDay)
{
    EXPECT_EQ(possible(State{}, CounterIx{0}), Actions{});
    EXPECT_EQ(possible(State{}, TicketId{1}), Actions{});
}

TEST(Possible, ACounterOfTheHighTiersTakesNobodyElsesParkedTicketBack)
{
    Rules rules = smallHall();
    rules.counters[kSecond.value].tiers = {6, 5};
    Hall hall(rules);
    hall.open(kFirst);
    hall.open(kSecond);
    const TicketId ticket = hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(Park{kFirst, "form"});
    hall.must(CloseCounter{kFirst});
    EXPECT_FALSE(possible(hall.state, kSecond).has(Action::Unpark));
    EXPECT_FALSE(mayUnpark(hall.state, kSecond, ticket));
    EXPECT_TRUE(parkedFor(hall.state, kSecond).empty());
}

TEST(Possible, ABusyCounterStillSeesWhomItMayTakeBackLater)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId parked = hall.issue(kAccount);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(Park{kFirst, "form"});
    hall.next(kFirst);
    EXPECT_EQ(parkedFor(hall.state, kFirst), std::vector{hall.state.find(parked)});
    EXPECT_FALSE(mayUnpark(hall.state, kFirst, parked));
}

TEST(Possible, TheListsOfParkedAndAbsentAreWhatAScanFinds)
{
    for (std::uint64_t seed = 1; seed <= kHistoriesTried; ++seed) {
        const History history = historyOf(seed);
        RandomDay day = beginningOf(history);
        for (const Attempt& attempt : history.attempts)
            day.make(attempt);
        forgetEnded(day.state);
        std::vector<TicketId> parked;
        std::vector<TicketId> absent;
        for (const Ticket& ticket : day.state.tickets) {
            if (ticket.state == TicketState::Parked)
                parked.push_back(ticket.id);
            if (ticket.state == TicketState::NoShow)
                absent.push_back(ticket.id);
        }
        EXPECT_EQ(day.state.index.parked, parked) << "seed " << seed;
        EXPECT_EQ(day.state.index.noShows, absent) << "seed " << seed;
    }
}

} // namespace
} // namespace starqueue::queue::test
