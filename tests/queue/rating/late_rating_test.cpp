#include <queue/rating/served_visit.h>

#include <queue/rating/rating.h>

namespace starqueue::queue::test {
namespace {

class LateRating : public testing::Test
{
protected:
    LateRating()
    {
        hall.must(SetRules{changed([](Rules& rules) { rules.lateDays = 3; })});
        visit = servedVisit(hall);
    }

    /// The panel's window and the minute for a press that is under way end unpressed.
    void leaveUnpressed()
    {
        hall.pass(Seconds{30} + kLateArrival);
        hall.must(Tick{});
        hall.pass(Millis{1});
    }
    void changeDay()
    {
        hall.must(CloseDay{});
        hall.must(OpenDay{kTomorrow, nullptr, {}, {}});
    }
    RateByPhone rate(int score) const { return {visit, score}; }

    Hall hall;
    PastVisit visit;
};

TEST_F(LateRating, ThePanelGoesFirstAndAPressUnderWayToo)
{
    EXPECT_EQ(hall.refusalOf(rate(5)), RefusalCode::PanelFirst);
    hall.pass(Seconds{30});
    hall.must(Tick{});
    hall.pass(kLateArrival);
    EXPECT_EQ(hall.refusalOf(rate(5)), RefusalCode::PanelFirst);
    hall.pass(Millis{1});
    hall.must(rate(5));
    EXPECT_EQ(hall.last<TicketRatedLate>().score, 5);
}

TEST_F(LateRating, NoVisitIsRatedBothAtThePanelAndFromThePhone)
{
    hall.must(RateTicket{visit.session, visit.ticket, 4, {{"0001A2B3", 1, 1}, hall.now}});
    hall.pass(Minutes{5});
    EXPECT_EQ(hall.refusalOf(rate(5)), RefusalCode::AlreadyRated);
}

TEST_F(LateRating, IsGivenOnceAndLeavesThePanelsSessionUnrated)
{
    leaveUnpressed();
    hall.must(rate(4));
    EXPECT_EQ(hall.refusalOf(rate(5)), RefusalCode::AlreadyRated);
    EXPECT_EQ(hall.state.find(visit.session)->state, RatingState::Expired);
    EXPECT_EQ(hall.state.find(visit.session)->score, 0);
}

TEST_F(LateRating, IsKnownOverTheChangeOfDayUntilTheJournalHasBeenRead)
{
    leaveUnpressed();
    hall.must(rate(4));
    changeDay();
    EXPECT_EQ(hall.refusalOf(rate(5)), RefusalCode::AlreadyRated);
}

TEST_F(LateRating, OfAnotherDayIsTakenForSoManyDaysAfterTheEndOfTheVisit)
{
    leaveUnpressed();
    changeDay();
    ASSERT_EQ(hall.state.find(visit.session), nullptr);
    hall.now = visit.finished + std::chrono::days{3};
    Events events;
    EXPECT_TRUE(decide(hall.state, Command{rate(3)}, hall.now, events));
    EXPECT_EQ(hall.refusalOf(RateByPhone{visit, 3, true}), RefusalCode::AlreadyRated);
    hall.pass(Millis{1});
    EXPECT_EQ(hall.refusalOf(rate(3)), RefusalCode::RatingOver);
}

TEST_F(LateRating, OpensACaseByTheSameLevelsAsThePanel)
{
    leaveUnpressed();
    hall.must(SetRules{changed([](Rules& rules) {
        rules.lateDays = 3;
        rules.caseLevels = {3};
    })});
    hall.must(rate(3));
    EXPECT_EQ(hall.last<CaseOpened>().session, visit.session);
    EXPECT_EQ(hall.last<CaseOpened>().number, visit.number);
    EXPECT_EQ(hall.last<CaseOpened>().finished, visit.finished);
}

TEST_F(LateRating, ACaseIsDueByTheDateOnWhichItIsOpenedAlsoWhereTheHallIsClosed)
{
    leaveUnpressed();
    DayHours lastBusinessDays;
    lastBusinessDays.cases.contactOn = Date{std::chrono::year{2026} / 11 / 1};
    hall.must(SetRules{hall.state.rules, std::make_shared<const DayHours>(lastBusinessDays)});
    RateByPhone bad = rate(1);
    bad.due.contactOn = kTomorrow;
    hall.must(bad);
    EXPECT_EQ(hall.last<CaseOpened>().due, bad.due);
}

TEST_F(LateRating, OfNoRealScoreIsRefused)
{
    leaveUnpressed();
    EXPECT_EQ(hall.refusalOf(rate(0)), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(rate(6)), RefusalCode::BadValue);
}

TEST_F(LateRating, WaitsForTheNextDayWhereAnOlderProgramOpenedThisOne)
{
    leaveUnpressed();
    hall.state.format = kFirstFormat;
    EXPECT_EQ(hall.refusalOf(rate(5)), RefusalCode::AfterDayChange);
}

} // namespace
} // namespace starqueue::queue::test
