#include <firmware-bridge/relay/display_content.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using starqueue::client::api::Board;
using starqueue::client::api::CounterState;

TEST(CounterDisplay, ADisplayShowsWhatTheBoardSaysOfItsCounter)
{
    Board board;
    board.counters = {{"3", {}, "3", {}, CounterState::Calling, "A012"},
                      {"4", {}, "4", {}, CounterState::Serving, "B001"},
                      {"5", {}, "5", {}, CounterState::Open, {}},
                      {"6", {}, "6", {}, CounterState::Closed, {}}};
    EXPECT_EQ(contentFromBoard(board, "3").mode, DisplayContent::Mode::Calling);
    EXPECT_EQ(contentFromBoard(board, "3"), contentOfCall("A012", "3", 0)) << "event and board draw the same";
    EXPECT_EQ(contentFromBoard(board, "4").number, "B001");
    EXPECT_EQ(contentFromBoard(board, "4").mode, DisplayContent::Mode::Serving);
    EXPECT_EQ(contentFromBoard(board, "5").mode, DisplayContent::Mode::Idle);
    EXPECT_EQ(contentFromBoard(board, "6").mode, DisplayContent::Mode::Blank);
    EXPECT_EQ(contentFromBoard(board, "7").mode, DisplayContent::Mode::Blank);
}

TEST(CounterDisplay, ASignThatIsANumberStandsInTheCounterField)
{
    const DisplayContent call = contentOfCall("A012", "12", 0);
    EXPECT_EQ(call.counter, 12);
    EXPECT_EQ(call.text, u"请到窗口"_s);
}

TEST(CounterDisplay, ASignThatIsNoNumberStandsInTheTextAndSendsNobodyToAnotherCounter)
{
    for (const QString& sign : {u"3B"_s, u"VIP"_s, u"贵宾室"_s, u"二楼东厅"_s}) {
        const DisplayContent call = contentOfCall("A012", sign, 0);
        EXPECT_EQ(call.counter, 0) << sign.toStdString();
        EXPECT_EQ(call.text, sign);
        const auto shown = decodeDisplayContent(encodeDisplayContent(call, 7));
        ASSERT_TRUE(shown);
        EXPECT_EQ(shown->content.text, sign) << "whole";
    }
}

TEST(CounterDisplay, ASignThatDoesNotFitIsNeverCut)
{
    for (const QString& sign : {u"二楼3B大窗口"_s, u"VIP LOUNGE 2"_s, u"70000000000"_s}) {
        const DisplayContent call = contentOfCall("A012", sign, 0);
        EXPECT_EQ(call.counter, 0) << sign.toStdString();
        EXPECT_EQ(call.text, u"请到窗口"_s) << sign.toStdString();
    }
}

TEST(CounterDisplay, TheSignIsThatOfTheBoardAndNotTheCountersId)
{
    Board board;
    board.counters = {{"c7", {}, "3", {}, CounterState::Calling, "A012"},
                      {"2", {}, u"贵宾室"_s, {}, CounterState::Paused, {}}};
    EXPECT_EQ(contentFromBoard(board, "c7").counter, 3);
    EXPECT_EQ(contentFromBoard(board, "2").counter, 0);
    EXPECT_EQ(signOf(board, "2"), u"贵宾室"_s);
    EXPECT_EQ(signOf(board, "9"), QString());
}

TEST(CounterDisplay, ACallBlinksForEightSecondsFromWhenItWasMadeAndNotFromWhenItIsWritten)
{
    EXPECT_EQ(contentOfCall("A012", "3", 0).blinkSeconds, 8) << "its event comes at once";
    const QDateTime at(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    Board board;
    board.counters = {{"3", {}, "3", {}, CounterState::Calling, "A012"}};
    board.calls = {{.number = "A012", .counter = "3", .at = at}};
    const auto blinksAfter = [&](int ms) {
        board.at = at.addMSecs(ms);
        return contentFromBoard(board, "3").blinkSeconds;
    };
    EXPECT_EQ(blinksAfter(0), 8);
    EXPECT_EQ(blinksAfter(4'500), 4);
    EXPECT_EQ(blinksAfter(8'000), 0);
    EXPECT_EQ(blinksAfter(120'000), 0) << "a bridge that starts late";
    EXPECT_EQ(blinksAfter(-1'000), 8) << "a clock that is set right";
}
