#include <cli/customers/erasing.h>

#include <db/people/erasures.h>
#include <db/people/key_copies.h>
#include <db/security/security_log.h>

#include <poll.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <csignal>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

namespace fs = std::filesystem;

class ErasureKilled : public test::Erasing
{
protected:
    [[nodiscard]] pid_t start() const
    {
        const std::string hall = m_hall;
        const std::string ref = db::hexOf(m_ref);
        const pid_t child = ::fork();
        if (child != 0)
            return child;
        if (::freopen("/dev/null", "w", stdout) == nullptr || ::setenv("TMPDIR", m_tmp.c_str(), 1) != 0)
            ::_exit(126);
        ::execl(STARQUEUE_PROGRAM, "starqueue", "customer", "erase", "--ref", ref.c_str(), "--data",
                hall.c_str(), nullptr);
        ::_exit(127);
    }
    /// By signal 9 once so many files were changed or renamed. False: it ended before.
    [[nodiscard]] bool killAfter(int changes) const
    {
        const int watch = ::inotify_init1(IN_CLOEXEC);
        for (const auto& dir : {m_hall, m_hall / "keys", m_medium, m_tmp})
            EXPECT_GE(::inotify_add_watch(watch, dir.c_str(), IN_CREATE | IN_MODIFY | IN_MOVED_TO), 0);
        const pid_t child = start();
        const int life = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
        char event[sizeof(inotify_event) + NAME_MAX + 1];
        for (int seen = 0; seen < changes; ++seen) {
            pollfd both[]{{watch, POLLIN, 0}, {life, POLLIN, 0}};
            ::poll(both, 2, -1);
            if ((both[0].revents & POLLIN) == 0)
                break;
            EXPECT_GT(::read(watch, event, sizeof event), 0);
            ::inotify_add_watch(watch, (m_hall / "scratch").c_str(), IN_MODIFY); // once it is there
        }
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ::close(life);
        ::close(watch);
        return WIFSIGNALED(status);
    }
    /// Files in which the hall leaves keys behind, anywhere but in its own.
    [[nodiscard]] bool hasLeftovers() const { return fs::exists(m_hall / "scratch") || !fs::is_empty(m_tmp); }
    [[nodiscard]] bool isPending() const
    {
        const auto copies = db::keyCopiesOf(m_hall, files::posix()).value();
        return !db::copiesBehind(copies, db::erasedIn(m_hall).value().size()).empty();
    }
    [[nodiscard]] bool isNoted() const
    {
        const auto lines = (*db::SecurityLog::open(m_hall))->latest(0, 9).value();
        return std::ranges::any_of(lines, [this](const db::SecurityEntry& line) {
            return line.what == db::SecurityEvent::ErasureBegun && line.detail == db::hexOf(m_ref);
        });
    }
    void keepAsItIs()
    {
        m_tmp = m_scratch / "tmp";
        fs::create_directory(m_tmp);
        fs::create_directory(m_scratch / "before");
        for (const auto& dir : {m_hall, m_medium})
            fs::copy(dir, m_scratch / "before" / dir.filename(), fs::copy_options::recursive);
    }
    void startAnew()
    {
        for (const auto& dir : {m_hall, m_medium}) {
            fs::remove_all(dir);
            fs::copy(m_scratch / "before" / dir.filename(), dir, fs::copy_options::recursive);
        }
    }

    fs::path m_tmp;
};

} // namespace

TEST_F(ErasureKilled, AnywhereLeavesThePersonKnownOrTheCopyPendingOrAllDone)
{
    keepAsItIs();
    int killed = 0;
    int pending = 0;
    int left = 0;
    for (int changes = 1; changes < 200; ++changes) {
        const bool wasKilled = killAfter(changes);
        const std::string when = std::to_string(changes) + " changes";
        EXPECT_TRUE(knows(m_hall, "1") == holdsKey(m_copy) || isPending()) << when;
        EXPECT_TRUE(knows(m_hall, "1") || isNoted()) << "the security log doesn't tell of it: " << when;
        pending += isPending() ? 1 : 0;
        EXPECT_TRUE(fs::is_empty(m_tmp)) << when << ": keys where nobody looks for them";
        left += hasLeftovers() ? 1 : 0;
        EXPECT_EQ(finish(), ExitStatus::Well) << when << m_err;
        EXPECT_FALSE(hasLeftovers()) << when;
        EXPECT_FALSE(isPending()) << when;
        EXPECT_NE(knows(m_hall, "1"), !holdsKey(m_copy)) << when;
        EXPECT_TRUE(knows(m_hall, "2")) << when;
        if (!wasKilled)
            break;
        ++killed;
        startAnew();
    }
    EXPECT_GE(killed, 5);
    EXPECT_GE(left, 1) << "none was killed while it copied keys";
    EXPECT_GE(pending, 1) << "none was killed between the hall and the copy";
}
