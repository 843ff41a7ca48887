#include <hall/api/support/next_race.h>

#include <hall/api/support/running_hall.h>

#include <sync/mutex.h>

#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace starqueue::hall::test {

namespace {

constexpr int kCounters = 6;

/// Calls, starts and finishes until nobody waits; the ids it was given. A counter where another client has
/// just called somebody refuses: pressed again.
std::vector<std::string> serveAll(Face face, const std::string& counter)
{
    std::vector<std::string> called;
    const std::string path = "/counters/" + counter + "/";
    while (true) {
        const Said next = face.post(path + "next");
        if (next.status == 409)
            continue;
        if (next.status != 200)
            return called;
        called.push_back(next.body.at("id"));
        EXPECT_EQ(face.post(path + "start").status, 200);
        EXPECT_EQ(face.post(path + "finish").status, 200);
    }
}

std::vector<std::string> issueMany(Face face, int count)
{
    std::vector<std::string> numbers;
    for (int i = 0; i < count; ++i) {
        const Said issued = face.post("/tickets", {{"service", "account"}});
        EXPECT_EQ(issued.status, 201);
        numbers.push_back(issued.body.at("number"));
    }
    return numbers;
}

/// Runs `work(0)` to `work(clients - 1)` at once and puts what they return together.
template <class Work> std::multiset<std::string> atOnce(int clients, Work work)
{
    sync::Mutex mutex;
    std::multiset<std::string> all;
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client)
        threads.emplace_back([&, client] {
            const std::vector<std::string> mine = work(client);
            const sync::Lock lock(mutex);
            all.insert(mine.begin(), mine.end());
        });
    for (std::thread& thread : threads)
        thread.join();
    return all;
}

void expectAllDifferent(const std::multiset<std::string>& all, int count)
{
    EXPECT_EQ(all.size(), static_cast<std::size_t>(count));
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
}

} // namespace

void expectEachCalledOnce(int clients, int count)
{
    RunningHall hall;
    for (int counter = 1; counter <= kCounters; ++counter)
        hall.open(counter);
    expectAllDifferent(
        atOnce(clients, [&](int) { return issueMany(hall.newFace("usher"), count / clients); }), count);
    expectAllDifferent(atOnce(clients,
                              [&](int client) {
                                  const std::string counter = std::to_string(client % kCounters + 1);
                                  return serveAll(hall.newFace("counter-" + counter), counter);
                              }),
                       count);
}

} // namespace starqueue::hall::test
