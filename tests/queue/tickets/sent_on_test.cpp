#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

/// At the first counter somebody is in service, and others wait.
class SentOn : public testing::Test
{
protected:
    void SetUp() override
    {
        hall.open(kFirst);
        hall.open(kSecond);
        served = hall.issue(kAccount);
        EXPECT_EQ(hall.next(kFirst), served);
        hall.must(StartService{kFirst});
        older = hall.issue(kAccount);
        hall.pass(Minutes{1});
    }

    Hall hall;
    TicketId served;
    TicketId older;
};

TEST_F(SentOn, ToACounterIsCalledThereAlone)
{
    hall.must(Transfer{kFirst, std::nullopt, kSecond});
    EXPECT_EQ(hall.next(kFirst), older);
    EXPECT_EQ(hall.refusalOf(CallNext{kFirst}), RefusalCode::CounterBusy);
    EXPECT_EQ(hall.next(kSecond), served) << "its own time counts";
    EXPECT_EQ(hall.ticket(served).boundTo, kNoCounter);
}

TEST_F(SentOn, ToACounterThatClosesIsCalledAnywhere)
{
    hall.must(Transfer{kFirst, std::nullopt, kSecond});
    EXPECT_EQ(hall.state.line.waitingFor(kFirst), 1U);
    hall.must(PauseCounter{kSecond, "tea"});
    EXPECT_EQ(hall.state.line.waitingFor(kFirst), 2U);
    hall.must(ResumeCounter{kSecond});
    EXPECT_EQ(hall.state.line.waitingFor(kFirst), 1U);
    hall.must(CloseCounter{kSecond});
    EXPECT_EQ(hall.next(kFirst), served);
}

TEST_F(SentOn, ToACounterThatServesThemNoMoreIsCalledAnywhere)
{
    hall.must(Transfer{kFirst, std::nullopt, kSecond});
    hall.must(SetCounterServices{kSecond, {kRepair}, {}});
    EXPECT_EQ(hall.next(kFirst), served) << "the older ticket, which nobody keeps from it any more";
    hall.must(UndoStep{kFirst});
    hall.must(SetCounterServices{kSecond, {}, {}});
    EXPECT_EQ(hall.next(kFirst), older);
}

TEST_F(SentOn, ToAClerkGoesToTheCounterThatTheyHold)
{
    EXPECT_EQ(hall.refusalOf(Transfer{kFirst, std::nullopt, kNoCounter, "99"}), RefusalCode::NotEligible);
    hall.must(Transfer{kFirst, std::nullopt, kNoCounter, "18"});
    EXPECT_EQ(hall.ticket(served).boundTo, kSecond);
}

TEST_F(SentOn, ToACounterThatCannotServeThemIsRefused)
{
    EXPECT_EQ(hall.refusalOf(Transfer{kFirst, kPlans, kSecond}), RefusalCode::NotEligible);
    EXPECT_EQ(hall.refusalOf(Transfer{kFirst, std::nullopt, kStars}), RefusalCode::CounterClosed);
    EXPECT_EQ(hall.refusalOf(Transfer{kFirst, std::nullopt, kFirst}), RefusalCode::NotEligible);
    EXPECT_EQ(hall.refusalOf(Transfer{kFirst, kAccount}), RefusalCode::TicketState)
        << "it is for that already";
}

TEST_F(SentOn, FirstIsCalledBeforeOthersOutOfTurnWithItsReason)
{
    const TicketId stars = hall.issue(kPlans, 5);
    EXPECT_EQ(hall.refusalOf(Transfer{kFirst, kPlans, kNoCounter, "", true}), RefusalCode::BadValue);
    hall.must(Transfer{kFirst, kPlans, kNoCounter, "", true, "a wrong form"});
    EXPECT_EQ(hall.next(kFirst), served);
    const auto why = hall.last<TicketCalled>().why;
    EXPECT_EQ(why->rule, WhyRule::OutOfTurn);
    EXPECT_EQ(why->clerk, "17");
    EXPECT_EQ(why->reason, "a wrong form");
    EXPECT_EQ(hall.count<FairnessViolated>(), 0U);
    hall.must(UndoStep{kFirst});
    EXPECT_TRUE(hall.ticket(served).first);
    EXPECT_EQ(hall.next(kFirst), served) << "first again";
    EXPECT_EQ(hall.stateOf(stars), TicketState::Waiting);
}

TEST_F(SentOn, FirstComesAfterTheGuards)
{
    hall.must(Transfer{kFirst, kPlans, kNoCounter, "", true, "a wrong form"});
    hall.must(MoveTicket{served, kAccount});
    EXPECT_FALSE(hall.ticket(served).first) << "somebody sent it elsewhere";
    EXPECT_EQ(hall.next(kFirst), served) << "the oldest, by rank";
}

