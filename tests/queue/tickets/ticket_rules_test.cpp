#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

using enum TicketState;

TEST(TicketRules, NumbersCountFromOneWithinServiceAndKeepTheirPrefixAfterATransfer)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId first = hall.issue(kAccount);
    hall.issue(kPlans);
    hall.issue(kAccount);
    EXPECT_EQ(hall.ticket(first).number, 1U);
    EXPECT_EQ(hall.state.lastNumbers, (std::vector<std::uint32_t>{2, 1, 0}));
    hall.must(MoveTicket{first, kPlans});
    EXPECT_EQ(hall.ticket(first).numberedIn, kAccount);
    EXPECT_EQ(ticketNumber(*hall.state.rules, kAccount, 12), "A012");
    EXPECT_EQ(ticketNumber(*hall.state.rules, kAccount, 1000), "A1000");
}

TEST(TicketRules, ATransferKeepsTheTimeOfArrivalAndBeginsALeg)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    const Instant issued = hall.now;
    hall.pass(Minutes{7});
    hall.next(kFirst);
    hall.must(Transfer{kFirst, kPlans});
    EXPECT_EQ(hall.ticket(id).counted, issued);
    EXPECT_EQ(hall.ticket(id).legBegan, hall.now);
    EXPECT_EQ(hall.ticket(id).service, kPlans);
    EXPECT_EQ(hall.state.counters[0].ticket, TicketId{});
}

TEST(TicketRules, ARequeueCountsFromItselfLessTheCreditButNeverBetter)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    const Instant issued = hall.now;
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.pass(Minutes{4});
    hall.must(RequeueTicket{id});
    EXPECT_EQ(hall.ticket(id).counted, issued) << "the credit must not reach behind the issue";
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.pass(Minutes{30});
    hall.must(RequeueTicket{id});
    EXPECT_EQ(hall.ticket(id).counted, hall.now - Minutes{10});
    EXPECT_EQ(hall.ticket(id).requeues, 2);
}

TEST(TicketRules, OnlySoManyRequeuesAreAllowed)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issue(kAccount);
    for (int i = 0; i < hall.state.rules->maxRequeues; ++i) {
        hall.next(kFirst);
        hall.must(MarkNoShow{kFirst});
        hall.must(RequeueTicket{id});
    }
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    EXPECT_EQ(hall.refusalOf(RequeueTicket{id}), RefusalCode::LimitReached);
}

TEST(TicketRules, TakingBackACallLeavesPlaceAndLegAsTheyWere)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId first = hall.issue(kAccount);
    hall.pass(Minutes{1});
    hall.issue(kAccount);
    const Ticket before = hall.ticket(first);
    EXPECT_EQ(hall.next(kFirst), first);
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.ticket(first).counted, before.counted);
    EXPECT_EQ(hall.ticket(first).legBegan, before.legBegan);
    EXPECT_EQ(hall.ticket(first).recalls, 0);
    EXPECT_EQ(hall.refusalOf(UndoStep{kFirst}), RefusalCode::NothingToUndo) << "once";
    EXPECT_EQ(hall.next(kFirst), first);
}

TEST(TicketRules, OnePersonHasOneWaitingTicket)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId id = hall.issueAs(1, kAccount);
    const Decision second = hall.tell(IssueTicket{.service = kPlans, .customerRef = {1}});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, RefusalCode::AlreadyWaiting);
    EXPECT_NE(second.error().detail.find("A001"), std::string::npos);
    hall.issueAs(2, kAccount);
    EXPECT_EQ(hall.serveNext(kFirst), id);
    hall.issueAs(1, kPlans);
    EXPECT_EQ(hall.refusalOf(IdentifyTicket{hall.issue(kPlans), 5, false, {1}}), RefusalCode::AlreadyWaiting);
}

