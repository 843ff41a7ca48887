// What verify --renew-sums makes of a hall that another program than ours has written.
#include <cli/damage/hall_with_card.h>

#include <db/security/security_log.h>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

namespace fs = std::filesystem;

class RenewedSums : public test::HallWithCard
{
protected:
    /// As the sqlite3 shell does, which knows nothing of our checksums.
    void write(const char* name, const std::string& sql) const
    {
        SQLite::Database((m_hall / name).string(), SQLite::OPEN_READWRITE).exec(sql);
    }
    ExitStatus verify() { return run({"verify", "--data", m_hall}); }
    ExitStatus renew() { return run({"verify", "--renew-sums", "--data", m_hall}); }
    void expectRefused(const std::string& why)
    {
        const std::string before = read(m_hall / "hall.db") + read(m_hall / "customers.db");
        EXPECT_EQ(renew(), ExitStatus::Failed) << m_out;
        EXPECT_NE(m_err.find(why), std::string::npos) << m_err;
        EXPECT_EQ(read(m_hall / "hall.db") + read(m_hall / "customers.db"), before);
    }
};

constexpr auto kMore = "more than checksums is wrong";

} // namespace

TEST_F(RenewedSums, LetAHallGoOnThatAnotherProgramHasWrittenAndSayHowManyPages)
{
    for (const char* name : {"hall.db", "customers.db", "keys/persons.db"})
        write(name, "VACUUM");
    EXPECT_EQ(verify(), ExitStatus::Failed);
    EXPECT_NE(m_err.find("--renew-sums"), std::string::npos) << m_err;
    ASSERT_EQ(renew(), ExitStatus::Well) << m_err;
    for (const char* name : {"hall.db: ", "customers.db: ", "persons.db: "})
        EXPECT_NE(m_out.find(name), std::string::npos) << m_out;
    EXPECT_NE(m_out.find("pages got the checksum"), std::string::npos) << m_out;
    EXPECT_NE(m_out.find("whole: 2 events"), std::string::npos) << m_out;
    test::addLines(m_hall, {180});
    ASSERT_EQ(verify(), ExitStatus::Well) << m_err;
    EXPECT_EQ((*(*db::CustomerStore::open(m_hall))->lookup(db::IdentityKind::Card, "1"))->stars, 5);
    const auto entries = (*db::SecurityLog::open(m_hall))->latest(0, 9).value();
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries.front().what, db::SecurityEvent::SumsRenewed);
}

TEST_F(RenewedSums, AreNotRefusedForWhatAVerifyLeft)
{
    for (const char* name : {"hall.db", "customers.db", "keys/persons.db"}) {
        write(name, "VACUUM");
        ASSERT_EQ(verify(), ExitStatus::Failed) << name;
        for (const char* log : {"-wal", "-shm"})
            EXPECT_FALSE(fs::exists(m_hall / (std::string(name) + log))) << name << log;
        ASSERT_EQ(renew(), ExitStatus::Well) << m_err;
        ASSERT_EQ(verify(), ExitStatus::Well) << m_err;
    }
}

TEST_F(RenewedSums, AreNotRefusedForAnEmptyLogThatNobodyUses)
{
    write("hall.db", "VACUUM");
    std::ofstream(m_hall / "hall.db-wal").flush();
    std::ofstream(m_hall / "hall.db-shm").flush();
    ASSERT_EQ(renew(), ExitStatus::Well) << m_err;
    ASSERT_EQ(verify(), ExitStatus::Well) << m_err;
}

TEST_F(RenewedSums, AreNotNeededByAHallThatIsWhole)
{
    ASSERT_EQ(renew(), ExitStatus::Well) << m_err;
    EXPECT_NE(m_out.find("nothing was changed"), std::string::npos) << m_out;
}

TEST_F(RenewedSums, AreRefusedWhereTheJournalWasWrittenToo)
{
    write("hall.db", "UPDATE journal SET at = at + 1 WHERE seq = 1");
    expectRefused(kMore);
}

TEST_F(RenewedSums, AreRefusedWhereTheJournalsEndWasCut)
{
    write("hall.db", "DELETE FROM journal WHERE seq = 2");
    expectRefused(kMore);
}

TEST_F(RenewedSums, AreRefusedWhereTablesOrSealedRowsWereWrittenToo)
{
    for (const auto& [name, sql] :
         {std::pair{"hall.db", "UPDATE token SET role = 'admin'"}, std::pair{"hall.db", "DROP TABLE user"},
          std::pair{"customers.db", "DELETE FROM person"}, std::pair{"customers.db", "CREATE TABLE more (x)"},
          std::pair{"keys/persons.db", "DELETE FROM identity"}}) {
        write(name, sql);
        expectRefused(kMore);
        TearDown();
        SetUp();
    }
}

TEST_F(RenewedSums, AreRefusedWhereABitInAJournalsPageIsAnother)
{
    std::string bytes = read(m_hall / "hall.db");
    const auto at = bytes.find("clock_stepped");
    ASSERT_NE(at, std::string::npos);
    bytes[at] ^= 1;
    std::ofstream(m_hall / "hall.db") << bytes;
    expectRefused(kMore);
}

TEST_F(RenewedSums, AreForAStoppedHallAlone)
{
    const auto service = db::Journal::open(m_hall);
    ASSERT_TRUE(service);
    EXPECT_EQ(std::system((STARQUEUE_PROGRAM " verify --renew-sums --data " + m_hall.string() + " 2>" +
                           (m_scratch / "said").string())
                              .c_str()),
              1 << 8);
    EXPECT_NE(read(m_scratch / "said").find("hall.lock"), std::string::npos) << read(m_scratch / "said");
}

TEST_F(RenewedSums, AreRefusedWhileAnotherProgramHasADatabaseOpen)
{
    SQLite::Database shell((m_hall / "hall.db").string(), SQLite::OPEN_READWRITE);
    shell.exec("CREATE TABLE more (x)");
    EXPECT_EQ(renew(), ExitStatus::Failed);
    EXPECT_NE(m_err.find("hall.db-wal is there"), std::string::npos) << m_err;
}
