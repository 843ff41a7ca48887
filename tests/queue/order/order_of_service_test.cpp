#include <queue/order/oracle.h>
#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

Rules withDiscipline(Discipline discipline)
{
    Rules rules = smallHall();
    rules.discipline = discipline;
    return rules;
}

TEST(OrderOfService, AFiveStarTicketCountsAsTakenFifteenMinutesEarlier)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{14});
    const TicketId fiveStars = hall.issue(kAccount, 5);
    EXPECT_EQ(hall.next(kFirst), fiveStars);
    EXPECT_EQ(hall.ticket(fiveStars).why->headStart, Minutes{15});
    EXPECT_EQ(hall.ticket(fiveStars).why->passedCount, 1U);
    EXPECT_EQ(hall.ticket(fiveStars).why->passed.front(),
              (Passed{ordinary, Minutes{14}, Minutes{14}, 14 * 60.0}));
    EXPECT_EQ(hall.ticket(fiveStars).why->bound, Minutes{15});
}

TEST(OrderOfService, EqualRanksGoByTheLowerNumber)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{15});
    hall.issue(kAccount, 5);
    EXPECT_EQ(hall.next(kFirst), ordinary);
    EXPECT_EQ(hall.ticket(ordinary).why->rule, WhyRule::Rank);
}

TEST(OrderOfService, AMillisecondBeforeTheGuardRankDecidesAndAtTheGuardAge)
{
    for (const Millis early : {Millis{1}, Millis{0}}) {
        Hall hall;
        hall.open(kStars);
        const TicketId ordinary = hall.issue(kAccount);
        hall.pass(Minutes{25} - early);
        const TicketId fiveStars = hall.issue(kAccount, 5);
        EXPECT_EQ(hall.next(kStars), early > Millis{0} ? fiveStars : ordinary);
        EXPECT_EQ(hall.state.tickets[early > Millis{0} ? 1 : 0].why->rule,
                  early > Millis{0} ? WhyRule::Dedication : WhyRule::Guard);
    }
}

TEST(OrderOfService, TheGuardCountsFromTheTimeOfArrivalNotFromTheLeg)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kStars);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{20});
    hall.next(kFirst);
    hall.must(Transfer{kFirst, kPlans});
    hall.pass(Minutes{5});
    hall.issue(kPlans, 7);
    EXPECT_EQ(hall.next(kStars), ordinary);
}

TEST(OrderOfService, ADedicatedCounterHelpsAtOnceWhenNoneOfItsOwnWaits)
{
    Hall hall;
    hall.open(kStars);
    const TicketId ordinary = hall.issue(kAccount);
    EXPECT_EQ(hall.next(kStars), ordinary);
    EXPECT_TRUE(hall.ticket(ordinary).why->help);
}

TEST(OrderOfService, HelpWaitsAsLongAsItIsToldTo)
{
    Rules rules = smallHall();
    rules.counters[2].helpOthersAfter = Minutes{3};
    Hall hall(rules);
    hall.open(kStars);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{3} - Millis{1});
    EXPECT_EQ(hall.next(kStars), TicketId{});
    hall.pass(Millis{1});
    EXPECT_EQ(hall.next(kStars), ordinary);
}

TEST(OrderOfService, AReservedCounterHelpsNobodyBeforeTheGuard)
{
    Rules rules = smallHall();
    rules.counters[2].helpOthersAfter = std::nullopt;
    Hall hall(rules);
    hall.open(kStars);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{24});
    EXPECT_EQ(hall.next(kStars), TicketId{});
    hall.pass(Minutes{1});
    EXPECT_EQ(hall.next(kStars), ordinary);
}

TEST(OrderOfService, AKeyContactCountsAsOfTheTierThatTakesThem)
{
    Hall hall;
    hall.open(kStars);
    hall.issue(kAccount);
    hall.must(IssueTicket{.service = kAccount, .keyContact = true});
    EXPECT_EQ(hall.next(kStars), TicketId{2});
}