TEST(TicketRules, ANoShowWhoTookANewTicketComesBackWithTheOldOneAsAnOrdinaryOne)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId old = hall.issueAs(1, kAccount);
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
    hall.issueAs(1, kAccount);
    EXPECT_EQ(hall.refusalOf(CallNumber{kFirst, old, "asked"}), RefusalCode::AlreadyWaiting);
    hall.must(RequeueTicket{old});
    EXPECT_EQ(hall.ticket(old).claim, Claim::Duplicate);
    EXPECT_EQ(hall.ticket(old).tier, kOrdinary);
}

TEST(TicketRules, WhoTookASecondTicketInServiceMayStillBeTransferred)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId first = hall.issueAs(1, kAccount);
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    const TicketId second = hall.issueAs(1, kAccount);
    hall.must(Transfer{kFirst, kPlans});
    hall.must(CancelTicket{first});
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kPlans, .customerRef = {1}}),
              RefusalCode::AlreadyWaiting);
    hall.must(CancelTicket{second});
    hall.issueAs(1, kPlans);
}

TEST(TicketRules, AMismatchTakesTheHeadStartAway)
{
    Hall hall;
    hall.open(kFirst);
    const TicketId ordinary = hall.issue(kAccount);
    hall.pass(Minutes{5});
    const TicketId claimed = hall.issue(kAccount, 5);
    EXPECT_EQ(hall.next(kFirst), claimed);
    hall.must(Verify{kFirst, false});
    EXPECT_EQ(hall.ticket(claimed).stars, 0);
    EXPECT_EQ(hall.refusalOf(UndoStep{kFirst}), RefusalCode::UndoConflict) << "verified since";
    hall.must(Transfer{kFirst, kPlans});
    EXPECT_EQ(hall.next(kFirst), ordinary);
}

TEST(TicketRules, AParkedTicketGoesBackToItsCounterOrToAnyOnceThatIsAway)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kSecond);
    hall.open(kStars);
    const TicketId id = hall.issue(kPlans);
    hall.next(kFirst);
    hall.must(Park{kFirst, "form"});
    EXPECT_EQ(hall.refusalOf(Unpark{kStars, id}), RefusalCode::NotEligible);
    hall.must(PauseCounter{kFirst, "lunch"});
    EXPECT_EQ(hall.refusalOf(Unpark{kSecond, id}), RefusalCode::NotEligible)
        << "it doesn't give that service";
    hall.must(Unpark{kStars, id});
    EXPECT_EQ(hall.stateOf(id), Called);
    EXPECT_EQ(hall.ticket(id).counter, kStars);
    EXPECT_EQ(hall.ticket(id).why->rule, WhyRule::Parked);
}

TEST(TicketRules, ACallByNumberNeedsAReasonAndIsToldAsOutOfTurn)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.pass(Minutes{3});
    const TicketId late = hall.issue(kRepair);
    EXPECT_EQ(hall.refusalOf(CallNumber{kFirst, late, ""}), RefusalCode::BadValue);
    hall.must(CallNumber{kFirst, late, "in pain"});
    EXPECT_EQ(hall.ticket(late).why->rule, WhyRule::OutOfTurn);
    EXPECT_EQ(hall.ticket(late).why->reason, "in pain");
    EXPECT_EQ(hall.ticket(late).why->passedCount, 1U);
    EXPECT_EQ(hall.count<FairnessViolated>(), 0U);
}

TEST(TicketRules, NobodyIssuesForAClosedServiceOrWithStarsThatDontExist)
{
    Hall hall;
    hall.must(CloseService{kPlans});
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kPlans}), RefusalCode::ServiceClosed);
    hall.must(OpenService{kPlans});
    hall.issue(kPlans);
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = kPlans, .stars = 8}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(IssueTicket{.service = ServiceIx{9}}), RefusalCode::UnknownService);
    EXPECT_EQ(hall.refusalOf(CancelTicket{TicketId{99}}), RefusalCode::UnknownTicket);
}

} // namespace
} // namespace starqueue::queue::test