TEST_F(SentOn, AWalkInIsServedAtOnceAndCountedAsOutOfTurn)
{
    hall.must(FinishService{kFirst, {}});
    hall.must(TakeWalkIn{kFirst, {.service = kPlans, .byStaff = true}, {}});
    const Ticket& ticket = hall.ticket(hall.state.lastTicket);
    EXPECT_EQ(ticket.state, TicketState::Serving);
    EXPECT_EQ(ticket.printJob, PrintJobId{});
    EXPECT_TRUE(hall.last<TicketCalled>().silent);
    EXPECT_EQ(ticket.why->rule, WhyRule::OutOfTurn);
    EXPECT_EQ(ticket.why->reason, "walk-in");
    EXPECT_EQ(ticket.why->passedCount, 1U) << "who has waited is told of";
    EXPECT_EQ(hall.count<RatingExpired>(), 1U) << "the session of the one before";
    EXPECT_EQ(hall.refusalOf(TakeWalkIn{kFirst, {.service = kPlans}, {}}), RefusalCode::CounterBusy);
    EXPECT_EQ(hall.refusalOf(TakeWalkIn{kSecond, {.service = kPlans}, {}}), RefusalCode::NotEligible);
}

TEST_F(SentOn, PostponedIsOutOfLineOnceAndComesBackWithItsPlace)
{
    const Instant counted = hall.ticket(older).counted;
    hall.must(PostponeTicket{older});
    EXPECT_EQ(hall.state.line.size(), 0U);
    EXPECT_EQ(hall.refusalOf(CallNumber{kSecond, older, "asked"}), RefusalCode::TicketState);
    hall.pass(Minutes{10});
    hall.must(Tick{});
    EXPECT_EQ(hall.stateOf(older), TicketState::Waiting);
    EXPECT_EQ(hall.ticket(older).counted, counted);
    EXPECT_EQ(hall.refusalOf(PostponeTicket{older}), RefusalCode::LimitReached);
    EXPECT_EQ(hall.next(kSecond), older);
    EXPECT_EQ(hall.ticket(older).called - hall.ticket(older).legBegan, Minutes{1})
        << "the wait without the pause";
}

TEST_F(SentOn, PostponedMayComeBackBeforeAndIsUnservedWithTheDay)
{
    hall.must(PostponeTicket{older});
    hall.must(RequeueTicket{older});
    EXPECT_EQ(hall.stateOf(older), TicketState::Waiting);
    EXPECT_EQ(hall.ticket(older).requeues, 0);
    const TicketId other = hall.issue(kAccount);
    hall.must(PostponeTicket{other});
    hall.must(CloseDay{});
    EXPECT_EQ(hall.stateOf(other), TicketState::Unserved);
    hall.must(UndoHallAct{hall.now});
    EXPECT_EQ(hall.stateOf(other), TicketState::Postponed);
}

TEST_F(SentOn, WhatCameOfItIsRecordedAndMayBeNeeded)
{
    hall.must(SetRules{changed([](Rules& rules) {
        rules.outcomes = {{"done", {"办结", "Done"}}};
        rules.outcomeRequired = true;
    })});
    EXPECT_EQ(hall.refusalOf(FinishService{kFirst, {}}), RefusalCode::OutcomeNeeded);
    EXPECT_EQ(hall.refusalOf(FinishService{kFirst, {}, "lost"}), RefusalCode::BadValue);
    hall.must(FinishService{kFirst, {}, "done"});
    EXPECT_EQ(hall.last<ServiceFinished>().outcome, "done");
}

TEST_F(SentOn, AReferenceMayBeNeededAndThatFromTheIssueIsEnough)
{
    hall.must(SetRules{changed([](Rules& rules) { rules.askReference = AskReference::Required; })});
    EXPECT_EQ(hall.refusalOf(FinishService{kFirst, {}}), RefusalCode::ReferenceNeeded);
    hall.must(FinishService{kFirst, {}, {}, {"2026-117", {}}});
    EXPECT_EQ(hall.next(kFirst), older);
    hall.must(StartService{kFirst});
    EXPECT_EQ(hall.refusalOf(FinishService{kFirst, {}}), RefusalCode::ReferenceNeeded);
    hall.must(FinishService{kFirst, {}, {}, {{}, "JY01"}});
    hall.must(TakeWalkIn{kFirst, {.service = kAccount, .reference = {"2026-118", {}}}, {}});
    hall.must(FinishService{kFirst, {}});
}

TEST_F(SentOn, NoReferenceIsNeededOnADayThatAnOlderProgramOpened)
{
    hall.must(SetRules{changed([](Rules& rules) { rules.askReference = AskReference::Required; })});
    hall.state.format = kSinceReferences - 1;
    hall.must(FinishService{kFirst, {}});
}

TEST_F(SentOn, UndoOfACallByNumberLeavesANoShowANoShow)
{
    hall.must(FinishService{kFirst, {}});
    EXPECT_EQ(hall.next(kFirst), older);
    hall.must(MarkNoShow{kFirst});
    const Ticket before = hall.ticket(older);
    hall.must(CallNumber{kFirst, older, "came after all"});
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.ticket(older), before);
}

TEST_F(SentOn, UndoOfAnUnparkParksItAgainAtItsCounter)
{
    hall.must(Park{kFirst, "form"});
    const Ticket before = hall.ticket(served);
    hall.must(Unpark{kFirst, served});
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.ticket(served), before);
    EXPECT_EQ(hall.ticket(served).parkedAt, kFirst);
}

} // namespace
} // namespace starqueue::queue::test
