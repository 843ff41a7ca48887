// A hall that has lost lines which were answered, and goes on with what is left of it.
#include <cli/command_line.h>
#include <cli/hall_lines.h>

#include <db/pages/checksum_vfs.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace starqueue;
using namespace starqueue::cli;
using test::addLines;

namespace {

namespace fs = std::filesystem;

class LostLines : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
    }
    /// Lines after `seq` are lost, as after a write-ahead log that is gone.
    void lose(int seq) const
    {
        SQLite::Database{(m_hall / "hall.db").string(), SQLite::OPEN_READWRITE, 0, db::checksumVfs()}.exec(
            "DELETE FROM journal WHERE seq > " + std::to_string(seq));
    }
    [[nodiscard]] static std::uint64_t lastTicketIn(const fs::path& dir)
    {
        const auto journal = db::Journal::open(dir);
        EXPECT_TRUE(journal) << journal.error().detail;
        sync::assumeCapability(db::writersThread);
        return (*journal)->replay()->state.lastTicket.value;
    }
};

} // namespace

TEST_F(LostLines, OfAHallThatLostItsFirstDayJumpsBeyondEveryLineThatWasAnswered)
{
    std::vector<int> seconds(62);
    std::ranges::generate(seconds, [second = 60]() mutable { return second++; });
    addLines(m_hall, seconds);
    for (const int kept : {40, 0}) {
        lose(kept);
        const fs::path target = m_scratch / std::to_string(kept);
        must({"restore", target, "--from", m_hall});
        EXPECT_NE(m_out.find(std::to_string(62 - kept) + " lines of its journal"), std::string::npos)
            << m_out;
        EXPECT_EQ(m_out.find("numbers begin as in any hall"), std::string::npos) << m_out;
        EXPECT_GT(lastTicketIn(target), 62U - static_cast<unsigned>(kept));
        must({"verify", "--data", target});
    }
}

TEST_F(LostLines, OfAHallThatNeverOpenedBeginsAsAnyHall)
{
    must({"restore", m_scratch / "restored", "--from", m_hall});
    EXPECT_NE(m_out.find("numbers begin as in any hall"), std::string::npos) << m_out;
    EXPECT_EQ(lastTicketIn(m_scratch / "restored"), 0U);
}
