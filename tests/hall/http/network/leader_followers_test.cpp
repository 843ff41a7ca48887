#include <hall/http/network/leader_followers.h>

#include <gtest/gtest.h>

#include <future>

namespace starqueue::hall::http::network {

using Duty = LeaderFollowers::Duty;

TEST(LeaderFollowers, ATaskOfTheLeadersIsDoneByTheLeaderAndAnotherThreadLeads)
{
    LeaderFollowers threads;
    threads.open();
    ASSERT_EQ(threads.next(), Duty::Lead);
    auto follower = std::async(std::launch::async, [&] { return threads.next(); });
    EXPECT_FALSE(threads.mustResign());
    bool isDone = false;
    ASSERT_TRUE(threads.put([&] { isDone = true; }));
    EXPECT_TRUE(threads.mustResign());
    EXPECT_FALSE(threads.take().has_value());
    for (const LeaderFollowers::Task& task : threads.resign())
        task();
    EXPECT_TRUE(isDone);
    EXPECT_EQ(follower.get(), Duty::Lead);
}

TEST(LeaderFollowers, ATaskOfAnotherThreadIsDoneByAFollower)
{
    LeaderFollowers threads;
    threads.open();
    ASSERT_EQ(threads.next(), Duty::Lead);
    auto follower = std::async(std::launch::async, [&] { return threads.next(); });
    std::async(std::launch::async, [&] { EXPECT_TRUE(threads.put([] {})); }).get();
    EXPECT_EQ(follower.get(), Duty::Work);
    EXPECT_FALSE(threads.mustResign());
    EXPECT_TRUE(threads.take().has_value());
    EXPECT_FALSE(threads.take().has_value());
}

TEST(LeaderFollowers, TasksAreTakenOnlyWhileItIsOpen)
{
    LeaderFollowers threads;
    EXPECT_FALSE(threads.put([] {}));
    threads.open();
    int done = 0;
    EXPECT_TRUE(threads.put([&] { ++done; }));
    EXPECT_TRUE(threads.put([&] { ++done; }));
    threads.end();
    EXPECT_EQ(threads.next(), Duty::End);
    threads.drain();
    EXPECT_EQ(done, 2);
    EXPECT_FALSE(threads.put([] {}));
}

} // namespace starqueue::hall::http::network
