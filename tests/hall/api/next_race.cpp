#include <hall/api/next_race.h>

#include <hall/api/running_hall.h>

#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <thread>

namespace starqueue::hall::test {

namespace {

/// Calls, starts and finishes until nobody waits; the ids it was given.
std::vector<std::string> serveAll(Face face, const std::string& counter)
{
    std::vector<std::string> called;
    const std::string path = "/counters/" + counter + "/";
    while (true) {
        const Said next = face.post(path + "next");
        if (next.status != 200)
            return called;
        called.push_back(next.body.at("id"));
        EXPECT_EQ(face.post(path + "start").status, 200);
        EXPECT_EQ(face.post(path + "finish").status, 200);
    }
}

void issueMany(Face face, int count)
{
    for (int i = 0; i < count; ++i)
        EXPECT_EQ(face.post("/tickets", {{"service", "account"}}).status, 201);
}

} // namespace

void expectEachCalledOnce(int count)
{
    RunningHall hall;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(issueMany, hall.newFace("usher"), count / 4);
    for (std::thread& thread : threads)
        thread.join();
    threads.clear();
    std::mutex mutex;
    std::multiset<std::string> called;
    for (int counter = 1; counter <= 6; ++counter)
        hall.open(counter);
    for (int counter = 1; counter <= 6; ++counter)
        threads.emplace_back([&, name = std::to_string(counter)] {
            const auto mine = serveAll(hall.newFace("counter-" + name), name);
            const std::lock_guard lock(mutex);
            called.insert(mine.begin(), mine.end());
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(called.size(), static_cast<std::size_t>(count));
    EXPECT_EQ(std::set<std::string>(called.begin(), called.end()).size(), called.size());
}

} // namespace starqueue::hall::test
