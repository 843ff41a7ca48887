#include <queue/support/hall_fixture.h>

#include <chrono>

namespace starqueue::queue::test {
namespace {

using enum TicketState;

struct StepUndo : testing::Test
{
    Hall hall;
    TicketId serving; ///< at the first counter

    StepUndo()
    {
        hall.open(kFirst);
        hall.open(kSecond);
        serving = hall.issue(kAccount);
        hall.next(kFirst);
        hall.must(StartService{kFirst});
        hall.pass(Minutes{3});
    }
    const RatingSession& session() { return *hall.state.find(hall.state.lastSession); }
    /// What refuses the undo at the first counter.
    Refusal refusal()
    {
        const Decision decision = hall.tell(UndoStep{kFirst});
        return decision ? Refusal{} : decision.error();
    }
};

TEST_F(StepUndo, AFinishGoesOnAndItsInvitationIsWithdrawn)
{
    const Instant started = hall.ticket(serving).started;
    hall.must(FinishService{kFirst, {}, {}, {"case 7", ""}});
    const RatingSessionId invited = hall.state.lastSession;
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.stateOf(serving), Serving);
    EXPECT_EQ(hall.ticket(serving).started, started);
    EXPECT_EQ(hall.state.counters[kFirst.value].served, 0U);
    EXPECT_FALSE(hall.state.references.contains(serving));
    EXPECT_EQ(session().state, RatingState::Withdrawn);
    EXPECT_TRUE(hall.state.openSessions.empty());
    const RateTicket press{invited, serving, 5, {{"P1", 1, 1}, hall.now}};
    EXPECT_EQ(hall.refusalOf(press), RefusalCode::SessionClosed) << "pressed just before it was taken back";
    hall.pass(Minutes{1});
    hall.must(FinishService{kFirst, {}});
    EXPECT_EQ(session().state, RatingState::Invited) << "asked anew";
    EXPECT_NE(session().id, invited);
    EXPECT_EQ(hall.state.counters[kFirst.value].servedFor, Minutes{4});
}

TEST_F(StepUndo, IsPossibleOnceWhatCameAfterItWasTakenBack)
{
    hall.must(FinishService{kFirst, {}});
    const TicketId missing = hall.issue(kAccount);
    hall.next(kFirst);
    hall.pass(Minutes{2});
    hall.must(MarkNoShow{kFirst});
    hall.pass(Seconds{1});
    hall.must(RequeueTicket{missing});
    EXPECT_EQ(refusal().state, "ticket_requeued A002");
    hall.must(UndoFloorStep{missing, hall.now});
    hall.pass(Seconds{1});
    EXPECT_EQ(refusal().code, RefusalCode{});
    EXPECT_EQ(hall.stateOf(missing), Called);
}

TEST_F(StepUndo, IsPossibleForTenSeconds)
{
    hall.must(FinishService{kFirst, "hurry"});
    hall.pass(kStepUndoTime + Millis{1});
    EXPECT_EQ(refusal().code, RefusalCode::NothingToUndo);
    EXPECT_NE(refusal().detail.find("10 s"), std::string::npos);
}

TEST_F(StepUndo, IsRefusedAfterAPressAndNamesIt)
{
    hall.must(FinishService{kFirst, {}});
    hall.must(RateTicket{session().id, serving, 1, {{"P1", 1, 1}, hall.now}});
    EXPECT_EQ(refusal().code, RefusalCode::UndoConflict);
    EXPECT_EQ(refusal().state, "ticket_rated A001");
}

TEST_F(StepUndo, IsRefusedOnceAnotherCounterCalledWhoWasSentOn)
{
    hall.must(Transfer{kFirst, kPlans});
    hall.must(CallNumber{kSecond, serving, "asked"});
    EXPECT_EQ(refusal().code, RefusalCode::UndoConflict);
    EXPECT_EQ(refusal().state, "ticket_called A001");
}

TEST_F(StepUndo, IsRefusedOnceTheCounterWentOn)
{
    hall.must(FinishService{kFirst, "hurry"});
    hall.must(PauseCounter{kFirst, "tea"});
    EXPECT_EQ(refusal().state, "counter_paused");
    hall.must(ResumeCounter{kFirst});
    EXPECT_EQ(refusal().state, "counter_paused") << "the first of the later acts";
}

TEST_F(StepUndo, TakesOnlyTheLastStepBack)
{
    const TicketId next = hall.issue(kAccount);
    hall.must(FinishService{kFirst, "hurry"});
    hall.next(kFirst);
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.stateOf(next), Waiting);
    EXPECT_EQ(refusal().code, RefusalCode::NothingToUndo);
    EXPECT_EQ(hall.stateOf(serving), Finished);
}

TEST_F(StepUndo, AWalkInHasItsNumber)
{
    hall.must(FinishService{kFirst, "hurry"});
    hall.must(TakeWalkIn{kFirst, {.service = kAccount, .byStaff = true}, ""});
    EXPECT_EQ(refusal().code, RefusalCode::NothingToUndo);
}

