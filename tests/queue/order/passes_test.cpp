#include <queue/order/ahead.h>
#include <queue/order/passes.h>
#include <queue/order/promise_by_rank.h>

#include <queue/order/why_sentence.h>
#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

Rules withMostPasses(std::uint16_t most)
{
    Rules rules = smallHall();
    rules.mostPasses = most;
    return rules;
}

/// A five-star customer comes, is called at once, and is served.
void passEverybodyOnce(Hall& hall)
{
    hall.pass(Seconds{1});
    const TicketId five = hall.issue(kAccount, 5);
    EXPECT_EQ(hall.serveNext(kFirst, Seconds{1}), five);
}

TEST(Passes, WhoWasPassedAsOftenAsAllowedGoesBeforeStarsAndIsToldSo)
{
    Hall hall(withMostPasses(2));
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    passEverybodyOnce(hall);
    passEverybodyOnce(hall);
    EXPECT_EQ(passesOf(hall.state, ordinary), 2U);
    hall.pass(Seconds{1});
    hall.issue(kAccount, 5);
    EXPECT_EQ(hall.next(kFirst), ordinary);
    const Why& why = *hall.ticket(ordinary).why;
    EXPECT_EQ(why.rule, WhyRule::Passed);
    EXPECT_EQ(why.timesPassed, 2U);
    EXPECT_EQ(why.mostPasses, 2U);
    EXPECT_NE(sentence(why, hall.state, Language::En).find("passed 2 of at most 2 times"), std::string::npos);
    EXPECT_NE(sentence(why, hall.state, Language::Zh).find("被先叫2次（最多2次）"), std::string::npos);
    EXPECT_EQ(hall.count<FairnessViolated>(), 0U);
}

TEST(Passes, WhoGoesNextByTheCountOrTheGuardIsToldThatNobodyIsAhead)
{
    Hall hall(withMostPasses(1));
    hall.open(kFirst);
    const TicketId passed = hall.issue(kAccount);
    passEverybodyOnce(hall);
    EXPECT_EQ(ahead(hall.state, hall.ticket(passed), hall.now), 0U);
    EXPECT_EQ(promiseOf(hall.state, standingOf(hall.ticket(passed)), 0, {}), Promise{})
        << "a counter is free";
    const TicketId five = hall.issue(kAccount, 5);
    EXPECT_EQ(ahead(hall.state, hall.ticket(passed), hall.now), 0U);
    EXPECT_EQ(ahead(hall.state, hall.ticket(five), hall.now), 1U);
    hall.pass(Minutes{25});
    const TicketId late = hall.issue(kAccount, 5);
    EXPECT_EQ(ahead(hall.state, hall.ticket(passed), hall.now), 0U);
    EXPECT_EQ(ahead(hall.state, hall.ticket(five), hall.now), 1U);
    EXPECT_EQ(ahead(hall.state, hall.ticket(late), hall.now), 2U);
}

TEST(Passes, TheGuardStaysBeforeTheCount)
{
    Hall hall(withMostPasses(1));
    hall.open(kFirst);
    const TicketId guarded = hall.issue(kRepair); // not served here
    const TicketId passed = hall.issue(kAccount);
    passEverybodyOnce(hall);
    EXPECT_EQ(passesOf(hall.state, guarded), 0U);
    hall.must(MoveTicket{guarded, kAccount});
    EXPECT_EQ(hall.next(kFirst), passed) << "before the older one, who was passed less often";
    hall.must(UndoStep{kFirst});
    hall.pass(Minutes{25});
    EXPECT_EQ(hall.next(kFirst), guarded);
}

TEST(Passes, AnUndoneCallTakesBackItsPassesAndNoOthers)
{
    Hall hall(withMostPasses(2));
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    passEverybodyOnce(hall);
    hall.pass(Seconds{1});
    const TicketId five = hall.issue(kAccount, 5);
    const State before = hall.state;
    EXPECT_EQ(hall.next(kFirst), five);
    EXPECT_TRUE(isDue(hall.state, hall.ticket(ordinary)));
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(passesOf(hall.state, ordinary), 1U);
    EXPECT_FALSE(isDue(hall.state, hall.ticket(ordinary)));
    EXPECT_EQ(hall.state.line, before.line);
    EXPECT_EQ(hall.state.passes, before.passes);
}

TEST(Passes, ACallByNumberPassesNobodyAndNobodyWhoIsParkedIsPassed)
{
    Hall hall(withMostPasses(3));
    hall.open(kFirst);
    const TicketId parked = hall.issue(kAccount);
    hall.must(CallNext{kFirst});
    hall.must(StartService{kFirst});
    hall.must(Park{kFirst, "form"});
    const TicketId ordinary = hall.issue(kAccount);
    passEverybodyOnce(hall);
    hall.pass(Seconds{1});
    const TicketId named = hall.issue(kAccount);
    hall.must(CallNumber{kFirst, named, "asked"});
    EXPECT_EQ(passesOf(hall.state, parked), 0U);
    EXPECT_EQ(passesOf(hall.state, ordinary), 1U);
}

TEST(Passes, TheCountIsKeptOverReQueueAndMoveAndTransfer)
{
    Hall hall(withMostPasses(5));
    hall.open(kFirst);
    const TicketId one = hall.issue(kAccount);
    passEverybodyOnce(hall);
    hall.must(MoveTicket{one, kPlans});
    passEverybodyOnce(hall);
    ASSERT_EQ(hall.next(kFirst), one);
    hall.must(MarkNoShow{kFirst});
    hall.must(RequeueTicket{one});
    EXPECT_EQ(passesOf(hall.state, one), 2U);
    ASSERT_EQ(hall.next(kFirst), one);
    hall.must(StartService{kFirst});
    hall.must(Transfer{kFirst, kAccount});
    EXPECT_EQ(passesOf(hall.state, one), 2U);
    passEverybodyOnce(hall);
    EXPECT_EQ(passesOf(hall.state, one), 3U);
}

TEST(Passes, ALowerLimitBindsWhoComesAfterIt)
{
    Hall hall(withMostPasses(3));
    hall.open(kFirst);
    const TicketId before = hall.issue(kAccount);
    hall.pass(Seconds{1});
    hall.must(SetRules{changed([](Rules& rules) { rules.mostPasses = 1; })});
    hall.pass(Seconds{1});
    const TicketId after = hall.issue(kPlans);
    EXPECT_EQ(mostPassesOf(hall.state, hall.ticket(before)), 3U);
    EXPECT_EQ(mostPassesOf(hall.state, hall.ticket(after)), 1U);
    passEverybodyOnce(hall);
    EXPECT_EQ(hall.next(kFirst), after);
}

TEST(Passes, WithoutALimitNobodyIsCounted)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    passEverybodyOnce(hall);
    EXPECT_EQ(passesOf(hall.state, ordinary), 0U);
    EXPECT_TRUE(hall.state.passes.empty());
}

TEST(Passes, TheCountBindsBeforeDedicationAlsoWhereNobodyElseIsHelped)
{
    Rules rules = withMostPasses(1);
    rules.counters[kStars.value].helpOthersAfter = std::nullopt;
    Hall hall(rules);
    hall.open(kFirst);
    hall.open(kStars);
    const TicketId ordinary = hall.issue(kAccount);
    EXPECT_EQ(hall.refusalOf(CallNext{kStars}), RefusalCode::NobodyWaits);
    passEverybodyOnce(hall);
    EXPECT_EQ(hall.next(kStars), ordinary);
}

} // namespace
} // namespace starqueue::queue::test
