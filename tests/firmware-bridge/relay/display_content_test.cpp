#include <firmware-bridge/relay/display_content.h>

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace starqueue::bridge;

TEST(CounterDisplay, ADisplayShowsWhatTheBoardSaysOfItsCounter)
{
    const QJsonArray counters{QJsonObject{{"id", "3"}, {"state", "calling"}, {"number", "A012"}},
                              QJsonObject{{"id", "4"}, {"state", "serving"}, {"number", "B001"}},
                              QJsonObject{{"id", "5"}, {"state", "open"}, {"number", QJsonValue::Null}},
                              QJsonObject{{"id", "6"}, {"state", "closed"}, {"number", QJsonValue::Null}}};
    const QJsonObject board{{"counters", counters}, {"calls", QJsonArray()}};
    EXPECT_EQ(contentFromBoard(board, "3").mode, DisplayContent::Mode::Calling);
    EXPECT_EQ(contentFromBoard(board, "3"), contentOfCall("A012", "3", 0)) << "event and board draw the same";
    EXPECT_EQ(contentFromBoard(board, "4").number, "B001");
    EXPECT_EQ(contentFromBoard(board, "4").mode, DisplayContent::Mode::Serving);
    EXPECT_EQ(contentFromBoard(board, "5").mode, DisplayContent::Mode::Idle);
    EXPECT_EQ(contentFromBoard(board, "6").mode, DisplayContent::Mode::Blank);
    EXPECT_EQ(contentFromBoard(board, "7").mode, DisplayContent::Mode::Blank);
}
