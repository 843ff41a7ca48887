#include <hall/service/hall_process.h>
#include <hall/service/stubborn_client.h>

#include <hall/api/support/face.h>
#include <hall/api/support/follower.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <set>
#include <thread>

namespace starqueue::hall::test {

namespace {

constexpr int kMostAnswersBeforeKill = 100;

int rounds()
{
    const char* wanted = std::getenv("STARQUEUE_KILL_ROUNDS");
    return wanted ? std::atoi(wanted) : 25;
}

std::vector<StubbornClient> newClients(const HallFolder& folder)
{
    std::vector<StubbornClient> clients;
    for (const char* issuer : {"usher", "duty-manager"})
        clients.emplace_back(folder.secret(issuer), "");
    for (int counter = 1; counter <= 4; ++counter)
        clients.emplace_back(folder.secret("counter-" + std::to_string(counter)), std::to_string(counter));
    return clients;
}

/// Runs all clients against a new process and kills it in the midst of their work.
void runAndKill(const HallFolder& folder, std::vector<StubbornClient>& clients, int answersBeforeKill)
{
    HallProcess hall(folder);
    std::atomic<int> answers = 0;
    std::vector<std::thread> threads;
    for (StubbornClient& client : clients)
        threads.emplace_back([&] { client.work(hall.port(), answers); });
    for (int seen = answers; seen < answersBeforeKill; seen = answers)
        answers.wait(seen);
    hall.kill();
    for (std::thread& thread : threads)
        thread.join();
}

/// Each event of a ticket as often as the journal has it, "ticket_called 17".
std::multiset<std::string> journalOf(const HallFolder& folder, std::vector<std::string>& numbers)
{
    HallProcess hall(folder);
    const Said board = Face(hall.port(), folder.secret("admin")).get("/board");
    Follower follower(hall.port(), folder.secret("admin"), 0);
    std::multiset<std::string> events;
    for (std::uint64_t left = board.body.at("seq"); left > 0; --left) {
        const Seen seen = follower.next();
        if (seen.data.contains("ticket"))
            events.insert(seen.name + " " + seen.data.at("ticket").get<std::string>());
        if (seen.name == "ticket_issued")
            numbers.push_back(seen.data.at("number"));
    }
    return events;
}

} // namespace

TEST(KilledHall, KnowsEveryAnsweredCommandAndHasNoneTwice)
{
    const auto seed = std::random_device{}();
    std::printf("seed %u, %d rounds\n", seed, rounds());
    std::mt19937 random(seed);
    const HallFolder folder;
    auto clients = newClients(folder);
    for (int round = 0; round < rounds(); ++round)
        runAndKill(folder, clients, 1 + static_cast<int>(random() % kMostAnswersBeforeKill));
    std::vector<std::string> numbers;
    const auto journal = journalOf(folder, numbers);
    std::size_t answered = 0;
    for (const StubbornClient& client : clients) {
        EXPECT_EQ(client.complaint(), "");
        answered += client.answered().size();
        for (const Answered& command : client.answered())
            EXPECT_EQ(journal.count(command.event + " " + command.ticket), 1U)
                << command.event << " of " << command.number;
    }
    for (const std::string& event : journal) {
        EXPECT_EQ(journal.count(event), 1U) << event;
    }
    EXPECT_EQ(std::set<std::string>(numbers.begin(), numbers.end()).size(), numbers.size());
    std::printf("%zu commands answered, %zu events of tickets in the journal\n", answered, journal.size());
}

} // namespace starqueue::hall::test