TEST_F(StepUndo, WhatOthersDidMeanwhileStays)
{
    hall.must(Park{kFirst, "form"});
    const TicketId other = hall.issue(kAccount);
    EXPECT_EQ(hall.next(kSecond), other);
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.stateOf(serving), Serving);
    EXPECT_EQ(hall.stateOf(other), Called);
}

TEST_F(StepUndo, NeedsNoPaperThatWasAskedForSince)
{
    hall.must(Park{kFirst, "form"});
    hall.must(ReprintTicket{serving, "1"});
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.stateOf(serving), Serving);
    EXPECT_TRUE(hall.state.openJobs.empty());
}

TEST_F(StepUndo, OnTheFloorTakesBackWhoWasCancelledAtACounterUnlessThatWentOn)
{
    const TicketId called = hall.issue(kAccount);
    hall.next(kSecond);
    hall.must(CancelTicket{called});
    hall.must(UndoFloorStep{called, hall.now});
    EXPECT_EQ(hall.stateOf(called), Called);
    EXPECT_EQ(hall.state.counters[kSecond.value].ticket, called);
    hall.must(CancelTicket{called});
    const Instant cancelled = hall.now;
    hall.issue(kAccount);
    hall.next(kSecond);
    EXPECT_EQ(hall.refusalOf(UndoFloorStep{called, cancelled}), RefusalCode::UndoConflict);
}

TEST_F(StepUndo, OnTheFloorThatGivesACounterSomebodyBackKeepsItsOwnLastStep)
{
    const TicketId cancelled = hall.issue(kAccount);
    hall.next(kSecond);
    hall.must(CancelTicket{cancelled});
    const Instant at = hall.now;
    const TicketId parked = hall.issue(kAccount);
    hall.pass(Seconds{1});
    hall.next(kSecond);
    hall.must(StartService{kSecond});
    hall.must(Park{kSecond, "form"});
    hall.must(UndoFloorStep{cancelled, at});
    EXPECT_EQ(hall.refusalOf(UndoStep{kSecond}), RefusalCode::UndoConflict);
    EXPECT_EQ(hall.stateOf(parked), Parked);
    EXPECT_EQ(hall.state.ticketAt(kSecond)->id, cancelled);
}

TEST_F(StepUndo, OfTheSecondOfTwoInOneInstantLeavesTheFirst)
{
    const TicketId back = hall.issue(kAccount);
    hall.next(kSecond);
    hall.must(MarkNoShow{kSecond});
    hall.must(RequeueTicket{back});
    hall.next(kSecond);
    hall.must(MarkNoShow{kSecond});
    hall.must(UndoStep{kSecond});
    EXPECT_EQ(hall.refusalOf(UndoFloorStep{back, hall.now}), RefusalCode::UndoConflict) << "called since";
    EXPECT_EQ(hall.state.ticketAt(kSecond)->id, back);
}

TEST_F(StepUndo, IsRefusedOnceTheCounterServedSomebodyByHand)
{
    hall.must(FinishService{kFirst, "hurry"});
    hall.must(EnterByHand{.ticket = {.service = kAccount},
                          .number = kFirstByHand + 1,
                          .issued = hall.now - Minutes{2},
                          .served = ServedByHand{kFirst, "18", hall.now - Seconds{90}, hall.now - Seconds{60},
                                                 hall.now - Seconds{30}}});
    EXPECT_EQ(refusal().code, RefusalCode::UndoConflict);
    EXPECT_EQ(hall.state.counters[kFirst.value].served, 2U);
}

TEST_F(StepUndo, OfOthersActsForAllLeavesItPossible)
{
    hall.must(PostMessage{"m", {"你好", "hello"}});
    hall.must(FinishService{kFirst, "hurry"});
    hall.must(UndoHallAct{hall.now});
    hall.must(UndoStep{kFirst});
}

TEST_F(StepUndo, LeavesThePassesThatOthersMadeMeanwhile)
{
    Hall passing{*changed([](Rules& rules) { rules.mostPasses = 2; })};
    passing.open(kFirst);
    const TicketId waits = passing.issue(kAccount);
    passing.pass(Minutes{1});
    passing.issue(kAccount, 5);
    passing.must(MoveTicket{waits, kPlans});
    const Instant moved = passing.now;
    passing.pass(Seconds{1});
    passing.next(kFirst);
    ASSERT_EQ(passing.state.passes.at(waits), 1U);
    passing.must(UndoFloorStep{waits, moved});
    EXPECT_EQ(passing.state.passes.at(waits), 1U);
}

TEST_F(StepUndo, IsWrittenOnlyOnADayThatAnOlderProgramCannotMeet)
{
    hall.state.format = kSinceStepUndo - 1;
    hall.must(FinishService{kFirst, "hurry"});
    EXPECT_EQ(refusal().code, RefusalCode::AfterDayChange);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(UndoStep{kFirst}); // a call's is as old as calls
}

} // namespace
} // namespace starqueue::queue::test
