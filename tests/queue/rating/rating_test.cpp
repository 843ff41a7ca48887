#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

class Rating : public testing::Test
{
protected:
    Rating()
    {
        hall.open(kFirst);
        hall.issue(kAccount);
        hall.issue(kAccount);
        ticket = hall.serveNext(kFirst);
        session = hall.state.lastSession;
        finished = hall.now;
    }

    RateTicket press(int score, Millis age = Millis{0}, std::uint32_t seq = 1) const
    {
        return {session, ticket, score, {{"0001A2B3", 1, seq}, hall.now - age}};
    }
    RatingState stateNow() const { return hall.state.find(session)->state; }

    Hall hall;
    TicketId ticket;
    RatingSessionId session;
    Instant finished;
};

TEST_F(Rating, TheFirstPressCountsAndTheSamePressAgainChangesNothing)
{
    hall.must(press(5));
    EXPECT_EQ(hall.state.find(session)->score, 5);
    const std::size_t before = hall.events.size();
    hall.must(press(5));
    EXPECT_EQ(hall.events.size(), before);
    EXPECT_EQ(hall.refusalOf(press(4, Millis{0}, 2)), RefusalCode::SessionClosed);
}

TEST_F(Rating, OneOrTwoOpensACaseInTheSameDecision)
{
    hall.must(press(2));
    EXPECT_EQ(hall.count<CaseOpened>(), 1U);
    EXPECT_EQ(hall.last<CaseOpened>().ticket, ticket);
    EXPECT_EQ(hall.last<CaseOpened>().number, "A001");
    EXPECT_EQ(hall.last<CaseOpened>().service, "") << "the day has the visit";
}

TEST_F(Rating, ACaseIsDueWhenTheDaysHoursSaySo)
{
    DayHours hours;
    hours.cases = {kTomorrow, kTomorrow, true};
    hall.must(SetRules{hall.state.rules, std::make_shared<const DayHours>(hours)});
    hall.must(press(1));
    EXPECT_EQ(hall.last<CaseOpened>().due, hours.cases);
}

TEST_F(Rating, ThreeOpensNoCase)
{
    hall.must(press(3));
    EXPECT_EQ(hall.count<CaseOpened>(), 0U);
}

TEST_F(Rating, WhatOpensACaseIsTheHallsToSay)
{
    hall.must(SetRules{changed([](Rules& rules) { rules.caseLevels = {3}; })});
    hall.must(press(3));
    EXPECT_EQ(hall.count<CaseOpened>(), 1U);
}

TEST_F(Rating, TheWindowEndsWithTheTick)
{
    hall.pass(Seconds{29});
    hall.must(Tick{});
    EXPECT_EQ(stateNow(), RatingState::Invited);
    hall.pass(Seconds{1});
    hall.must(Tick{});
    EXPECT_EQ(stateNow(), RatingState::Expired);
}

TEST_F(Rating, AnInstantThatIsUpToTwoSecondsWrongCostsNoPress)
{
    hall.pass(Seconds{40});
    EXPECT_EQ(hall.refusalOf(press(4, Seconds{7}, 1)), RefusalCode::SessionClosed);
    hall.must(press(4, Seconds{8}, 1));
    EXPECT_EQ(stateNow(), RatingState::Rated);
}

TEST_F(Rating, TheSamePressAgainIsJudgedAlikeHoweverLateItComes)
{
    const RateTicket made = press(4, Seconds{-10});
    hall.pass(Seconds{11});
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    hall.pass(Seconds{30});
    hall.must(made);
    EXPECT_EQ(stateNow(), RatingState::Rated);
}

TEST_F(Rating, APressThatTheCableDelayedIsStillTaken)
{
    hall.pass(Seconds{70});
    hall.must(Tick{});
    hall.must(press(4, Seconds{45}));
    EXPECT_EQ(stateNow(), RatingState::Rated);
}

TEST_F(Rating, APressMadeAfterTheWindowIsRefused)
{
    hall.pass(Seconds{40});
    EXPECT_EQ(hall.refusalOf(press(4, Seconds{5})), RefusalCode::SessionClosed);
}

TEST_F(Rating, APressMadeBeforeTheInvitationIsRefused)
{
    hall.pass(Seconds{5});
    EXPECT_EQ(hall.refusalOf(press(4, Seconds{8})), RefusalCode::SessionClosed);
}

TEST_F(Rating, APressThatComesMoreThanAMinuteLateIsRefused)
{
    hall.pass(Seconds{30 + 61});
    EXPECT_EQ(hall.refusalOf(press(4, Seconds{70})), RefusalCode::SessionClosed);
}

TEST_F(Rating, TheNextStartEndsTheSessionButNotForAPressMadeBefore)
{
    hall.pass(Seconds{10});
    hall.next(kFirst);
    EXPECT_EQ(stateNow(), RatingState::Invited) << "a call alone leaves the panel free";
    hall.must(StartService{kFirst});
    EXPECT_EQ(stateNow(), RatingState::Expired);
    hall.pass(Seconds{5});
    EXPECT_EQ(hall.refusalOf(press(4, Seconds{2})), RefusalCode::SessionClosed);
    hall.must(press(4, Seconds{6}));
    EXPECT_EQ(stateNow(), RatingState::Rated);
}

TEST_F(Rating, SkippingTheInvitationIsRecorded)
{
    hall.next(kFirst);
    hall.must(StartService{kFirst});
    hall.must(FinishService{kFirst, "left in a hurry"});
    EXPECT_EQ(hall.last<ServiceFinished>().skipRating, "left in a hurry");
    EXPECT_EQ(hall.count<RatingInvited>(), 1U);
}

TEST_F(Rating, ArmedAndFailedAreNotesThatDontEndTheSession)
{
    hall.must(ArmRating{session});
    EXPECT_EQ(stateNow(), RatingState::Armed);
    hall.must(FailRating{session, "silent"});
    EXPECT_EQ(hall.state.find(session)->failure, "silent");
    hall.must(press(1));
    EXPECT_EQ(hall.refusalOf(ArmRating{session}), RefusalCode::SessionClosed);
}

TEST_F(Rating, AfterTheRatingANoteIsRefusedBecauseOfItAndNotOfTime)
{
    hall.must(press(4));
    Events events;
    const auto refused = decide(hall.state, FailRating{session, "silent"}, hall.now, events);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().detail.find("it has been rated"), std::string::npos) << refused.error().detail;
}

TEST_F(Rating, WrongScoresTicketsAndSessionsAreNamed)
{
    EXPECT_EQ(hall.refusalOf(press(0)), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(press(6)), RefusalCode::BadValue);
    RateTicket other = press(5);
    other.ticket = {2};
    EXPECT_EQ(hall.refusalOf(other), RefusalCode::BadValue);
    other.session = {77};
    EXPECT_EQ(hall.refusalOf(other), RefusalCode::UnknownSession);
}

TEST_F(Rating, ATransferInvitesNobody)
{
    hall.next(kFirst);
    hall.must(Transfer{kFirst, kPlans});
    EXPECT_EQ(hall.count<RatingInvited>(), 1U);
}

TEST(RatingSessionToken, FitsTheRegisterAndIsNeverZero)
{
    for (const std::uint64_t id : {1ULL, 65535ULL, 65536ULL, 131071ULL}) {
        RatingSession session;
        session.id = {id};
        EXPECT_GE(session.token(), 1);
    }
}

} // namespace
} // namespace starqueue::queue::test
