#include <hall/http/response/send_queue.h>

#include <gtest/gtest.h>

#include <string>

namespace starqueue::hall::http::response {

TEST(SendQueue, SendsEveryByteOnceHoweverLittleIsTaken)
{
    for (std::size_t step = 1; step < 12; ++step) {
        SendQueue queue;
        std::string expected;
        std::string sent;
        for (int i = 0; i < 300; ++i) {
            queue.add(std::to_string(i) + ",");
            expected += std::to_string(i) + ",";
        }
        std::vector<std::string_view> views;
        while (!queue.isEmpty()) {
            queue.views(views, 3);
            ASSERT_LE(views.size(), 3U);
            std::string shown;
            for (const auto view : views)
                shown += view;
            sent += shown.substr(0, step);
            queue.consume(std::min(step, shown.size()));
        }
        EXPECT_EQ(sent, expected) << "step " << step;
    }
}

TEST(SendQueue, EmptyPiecesTakeNoPlace)
{
    SendQueue queue;
    queue.add(std::string());
    queue.add(SendQueue::Piece());
    EXPECT_TRUE(queue.isEmpty());
}

TEST(SendQueue, SentPiecesAreLetGo)
{
    SendQueue queue;
    const auto piece = std::make_shared<const std::string>("event");
    queue.add(piece);
    queue.add(std::string("more"));
    queue.consume(5);
    EXPECT_EQ(piece.use_count(), 1);
}

} // namespace starqueue::hall::http::response
