#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

/// Clerk 17 at the first counter has sent a customer to clerk 18, who holds the second; clerk 19 is about.
class SentToClerk : public testing::Test
{
protected:
    SentToClerk()
    {
        hall.open(kFirst);
        hall.open(kSecond);
        sent = hall.issue(kAccount);
        EXPECT_EQ(hall.next(kFirst), sent);
        hall.must(StartService{kFirst});
        inService = hall.state;
        hall.must(Transfer{kFirst, std::nullopt, kNoCounter, "18"});
    }
    void goTo(CounterIx counter, const std::string& clerk) { hall.must(OpenCounter{counter, clerk}); }
    [[nodiscard]] bool mayCall(CounterIx counter) const { return hall.state.line.waitingFor(counter) == 1; }

    Hall hall;
    TicketId sent;
    State inService;
};

TEST_F(SentToClerk, IsCalledByThatClerkAtAnotherCounter)
{
    hall.must(CloseCounter{kSecond});
    goTo(kStars, "18");
    goTo(kSecond, "20");
    EXPECT_EQ(hall.ticket(sent).boundTo, kStars);
    EXPECT_EQ(hall.next(kSecond), TicketId{});
    EXPECT_EQ(hall.next(kFirst), TicketId{});
    EXPECT_EQ(hall.next(kStars), sent);
    EXPECT_EQ(hall.ticket(sent).boundTo, kNoCounter);
    EXPECT_TRUE(hall.state.boundClerks.empty()) << "the call ends it";
}

TEST_F(SentToClerk, IsCalledByAnybodyWhileTheClerkHoldsNoCounter)
{
    hall.must(CloseCounter{kSecond});
    EXPECT_EQ(hall.ticket(sent).boundTo, kNoCounter);
    goTo(kSecond, "20");
    EXPECT_TRUE(mayCall(kFirst)) << "clerk 20 has the counter and not the ticket";
    EXPECT_TRUE(mayCall(kSecond));
    goTo(kStars, "18");
    EXPECT_FALSE(mayCall(kFirst));
    hall.must(PauseCounter{kStars, "tea"});
    EXPECT_TRUE(mayCall(kFirst));
    EXPECT_EQ(hall.next(kSecond), sent);
}

TEST_F(SentToClerk, GoesWithTheClerkWhenCountersAreHandedOver)
{
    hall.must(Handover{kSecond, "20"});
    EXPECT_EQ(hall.ticket(sent).boundTo, kNoCounter);
    EXPECT_TRUE(mayCall(kFirst));
    hall.must(Handover{kFirst, "18"});
    EXPECT_EQ(hall.ticket(sent).boundTo, kFirst) << "whoever has sent it there";
    EXPECT_FALSE(mayCall(kSecond));
}

TEST_F(SentToClerk, ToACounterStaysWithTheCounter)
{
    hall.must(UndoStep{kFirst});
    hall.must(Transfer{kFirst, std::nullopt, kSecond});
    hall.must(CloseCounter{kSecond});
    goTo(kStars, "18");
    goTo(kSecond, "20");
    EXPECT_EQ(hall.ticket(sent).boundTo, kSecond);
    EXPECT_EQ(hall.next(kStars), TicketId{});
    EXPECT_EQ(hall.next(kSecond), sent);
}

TEST_F(SentToClerk, IsNobodysOnceItIsMovedOrSentElsewhere)
{
    hall.must(MoveTicket{sent, kPlans});
    EXPECT_TRUE(hall.state.boundClerks.empty());
    hall.must(CloseCounter{kSecond});
    goTo(kStars, "18");
    EXPECT_EQ(hall.ticket(sent).boundTo, kNoCounter);
    EXPECT_EQ(hall.next(kFirst), sent);
}

TEST_F(SentToClerk, StaysSoWhileItsCallIsPutOff)
{
    hall.must(PostponeTicket{sent});
    hall.must(CloseCounter{kSecond});
    goTo(kStars, "18");
    hall.must(RequeueTicket{sent});
    EXPECT_EQ(hall.ticket(sent).boundTo, kStars);
    EXPECT_FALSE(mayCall(kFirst));
}

TEST_F(SentToClerk, ACounterOfTwoKeepsItWhenTheOtherCloses)
{
    hall.must(SetRules{changed([](Rules& rules) { rules.clerksAtTwo = true; })});
    goTo(kStars, "18");
    EXPECT_EQ(hall.ticket(sent).boundTo, kSecond);
    hall.must(CloseCounter{kSecond});
    EXPECT_EQ(hall.ticket(sent).boundTo, kStars);
}

TEST_F(SentToClerk, ATransferThatIsUndoneSendsNobody)
{
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.state, inService);
}

TEST_F(SentToClerk, ACallThatIsUndoneLeavesAllAsItWas)
{
    const State before = hall.state;
    EXPECT_EQ(hall.next(kSecond), sent);
    hall.must(UndoStep{kSecond});
    EXPECT_EQ(hall.state, before);
    EXPECT_EQ(hall.state.boundClerks.at(sent), "18");
}

TEST_F(SentToClerk, AStepThatIsUndoneFindsTheClerkWhereTheyAreByNow)
{
    hall.must(CancelTicket{sent});
    const Instant cancelled = hall.now;
    hall.must(CloseCounter{kSecond});
    goTo(kStars, "18");
    hall.must(UndoFloorStep{sent, cancelled});
    EXPECT_EQ(hall.ticket(sent).boundTo, kStars);

    hall.must(PauseCounter{kStars, "tea"});
    EXPECT_EQ(hall.next(kFirst), sent);
    hall.must(CloseCounter{kStars});
    goTo(kSecond, "18");
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.ticket(sent).boundTo, kSecond);
    EXPECT_FALSE(mayCall(kFirst));
}

TEST_F(SentToClerk, IsSoAgainWhenTheDayThatWasClosedOrOpenedByMistakeComesBack)
{
    hall.pass(Seconds{1});
    const State before = hall.state;
    const Instant closed = hall.now;
    hall.must(CloseDay{});
    const State over = hall.state;
    hall.pass(Seconds{1});
    const Instant opened = hall.now;
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_TRUE(hall.state.boundClerks.empty()) << "nobody waits any more";
    hall.must(UndoHallAct{opened});
    EXPECT_EQ(hall.state, over);
    hall.must(UndoHallAct{closed});
    EXPECT_EQ(hall.state, before);
    EXPECT_EQ(hall.ticket(sent).boundTo, kSecond);
}

TEST_F(SentToClerk, GoesOverIntoTheNextDayWithEverybody)
{
    hall.must(OpenDay{.date = kTomorrow, .rules = nullptr, .carriesWaiting = true});
    EXPECT_EQ(hall.ticket(sent).boundTo, kSecond);
    hall.must(CloseCounter{kSecond});
    goTo(kStars, "18");
    EXPECT_EQ(hall.ticket(sent).boundTo, kStars);
    EXPECT_FALSE(mayCall(kFirst));
}

TEST_F(SentToClerk, IsBoundToTheCounterAloneOnADayThatAnOlderProgramOpened)
{
    hall.must(UndoStep{kFirst});
    hall.state.format = kSinceBoundClerks - 1;
    hall.must(Transfer{kFirst, std::nullopt, kNoCounter, "18"});
    EXPECT_EQ(hall.last<TicketTransferred>().toClerk, "");
    hall.must(CloseCounter{kSecond});
    goTo(kStars, "18");
    goTo(kSecond, "20");
    EXPECT_EQ(hall.next(kSecond), sent);
}

} // namespace
} // namespace starqueue::queue::test
