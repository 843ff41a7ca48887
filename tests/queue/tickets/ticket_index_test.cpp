#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <rapidcheck/gtest.h>

#include <ranges>

// RapidCheck prints its seed; RC_PARAMS="seed=…" repeats a run.

namespace starqueue::queue::test {
namespace {

/// Every ticket of the day looked at, the newest first.
template <class Fits> std::vector<const Ticket*> scan(const State& state, Fits fits)
{
    std::vector<const Ticket*> found;
    for (const Ticket& ticket : std::views::reverse(state.tickets)) {
        if (fits(ticket))
            found.push_back(&ticket);
    }
    return found;
}

void checkSecret(const State& state, const Bits128& secret)
{
    const auto found = scan(state, [&](const Ticket& ticket) { return ticket.secret == secret; });
    const bool any = secret != Bits128{} && !found.empty();
    RC_ASSERT(ticketWithSecret(state, secret) == (any ? found.front() : nullptr));
}

/// Its own, one that differs in the last bit, one that differs in the first.
void checkSecretsLike(const State& state, Bits128 secret)
{
    checkSecret(state, secret);
    secret.back() ^= 1U;
    checkSecret(state, secret);
    secret.front() ^= 128U;
    checkSecret(state, secret);
}

void checkNumber(const State& state, const Ticket& ticket)
{
    const std::string number = state.numberOf(ticket);
    RC_ASSERT(ticketsNumbered(state, number) ==
              scan(state, [&](const Ticket& other) { return state.numberOf(other) == number; }));
    const auto today = scan(state, [&](const Ticket& other) {
        return other.id > state.issued.before && other.numberedIn == ticket.numberedIn &&
               other.number == ticket.number;
    });
    RC_ASSERT(ticketNumberedToday(state, ticket.numberedIn, ticket.number) ==
              (today.empty() ? nullptr : today.front()));
}

void checkParkedAndCalls(const State& state)
{
    std::vector<TicketId> parked;
    std::vector<RecentCall> calls;
    for (const Ticket& ticket : state.tickets) {
        if (ticket.state == TicketState::Parked)
            parked.push_back(ticket.id);
        if (wasCalled(ticket))
            calls.push_back({ticket.called, ticket.id});
    }
    std::ranges::sort(calls);
    RC_ASSERT(state.index.parked == parked);
    RC_ASSERT(state.index.calls == calls);
}

void checkAgainstScan(const State& state)
{
    checkParkedAndCalls(state);
    for (const Ticket& ticket : state.tickets) {
        checkSecretsLike(state, ticket.secret);
        checkNumber(state, ticket);
    }
}

RC_GTEST_PROP(TicketIndex, FindsWhatALookAtEveryTicketFinds, ())
{
    RandomDay day(*anyRules());
    day.otherRules = *anyRules();
    for (const Attempt& attempt : *anyAttempts())
        day.make(attempt);
    checkAgainstScan(day.state);
    forgetEnded(day.state);
    checkAgainstScan(day.state);
}

RC_GTEST_PROP(TicketIndex, KnowsWhoIsParkedAndWhoWasCalledAfterEveryStep, ())
{
    RandomDay day(*anyRules());
    for (const Attempt& attempt : *anyAttempts()) {
        day.make(attempt);
        checkParkedAndCalls(day.state);
    }
}

TEST(TicketIndex, FindsNumbersWhoseTicketsLieFarApart)
{
    NumberIndex index;
    const std::vector<std::pair<std::uint32_t, std::uint64_t>> given{
        {1, 10}, {2, 11}, {kFirstByHand, 12}, {3, 70'000}, {4, 200'000}, {101, 200'001}, {102, 200'002}};
    for (const auto& [number, ticket] : given)
        index.add(kRepair, number, {ticket});
    for (const auto& [number, ticket] : given)
        EXPECT_EQ(index.find(kRepair, number), TicketId{ticket}) << number;
    for (const std::uint32_t number : {0U, 5U, 100U, 103U, kFirstByHand + 1})
        EXPECT_EQ(index.find(kRepair, number), TicketId{}) << number;
    EXPECT_EQ(index.find(kAccount, 1), TicketId{});
}

TEST(TicketIndex, KnowsNoNumberThatIsWrittenDifferently)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId first = hall.issue(kAccount);
    EXPECT_EQ(ticketsNumbered(hall.state, "A001"), std::vector{hall.state.find(first)});
    for (const char* text : {"A1", "A0001", "a001", "001", "A001 ", "A+01", "A", "", "B001", "A002"})
        EXPECT_TRUE(ticketsNumbered(hall.state, text).empty()) << text;
}

TEST(TicketIndex, FindsNothingBeforeTheFirstDay)
{
    EXPECT_TRUE(ticketsNumbered(State{}, "A001").empty());
    EXPECT_EQ(ticketWithSecret(State{}, Bits128{1}), nullptr);
}

} // namespace
} // namespace starqueue::queue::test
