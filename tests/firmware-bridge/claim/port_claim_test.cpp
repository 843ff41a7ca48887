#include <firmware-bridge/claim/port_claim.h>
#include <firmware-bridge/claim/port_holder.h>
#include <firmware-bridge/links/bare_terminal.h>

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

using namespace starqueue::claim;
using starqueue::bridge::test::BareTerminal;

namespace {

constexpr uid_t kNobody = 65534;

class PortClaimTest : public ::testing::Test
{
protected:
    [[nodiscard]] std::string port() const { return path.toStdString(); }

    QTemporaryDir folder;
    QString path = folder.filePath(u"port"_s);
    BareTerminal terminal{path};
};

/// Whether somebody who may not open `port` is told so, and that group `root` may.
int tellsWhoMay(const std::string& port)
{
    const auto claim = PortClaim::take(port);
    return !claim && claim.error() == PortTrouble{PortTrouble::Kind::NoPermission, "root"} ? 0 : 1;
}

} // namespace

TEST_F(PortClaimTest, OneThatIsLetGoCanBeTakenAgain)
{
    ASSERT_TRUE(terminal.plug());
    auto first = PortClaim::take(port());
    ASSERT_TRUE(first);
    EXPECT_EQ(PortClaim::take(port()).error().kind, PortTrouble::Kind::InUse);
    PortClaim moved = std::move(*first);
    EXPECT_EQ(PortClaim::take(port()).error().kind, PortTrouble::Kind::InUse) << "moving lets go";
    moved.release();
    EXPECT_TRUE(PortClaim::take(port()));
}

TEST_F(PortClaimTest, AnotherProgramIsNamedWithItsProcess)
{
    ASSERT_TRUE(terminal.plug());
    int told[2];
    ASSERT_EQ(::pipe(told), 0);
    const pid_t other = ::fork();
    if (other == 0) {
        const auto claim = PortClaim::take(port());
        (void)!::write(told[1], claim ? "y" : "n", 1);
        ::pause();
        ::_exit(0);
    }
    char isClaimed = 0;
    ASSERT_EQ(::read(told[0], &isClaimed, 1), 1);
    EXPECT_EQ(isClaimed, 'y');
    const auto claim = PortClaim::take(port());
    ::kill(other, SIGKILL);
    ::waitpid(other, nullptr, 0);
    ASSERT_FALSE(claim);
    EXPECT_EQ(toText(claim.error()), "is in use by firmware_bridge_tests (" + std::to_string(other) + ')');
    EXPECT_TRUE(PortClaim::take(port())) << "a killed program holds nothing";
}

TEST_F(PortClaimTest, WhoMayIsSaidToWhoMayNot)
{
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root can become somebody who may not";
    ASSERT_TRUE(terminal.plug());
    ASSERT_EQ(::chmod(port().c_str(), 0660), 0);
    ASSERT_EQ(::chown(port().c_str(), 0, 0), 0);
    ASSERT_EQ(::chmod(folder.path().toLocal8Bit().constData(), 0755), 0);
    const pid_t other = ::fork();
    if (other == 0)
        ::_exit(::setgid(kNobody) == 0 && ::setuid(kNobody) == 0 ? tellsWhoMay(port()) : 2);
    int status = -1;
    ASSERT_EQ(::waitpid(other, &status, 0), other);
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(PortClaimTest, WhoOnlyOpenedItIsNamedToo)
{
    ASSERT_TRUE(terminal.plug());
    const pid_t other = ::fork();
    if (other == 0) {
        (void)::open(port().c_str(), O_RDWR | O_NOCTTY);
        ::raise(SIGSTOP);
        ::_exit(0);
    }
    ASSERT_EQ(::waitpid(other, nullptr, WUNTRACED), other);
    struct stat file
    {};
    ASSERT_EQ(::stat(port().c_str(), &file), 0);
    const auto holder = holderOf(file);
    ::kill(other, SIGKILL);
    ::waitpid(other, nullptr, 0);
    ASSERT_TRUE(holder);
    EXPECT_EQ(holder->pid, other);
    EXPECT_EQ(holder->name, "firmware_bridge_tests");
}
