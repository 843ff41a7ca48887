// The doctor beside a disk that takes nothing more, in a file system of this program's own.

#include <cli/command_line.h>

#include <cli/checks/examination.h>

#include <unistd.h>

#include <cstdlib>

using namespace starqueue::cli;

namespace {

class DoctorOnDisk : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        listenAt(1);
        std::filesystem::create_directory(m_scratch / "disk");
    }
    /// The exit status of a shell, which knows the program as $PROGRAM; what it said stands in m_out.
    int shell(const std::string& script)
    {
        ::setenv("PROGRAM", STARQUEUE_PROGRAM, 1);
        const auto file = m_scratch / "script";
        const auto said = m_scratch / "said";
        std::ofstream(file) << script;
        const std::string line = m_shell + ' ' + file.string() + " >" + said.string() + " 2>&1";
        const int status = std::system(line.c_str());
        m_out = read(said);
        return WEXITSTATUS(status);
    }
    /// Copies the hall to a file system with these options of tmpfs, does `harm` there, and asks
    /// `verify` and the doctor.
    int doctorOf(const std::string& options, const std::string& harm)
    {
        m_shell = "unshare --user --map-root-user --mount sh";
        const std::string disk = m_scratch / "disk";
        if (shell("mount -t tmpfs -o size=24m none " + disk) != 0)
            return -1;
        return shell("mount -t tmpfs -o mode=0700," + options + " none " + disk + " && cp -a " +
                     m_hall.string() + "/. " + disk + " && cd " + disk + " || exit 99\n" + harm +
                     "\n$PROGRAM verify --data " + disk + "\n$PROGRAM doctor --data " + disk);
    }
    [[nodiscard]] bool says(const std::string& text) const { return m_out.find(text) != std::string::npos; }

    std::string m_shell = "sh";
};

constexpr auto kNoMounts = "this machine gives a program no mounts of its own";

} // namespace

TEST_F(DoctorOnDisk, FindsOneWithRoomWellAndLeavesNothingThere)
{
    EXPECT_EQ(shell("$PROGRAM doctor --data " + m_hall.string() + " && ls " + m_hall.string()), 0) << m_out;
    EXPECT_TRUE(says("MB are left on its disk") || says("MB left. Make room soon")) << m_out;
    EXPECT_FALSE(says("doctor.probe")) << m_out;
}

TEST_F(DoctorOnDisk, CallsAFullOneBad)
{
    const int status = doctorOf("size=24m", "dd if=/dev/zero of=filler bs=64k 2>/dev/null");
    if (status < 0)
        GTEST_SKIP() << kNoMounts;
    EXPECT_EQ(status, 1) << m_out;
    EXPECT_TRUE(says("takes nothing more: ")) << m_out;
    EXPECT_TRUE(says("No space left on device")) << m_out;
    EXPECT_FALSE(says("restore")) << "nothing is damaged: " << m_out;
    EXPECT_TRUE(says("without room a database can't be read")) << "so says verify: " << m_out;
    EXPECT_FALSE(says("BAD   " + (m_scratch / "disk" / "hall.db").string())) << m_out;
}

TEST_F(DoctorOnDisk, CallsOneWithoutPlaceForAnotherFileBad)
{
    const int status =
        doctorOf("size=64m,nr_inodes=200", "i=0; while touch filler$i 2>/dev/null; do i=$((i+1)); done");
    if (status < 0)
        GTEST_SKIP() << kNoMounts;
    EXPECT_EQ(status, 1) << m_out;
    EXPECT_TRUE(says("takes nothing more: ") && says("df -i")) << m_out;
}

TEST_F(DoctorOnDisk, CallsOneThatIsMountedReadOnlyBad)
{
    const int status = doctorOf("size=64m", "mount -o remount,ro " + (m_scratch / "disk").string());
    if (status < 0)
        GTEST_SKIP() << kNoMounts;
    EXPECT_EQ(status, 1) << m_out;
    EXPECT_TRUE(says("takes nothing more: ") && says("Read-only file system")) << m_out;
}

TEST_F(DoctorOnDisk, CallsALimitOnFilesBadAndOutlivesIt)
{
    EXPECT_EQ(shell("ulimit -f 1000\n$PROGRAM doctor --data " + m_hall.string()), 1) << m_out;
    EXPECT_TRUE(says("takes nothing more: ") && says("File too large")) << m_out;
}

TEST_F(DoctorOnDisk, CallsAFileBadThatTheServiceCannotWrite)
{
    const auto wal = m_hall / "hall.db-wal";
    std::ofstream(wal, std::ios::app).close();
    if (::geteuid() == 0)
        ASSERT_EQ(::chown(wal.c_str(), 12345, 12345), 0);
    else
        std::filesystem::permissions(wal, std::filesystem::perms{0400});
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed) << m_out;
    EXPECT_TRUE(says("BAD   " + wal.string())) << m_out;
    EXPECT_TRUE(says("belongs to user 12345") || says("can't be written")) << m_out;
}

TEST(DoctorOfService, CallsAnotherProgramAtTheHallsPortBad)
{
    EXPECT_EQ(serviceFinding("http://127.0.0.1:1", R"({"status":"ok","dayOpen":true})").grade,
              Finding::Grade::Well);
    for (const char* health : {"<html>", "", "{}", "[]", R"({"status":"UP"})"}) {
        const auto found = serviceFinding("http://127.0.0.1:1", health);
        EXPECT_EQ(found.grade, Finding::Grade::Bad) << health;
        EXPECT_NE(found.detail.find("http://127.0.0.1:1"), std::string::npos);
    }
}

TEST(DoctorOfDisk, CallsRecordsBadThatTheServiceCantRead)
{
    EXPECT_EQ(customersFinding(R"({"customers":{"readable":true}})").grade, Finding::Grade::Well);
    EXPECT_EQ(customersFinding(R"({"status":"ok"})").grade, Finding::Grade::Well) << "of an older service";
    const auto damaged = customersFinding(R"({"customers":{"readable":false,"detail":"restore a backup"}})");
    EXPECT_EQ(damaged.grade, Finding::Grade::Bad);
    EXPECT_EQ(damaged.detail, "restore a backup");
}
