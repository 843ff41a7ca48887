#include <display/display_boards.h>
#include <display/model/spotlight.h>

#include <gtest/gtest.h>

using namespace starqueue::display;
using namespace std::chrono_literals;
using starqueue::display::test::DisplayBoard;

namespace {

struct SpotlightTest : testing::Test
{
    Spotlight spotlight;
    std::chrono::milliseconds now{5s};

    QStringList take(const DisplayBoard& made)
    {
        const auto board = made.read();
        QStringList announced;
        for (const starqueue::client::api::Call& call : spotlight.take(board.calls, board.at, now))
            announced << call.number;
        return announced;
    }
    void pass(std::chrono::milliseconds time)
    {
        now += time;
        spotlight.tick(now);
    }
    QString shown() const { return spotlight.current() ? spotlight.current()->number : QString(); }
};

TEST_F(SpotlightTest, TheFirstBoardIsShownButNotAnnounced)
{
    EXPECT_TRUE(take(DisplayBoard().call("A001", "1")).isEmpty());
    EXPECT_EQ(shown(), "A001");
    EXPECT_EQ(spotlight.serial(), 0);
}

TEST_F(SpotlightTest, TwoCallsAtOnceAreShownOneAfterTheOther)
{
    take({});
    EXPECT_EQ(take(DisplayBoard().call("A001", "1").call("B001", "2")), QStringList({"A001", "B001"}));
    EXPECT_EQ(shown(), "A001");
    pass(Spotlight::kHold - 1ms);
    EXPECT_EQ(shown(), "A001");
    pass(1ms);
    EXPECT_EQ(shown(), "B001");
    EXPECT_EQ(spotlight.serial(), 2);
}

TEST_F(SpotlightTest, ARepetitionIsAnnouncedAgainAndTheSameBoardIsNot)
{
    take({});
    EXPECT_EQ(take(DisplayBoard().call("A001", "1")).size(), 1);
    EXPECT_TRUE(take(DisplayBoard().call("A001", "1")).isEmpty());
    EXPECT_EQ(take(DisplayBoard().call("A001", "1", 1)), QStringList("A001"));
}

TEST_F(SpotlightTest, ARepetitionThatIsTakenBackIsNotAnnouncedAndTheNextOneIs)
{
    take({});
    take(DisplayBoard().call("A001", "1"));
    take(DisplayBoard().call("A001", "1", 1));
    EXPECT_TRUE(take(DisplayBoard().call("A001", "1")).isEmpty());
    EXPECT_EQ(take(DisplayBoard().call("A001", "1", 1)), QStringList("A001"));
}

TEST_F(SpotlightTest, ACallThatIsOldByNowIsShownButNotAnnounced)
{
    take({});
    EXPECT_TRUE(take(DisplayBoard().call("A001", "1", 0, "called", 61)).isEmpty());
    EXPECT_EQ(shown(), "A001");
}

TEST_F(SpotlightTest, ARepetitionIsAnnouncedHoweverLongAgoTheFirstCallWas)
{
    take(DisplayBoard().call("A001", "1", 0, "called", 61));
    EXPECT_EQ(take(DisplayBoard().call("A001", "1", 1, "called", 61)), QStringList("A001"));
}

TEST_F(SpotlightTest, WhoIsCalledToAnotherCounterBetweenTwoBoardsIsAnnouncedAgain)
{
    take({});
    take(DisplayBoard().call("A001", "1"));
    EXPECT_EQ(take(DisplayBoard().call("A001", "2")), QStringList("A001"));
}

TEST_F(SpotlightTest, WhoIsCalledAgainAtTheSameCounterAfterARequeueIsAnnouncedAgain)
{
    take({});
    take(DisplayBoard().call("A001", "1"));
    take(DisplayBoard().call("A001", "1", 0, "no_show"));
    EXPECT_EQ(take(DisplayBoard().call("A001", "1").calledAt(700'000)), QStringList("A001"));
}

TEST_F(SpotlightTest, WhoIsStillExpectedComesBeforeWhoIsServed)
{
    take({});
    take(DisplayBoard().call("A001", "1").call("B001", "2"));
    pass(Spotlight::kHold);
    pass(Spotlight::kHold);
    take(DisplayBoard().call("A001", "1").call("B001", "2", 0, "serving"));
    EXPECT_EQ(shown(), "A001");
    EXPECT_EQ(spotlight.serial(), 2) << "moving back to somebody is no new call";
}

TEST_F(SpotlightTest, ANoShowThatIsTakenBackIsExpectedAgainAndNotAnnouncedTwice)
{
    take({});
    EXPECT_EQ(take(DisplayBoard().call("A001", "1")), QStringList("A001"));
    take(DisplayBoard().call("A001", "1", 0, "no_show"));
    EXPECT_FALSE(spotlight.current()->expected());
    EXPECT_TRUE(take(DisplayBoard().call("A001", "1")).isEmpty());
    EXPECT_EQ(shown(), "A001");
    EXPECT_TRUE(spotlight.current()->expected());
}

TEST_F(SpotlightTest, AFinishThatIsTakenBackIsServedAgain)
{
    take(DisplayBoard().call("A001", "1", 0, "finished"));
    EXPECT_TRUE(take(DisplayBoard().call("A001", "1", 0, "serving")).isEmpty());
    EXPECT_EQ(spotlight.current()->state, starqueue::client::api::TicketState::Serving);
}

TEST_F(SpotlightTest, ACallThatWasTakenBackIsNotShownAnyMore)
{
    take({});
    take(DisplayBoard().call("A001", "1").call("B001", "2"));
    take({});
    EXPECT_EQ(shown(), "");
    pass(Spotlight::kHold);
    EXPECT_EQ(shown(), "");
}

} // namespace
