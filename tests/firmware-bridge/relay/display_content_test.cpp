#include <firmware-bridge/relay/display_content.h>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using starqueue::client::api::Board;
using starqueue::client::api::CounterState;

TEST(CounterDisplay, ADisplayShowsWhatTheBoardSaysOfItsCounter)
{
    Board board;
    board.counters = {{"3", {}, CounterState::Calling, "A012"},
                      {"4", {}, CounterState::Serving, "B001"},
                      {"5", {}, CounterState::Open, {}},
                      {"6", {}, CounterState::Closed, {}}};
    EXPECT_EQ(contentFromBoard(board, "3").mode, DisplayContent::Mode::Calling);
    EXPECT_EQ(contentFromBoard(board, "3"), contentOfCall("A012", "3", 0)) << "event and board draw the same";
    EXPECT_EQ(contentFromBoard(board, "4").number, "B001");
    EXPECT_EQ(contentFromBoard(board, "4").mode, DisplayContent::Mode::Serving);
    EXPECT_EQ(contentFromBoard(board, "5").mode, DisplayContent::Mode::Idle);
    EXPECT_EQ(contentFromBoard(board, "6").mode, DisplayContent::Mode::Blank);
    EXPECT_EQ(contentFromBoard(board, "7").mode, DisplayContent::Mode::Blank);
}
