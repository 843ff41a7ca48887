#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <set>
#include <thread>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

/// One released answer, as the child tells it: small enough for a pipe to write it whole.
struct Answered
{
    std::uint32_t request;
    std::uint64_t ticket;
};

/// Issues tickets from four threads, and tells each answer, until it is killed.
[[noreturn]] void serveUntilKilled(const std::filesystem::path& dir, int pipe, std::uint32_t firstRequest)
{
    ServiceUnderTest service{dir};
    if (!service.state().dayOpen)
        service.openHall();
    std::atomic<std::uint32_t> next = firstRequest;
    std::vector<std::thread> faces;
    for (int i = 0; i < 4; ++i)
        faces.emplace_back([&] {
            for (;;) {
                const std::uint32_t request = next++;
                const Answered answered{request, service.send(issue(), key(request)).ticket()};
                if (::write(pipe, &answered, sizeof answered) != sizeof answered)
                    ::_exit(1);
            }
        });
    for (;;)
        ::pause();
}

/// Every answer that left a service which is killed after `count` of them.
std::vector<Answered> answersUntilKilled(const std::filesystem::path& dir, std::size_t count,
                                         std::uint32_t firstRequest)
{
    int ends[2];
    if (::pipe(ends) != 0)
        throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        serveUntilKilled(dir, ends[1], firstRequest);
    }
    ::close(ends[1]);
    std::vector<Answered> answers;
    for (Answered answered{}; ::read(ends[0], &answered, sizeof answered) == sizeof answered;) {
        answers.push_back(answered);
        if (answers.size() == count)
            ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return answers;
}

} // namespace

TEST(WriterCrash, EveryAnswerThatLeftAKilledServiceIsInTheJournal)
{
    const std::uint32_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    TempDir dir;
    std::set<std::uint64_t> tickets;
    for (std::uint32_t round = 0; round < 20; ++round) {
        const std::size_t count = std::uniform_int_distribution<std::size_t>{1, 120}(random);
        const std::uint32_t firstRequest = round * 1'000'000;
        const auto answers = answersUntilKilled(dir.path(), count, firstRequest);
        ASSERT_GE(answers.size(), count);
        ServiceUnderTest service{dir.path()};
        const queue::State state = service.state();
        for (const Answered& answered : answers) {
            EXPECT_TRUE(tickets.insert(answered.ticket).second) << "two customers have one ticket";
            EXPECT_TRUE(state.find(queue::TicketId{answered.ticket}));
            const auto again = service.send(issue(), key(answered.request));
            EXPECT_TRUE(again.repeated);
            EXPECT_EQ(again.ticket(), answered.ticket);
        }
    }
}
