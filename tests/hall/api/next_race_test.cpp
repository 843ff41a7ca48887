#include <hall/api/support/next_race.h>
#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <thread>

namespace starqueue::hall::test {

TEST(NextRace, CountersThatPressAtOnceNeverGetTheSameTicket)
{
    for (const int clients : {2, 4, 8})
        expectEachCalledOnce(clients, 400);
}

TEST(NextRace, TwoClientsOfOneCounterThatPressAtOnceGetOneTicket)
{
    RunningHall hall;
    hall.open(1);
    for (int round = 0; round < 50; ++round) {
        hall.issue();
        hall.issue();
        std::array<int, 2> status{};
        std::array<std::thread, 2> threads;
        for (std::size_t i = 0; i < 2; ++i)
            threads[i] = std::thread(
                [&, i] { status[i] = hall.newFace("counter-1").post("/counters/1/next").status; });
        for (std::thread& thread : threads)
            thread.join();
        EXPECT_EQ(std::set(status.begin(), status.end()), (std::set{200, 409}));
        hall.as("counter-1").post("/counters/1/no-show");
    }
}

} // namespace starqueue::hall::test