TEST(OrderOfService, APreferredServiceComesBeforeAnOlderOther)
{
    Hall hall;
    hall.open(kSecond);
    hall.issue(kAccount, 7);
    hall.pass(Minutes{5});
    const TicketId repair = hall.issue(kRepair);
    EXPECT_EQ(hall.next(kSecond), repair);
    EXPECT_EQ(hall.ticket(repair).why->rule, WhyRule::Preference);
    EXPECT_EQ(hall.ticket(repair).why->bound, Minutes{25});
}

TEST(OrderOfService, StatutoryAndStarsDontAdd)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId elderly = hall.issue(kAccount, 0, kElderly);
    const TicketId elderlyFive = hall.issue(kAccount, 5, kElderly);
    EXPECT_EQ(laneKeyOf(*hall.state.rules, hall.ticket(elderly)).headStart, Minutes{20});
    EXPECT_EQ(laneKeyOf(*hall.state.rules, hall.ticket(elderlyFive)).headStart, Minutes{20});
    EXPECT_EQ(hall.next(kFirst), elderly);
}

TEST(OrderOfService, AStatutoryTicketAtTheFrontDoesntHideAnOlderOneFromTheGuard)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId older = hall.issue(kAccount);
    hall.pass(Minutes{1});
    hall.issue(kAccount, 0, kDisabled);
    hall.pass(Minutes{24});
    EXPECT_EQ(hall.next(kFirst), older);
}

TEST(OrderOfService, FifoKnowsNoStars)
{
    Hall hall(withDiscipline(Discipline::Fifo));
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{1});
    hall.issue(kAccount, 7, kElderly);
    EXPECT_EQ(hall.next(kFirst), ordinary);
}

TEST(OrderOfService, StrictTakesTheHighestTierUntilTheGuard)
{
    Hall hall(withDiscipline(Discipline::Strict));
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{24});
    const TicketId four = hall.issue(kAccount, 4);
    hall.issue(kAccount, 4);
    EXPECT_EQ(hall.serveNext(kFirst, Minutes{1}), four);
    EXPECT_EQ(hall.serveNext(kFirst), ordinary);
}

TEST(OrderOfService, StrictGivesAStatutoryPriorityTheStandingOfTheTierThatReachesIt)
{
    Hall hall(withDiscipline(Discipline::Strict));
    EXPECT_EQ(standingOf(*hall.state.rules, TierIx{3}, kElderly), TierIx{0});
    Rules rules = smallHall();
    rules.groups[kElderly.value].headStart = Minutes{12};
    EXPECT_EQ(standingOf(rules, TierIx{3}, kElderly), TierIx{1});
    EXPECT_EQ(standingOf(rules, TierIx{0}, kElderly), TierIx{0});
}

TEST(OrderOfService, AccumulatingComparesRateTimesWait)
{
    Hall hall(withDiscipline(Discipline::Accumulating)); // ordinary 1 a minute, five stars 6
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{10});
    const TicketId five = hall.issue(kAccount, 5);
    hall.pass(Minutes{2} - Millis{1});
    EXPECT_EQ(preview(hall.state, kFirst, hall.now)->first, ordinary);
    hall.pass(Millis{2});
    EXPECT_EQ(preview(hall.state, kFirst, hall.now)->first, five);
}

TEST(OrderOfService, WeightedSharesTheCallsAsAgreed)
{
    Rules rules = withDiscipline(Discipline::Weighted); // five stars 3, ordinary 1
    rules.guard = std::nullopt;
    Hall hall(rules);
    hall.open(kFirst);
    for (int i = 0; i < 40; ++i) {
        hall.issue(kAccount, 0);
        hall.issue(kAccount, 5);
    }
    int fives = 0;
    for (int i = 0; i < 40; ++i)
        fives += hall.ticket(hall.serveNext(kFirst, Seconds{1})).stars == 5 ? 1 : 0;
    EXPECT_EQ(fives, 30);
}

