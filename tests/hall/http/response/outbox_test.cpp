#include <hall/http/response/outbox.h>

#include <gtest/gtest.h>

namespace starqueue::hall::http::response {

TEST(Outbox, ABatchWakesOnce)
{
    int wakes = 0;
    Outbox outbox([&] { ++wakes; });
    for (int i = 0; i < 100; ++i)
        EXPECT_TRUE(outbox.put({{}, ConnectionTask::Close{}}));
    EXPECT_EQ(wakes, 1);
    std::vector<ConnectionTask> tasks;
    outbox.take(tasks);
    EXPECT_EQ(tasks.size(), 100U);
    outbox.put({{}, ConnectionTask::Close{}});
    EXPECT_EQ(wakes, 2);
}

TEST(Outbox, ClosedItTakesNothingAndWakesNobody)
{
    int wakes = 0;
    Outbox outbox([&] { ++wakes; });
    outbox.close();
    EXPECT_FALSE(outbox.put({{}, ConnectionTask::Close{}}));
    EXPECT_EQ(wakes, 0);
}

} // namespace starqueue::hall::http::response
