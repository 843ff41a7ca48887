#include <cli/command_line.h>

#include <db/people/customers.h>

#include <poll.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <csignal>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

constexpr int kPeople = 2000;

/// A hall that knows half of the people, with 1 star each; the file says 5 stars of all.
class ImportKilled : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        const auto store = db::CustomerStore::open(m_hall);
        ASSERT_TRUE((*store)->importCsv(people(kPeople / 2, 1)));
        std::ofstream(m_scratch / "people.csv") << people(kPeople, 5);
    }
    static std::string people(int count, int stars)
    {
        std::string csv = "kind,value,stars,name\n";
        for (int i = 0; i < count; ++i)
            csv +=
                "card," + std::to_string(i) + "," + std::to_string(stars) + ",a name that takes some room\n";
        return csv;
    }
    /// `starqueue import-customers` as a process whose files may grow to `fileBytes`. What it says of that
    /// stands in "said".
    [[nodiscard]] pid_t start(rlim_t fileBytes) const
    {
        const std::string file = m_scratch / "people.csv";
        const std::string hall = m_hall;
        const pid_t child = ::fork();
        if (child == 0) {
            const rlimit files{fileBytes, fileBytes};
            const rlimit noCore{0, 0};
            ::setrlimit(RLIMIT_FSIZE, &files);
            ::setrlimit(RLIMIT_CORE, &noCore);
            if (::freopen("/dev/null", "w", stdout) == nullptr ||
                ::freopen((m_scratch / "said").c_str(), "w", stderr) == nullptr)
                ::_exit(126);
            ::execl(STARQUEUE_PROGRAM, "starqueue", "import-customers", file.c_str(), "--data", hall.c_str(),
                    nullptr);
            ::_exit(127);
        }
        return child;
    }
    /// False: it ended before it had written so often.
    [[nodiscard]] bool killAfter(int writes) const
    {
        const int watch = ::inotify_init1(IN_CLOEXEC);
        for (const char* dir : {"", "keys"})
            EXPECT_GE(::inotify_add_watch(watch, (m_hall / dir).c_str(), IN_MODIFY), 0);
        const pid_t child = start(RLIM_INFINITY);
        const int life = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
        char events[sizeof(inotify_event) + NAME_MAX + 1];
        for (int seen = 0; seen < writes; ++seen) {
            pollfd both[]{{watch, POLLIN, 0}, {life, POLLIN, 0}};
            ::poll(both, 2, -1);
            if ((both[0].revents & POLLIN) == 0)
                break;
            EXPECT_GT(::read(watch, events, sizeof events), 0);
        }
        ::kill(child, SIGKILL);
        const int status = statusOf(child);
        ::close(life);
        ::close(watch);
        return WIFSIGNALED(status);
    }
    static int statusOf(pid_t child)
    {
        int status = 0;
        ::waitpid(child, &status, 0);
        return status;
    }
    /// How many have so many stars.
    [[nodiscard]] int having(int stars) const
    {
        const auto store = db::CustomerStore::open(m_hall);
        int count = 0;
        for (int i = 0; i < kPeople; ++i) {
            const auto customer =
                (*store)->lookup(db::IdentityKind::Card, std::to_string(i)).value_or(std::nullopt);
            count += customer && customer->stars == stars ? 1 : 0;
        }
        return count;
    }
    void expectAsBefore(const std::string& when) const
    {
        EXPECT_EQ(having(1), kPeople / 2) << when;
        EXPECT_EQ(having(5), 0) << when;
    }
};

} // namespace

TEST_F(ImportKilled, WhereAFileMayNotGrowItSaysSoAndLeavesEverybodyAsBefore)
{
    int refused = 0;
    for (const rlim_t kilobytes : {40, 80, 120, 200, 300, 400, 500, 700}) {
        const int status = statusOf(start(kilobytes * 1024));
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            break;
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 1) << kilobytes << " KB: " << status;
        EXPECT_NE(read(m_scratch / "said").find("room"), std::string::npos) << read(m_scratch / "said");
        ++refused;
        expectAsBefore(std::to_string(kilobytes) + " KB");
    }
    EXPECT_GE(refused, 3);
    ASSERT_EQ(statusOf(start(RLIM_INFINITY)), 0);
    EXPECT_EQ(having(5), kPeople);
}

TEST_F(ImportKilled, WithSignalNineAfterAnyWriteLeavesAllOrNothing)
{
    int killed = 0;
    for (const int writes : {1, 2, 10, 50, 100, 200}) {
        killed += killAfter(writes) ? 1 : 0;
        const int changed = having(5);
        EXPECT_TRUE(changed == 0 || changed == kPeople) << writes << " writes: " << changed;
        if (changed == kPeople)
            break;
        expectAsBefore(std::to_string(writes) + " writes");
    }
    EXPECT_GE(killed, 2);
}