TEST(OrderOfService, WithoutGuardFirstTheBoundIsBrokenAndTheOracleSeesIt)
{
    Hall hall;
    hall.open(kStars);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{40});
    const TicketId five = hall.issue(kAccount, 5);
    EXPECT_EQ(whoIsNext(hall.state, kStars, hall.now, PassCounts{}, GuardFirst::No), five);
    EXPECT_EQ(whoIsNext(hall.state, kStars, hall.now, PassCounts{}, GuardFirst::Yes), ordinary);
    const auto bound = allowedOvertaking(*hall.state.rules, kStars, hall.ticket(ordinary), hall.ticket(five));
    EXPECT_GE(hall.ticket(five).counted - hall.ticket(ordinary).counted, *bound);
    EXPECT_EQ(hall.next(kStars), ordinary);
}

TEST(OrderOfService, ACounterForSomeTiersCallsNobodyElse)
{
    Rules rules = smallHall();
    rules.counters[0].tiers = {6, 5};
    Hall hall(rules);
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{30}); // the guard opens no door that is closed to them
    EXPECT_EQ(hall.refusalOf(CallNext{kFirst}), RefusalCode::NobodyWaits);
    const TicketId five = hall.issue(kAccount, 5);
    EXPECT_EQ(hall.next(kFirst), five);
    const Why& why = *hall.ticket(five).why;
    EXPECT_EQ(why.passedCount, 0U);
    EXPECT_EQ(why.elsewhereCount, 1U) << "passed elsewhere";
    EXPECT_EQ(why.elsewhereLongest, Minutes{30});
    EXPECT_EQ(hall.stateOf(ordinary), TicketState::Waiting);
}

TEST(OrderOfService, RanksStandWithEachCallAsTheDisciplineComparesThem)
{
    const auto ranks = [](Discipline discipline) {
        Rules rules = smallHall();
        rules.discipline = discipline;
        Hall hall(rules);
        hall.open(kFirst);
        hall.issue(kAccount);
        hall.pass(Minutes{6});
        const TicketId five = hall.issue(kAccount, 5);
        hall.pass(Minutes{4});
        const bool fifo = discipline == Discipline::Fifo;
        EXPECT_EQ(hall.next(kFirst) == five, !fifo);
        const Why& why = *hall.state.ticketAt(kFirst)->why;
        return std::pair(why.rank, fifo ? 0.0 : why.passed.front().rank);
    };
    EXPECT_EQ(ranks(Discipline::HeadStart), std::pair(19 * 60.0, 10 * 60.0));
    EXPECT_EQ(ranks(Discipline::Fifo), std::pair(10 * 60.0, 0.0));
    EXPECT_EQ(ranks(Discipline::Strict), std::pair(5.0, 0.0));
    EXPECT_EQ(ranks(Discipline::Weighted), std::pair(3.0, 1.0));
    EXPECT_EQ(ranks(Discipline::Accumulating), std::pair(6 * 4.0, 10.0));
}

TEST(OrderOfService, TheFivePassedByMostAreNamedAndAllAreCounted)
{
    Hall hall;
    hall.open(kFirst);
    for (int i = 0; i < 8; ++i) {
        hall.issue(i % 2 == 0 ? kAccount : kPlans);
        hall.pass(Minutes{1});
    }
    const TicketId five = hall.issue(kAccount, 5);
    EXPECT_EQ(hall.next(kFirst), five);
    const Why& why = *hall.ticket(five).why;
    EXPECT_EQ(why.passedCount, 8U);
    ASSERT_EQ(why.passed.size(), 5U);
    EXPECT_EQ(why.passedLongest, Minutes{8});
    EXPECT_EQ(why.passed[4].by, Minutes{4});
}

} // namespace
} // namespace starqueue::queue::test
