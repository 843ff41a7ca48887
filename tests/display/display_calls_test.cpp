#include <display/display_boards.h>
#include <display/model/display_model.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using display::DisplayModel;
using display::test::DisplayBoard;

namespace {

struct DisplayCalls : testing::Test
{
    display::test::TurnedClock hands;
    DisplayModel model{"zh", "display 1", hands.clock()};
    QStringList announced;

    DisplayCalls()
    {
        QObject::connect(&model, &DisplayModel::called, &model,
                         [this](const client::api::Call& call) { announced << call.number; });
    }
    void pass(std::chrono::milliseconds time)
    {
        hands.steady += time;
        model.tick();
    }
    QVariant recent(int row, const char* role)
    {
        return static_cast<client::RowList*>(model.recent())->value(row, role);
    }
};

TEST_F(DisplayCalls, EveryExpectedCallHasAPlaceAndTheWaitsGiveWay)
{
    DisplayBoard board;
    for (int calls = 1; calls <= 21; ++calls) {
        board.call(u"A%1"_s.arg(calls, 3, 10, QChar(u'0')), QString::number(calls));
        model.takeBoard(board.read());
        EXPECT_EQ(model.recent()->rowCount(), calls - 1);
        EXPECT_LE(model.recent()->rowCount(), model.grid().cells());
        EXPECT_EQ(model.grid().waits, calls <= 9);
        EXPECT_EQ(model.moreCalls(), "");
    }
}

TEST_F(DisplayCalls, CallsForWhichThereIsNoRoomAreCountedOnTheScreen)
{
    DisplayBoard board;
    for (int calls = 1; calls <= 24; ++calls)
        board.call(u"A%1"_s.arg(calls, 3, 10, QChar(u'0')), QString::number(calls));
    model.takeBoard(board.read());
    EXPECT_EQ(model.recent()->rowCount(), 18) << "beside the newest and the sentence";
    EXPECT_EQ(model.moreCalls(), u"另有 5 位已叫号，请看各窗口的叫号牌"_s);
    EXPECT_EQ(model.moreCallsOther(), "5 more are called: see the signs at the counters");
}

TEST_F(DisplayCalls, TwelveCallsAtOnceStandFromTheFirstInstantOn)
{
    model.takeBoard(DisplayBoard().read());
    DisplayBoard board;
    for (int counter = 1; counter <= 12; ++counter)
        board.call(u"B%1"_s.arg(counter), QString::number(counter));
    model.takeBoard(board.read());
    EXPECT_EQ(announced.size(), 12);
    for (const auto time : {0s, 1s, 4s, 5s}) {
        pass(time);
        EXPECT_EQ(model.number(), "B12");
        EXPECT_EQ(model.recent()->rowCount(), 11);
    }
}

TEST_F(DisplayCalls, ANewCallBlinksForEightSecondsAndWhatIsSpokenHasAFrame)
{
    model.takeBoard(DisplayBoard().call("A001", "1", 0, "called", 30).read());
    EXPECT_FALSE(model.blinks());
    model.takeBoard(DisplayBoard().call("A001", "1", 0, "called", 30).call("A002", "2").read());
    EXPECT_TRUE(model.blinks());
    ASSERT_TRUE(model.schedule().nextSentence(hands.steady));
    pass(7'999ms);
    EXPECT_TRUE(model.blinks() && model.spoken());
    EXPECT_FALSE(recent(0, "blinks").toBool() || recent(0, "spoken").toBool());
    model.schedule().sentenceEnded();
    pass(1ms);
    EXPECT_FALSE(model.blinks() || model.spoken());
}

TEST_F(DisplayCalls, NothingIsSpokenWhileTheHallIsSilent)
{
    model.takeBoard(DisplayBoard().read());
    model.takeBoard(DisplayBoard().call("A001", "1").read());
    pass(DisplayModel::kStale + 1ms);
    EXPECT_FALSE(model.schedule().nextSentence(hands.steady));
}

} // namespace
