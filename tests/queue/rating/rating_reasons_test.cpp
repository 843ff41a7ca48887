#include <queue/rating/served_visit.h>

#include <queue/rating/rating.h>

namespace starqueue::queue::test {
namespace {

class RatingReasons : public testing::Test
{
protected:
    RatingReasons()
    {
        hall.must(SetRules{changed([](Rules& rules) {
            rules.lateDays = 3;
            rules.ratingReasons = {{"wait", {}, {1, 2}}, {"manner", {}, {1, 2}}, {"quick", {}, {4, 5}}};
        })});
        visit = servedVisit(hall);
    }

    void press(int score)
    {
        hall.must(RateTicket{visit.session, visit.ticket, score, {{"0001A2B3", 1, 1}, hall.now}});
    }
    /// `known`: what is read in the journal of a score.
    ExplainRating explain(std::vector<std::string> reasons, int known = 0) const
    {
        return {visit, known, std::move(reasons)};
    }

    Hall hall;
    PastVisit visit;
};

TEST_F(RatingReasons, AreGivenOnceForARatingAtThePanel)
{
    press(2);
    hall.must(explain({"manner", "wait"}));
    EXPECT_EQ(hall.last<RatingExplained>().score, 2);
    EXPECT_EQ(hall.last<RatingExplained>().reasons, (std::vector<std::string>{"manner", "wait"}));
    EXPECT_EQ(hall.refusalOf(explain({"wait"})), RefusalCode::AlreadyExplained);
}

TEST_F(RatingReasons, AreGivenForARatingFromThePhone)
{
    hall.pass(Seconds{30} + kLateArrival + Millis{1});
    hall.must(Tick{});
    hall.must(RateByPhone{visit, 5});
    EXPECT_EQ(hall.refusalOf(explain({"quick"})), RefusalCode::NotRated)
        << "the score comes from the journal";
    hall.must(explain({"quick"}, 5));
    EXPECT_EQ(hall.last<RatingExplained>().score, 5);
}

TEST_F(RatingReasons, NeedARating)
{
    EXPECT_EQ(hall.refusalOf(explain({"wait"})), RefusalCode::NotRated);
}

TEST_F(RatingReasons, AreThoseOfTheHallForThatRating)
{
    press(2);
    EXPECT_EQ(hall.refusalOf(explain({"quick"})), RefusalCode::BadValue) << "of another level";
    EXPECT_EQ(hall.refusalOf(explain({"noise"})), RefusalCode::BadValue) << "unknown";
    EXPECT_EQ(hall.refusalOf(explain({"wait", "wait"})), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(explain({})), RefusalCode::BadValue);
    hall.must(explain({"wait"}));
}

TEST_F(RatingReasons, AreKnownOverTheChangeOfDayUntilTheJournalHasBeenRead)
{
    press(1);
    hall.must(explain({"wait"}));
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr, {}, {}});
    EXPECT_EQ(hall.refusalOf(explain({"manner"}, 1)), RefusalCode::AlreadyExplained);
}

TEST_F(RatingReasons, AreTakenForSoManyDaysAfterTheEndOfTheVisit)
{
    press(1);
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr, {}, {}});
    hall.now = visit.finished + std::chrono::days{3};
    Events events;
    EXPECT_TRUE(decide(hall.state, Command{explain({"wait"}, 1)}, hall.now, events));
    hall.pass(Millis{1});
    EXPECT_EQ(hall.refusalOf(explain({"wait"}, 1)), RefusalCode::RatingOver);
}

TEST_F(RatingReasons, WaitForTheNextDayWhereAnOlderProgramOpenedThisOne)
{
    press(1);
    hall.state.format = kSinceRatingReasons - 1;
    EXPECT_EQ(hall.refusalOf(explain({"wait"})), RefusalCode::AfterDayChange);
}

} // namespace
} // namespace starqueue::queue::test
