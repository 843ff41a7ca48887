// What a hall has had and lost, and what somebody changed by SQL who renewed the page checksums: found by
// `verify`.
#include <cli/damage/hall_with_card.h>

#include <db/pages/checksum_vfs.h>
#include <db/security/security_log.h>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

namespace fs = std::filesystem;

class Holdings : public test::HallWithCard
{
protected:
    void SetUp() override
    {
        HallWithCard::SetUp();
        ASSERT_EQ(run({"token", "add", "--role", "usher", "--data", m_hall}), ExitStatus::Well) << m_err;
        ASSERT_EQ(verify(), ExitStatus::Well) << m_err;
        fs::copy(m_hall, m_whole, fs::copy_options::recursive);
    }
    ExitStatus verify() { return run({"verify", "--data", m_hall}); }
    void makeWhole() const
    {
        fs::remove_all(m_hall);
        fs::copy(m_whole, m_hall, fs::copy_options::recursive);
    }
    /// With the checksums of what it writes.
    void write(const fs::path& name, const std::string& sql) const
    {
        SQLite::Database((m_hall / name).string(), SQLite::OPEN_READWRITE, 0, db::checksumVfs()).exec(sql);
    }
    /// "table.column" of each column of each table.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> columnsOf(const fs::path& name) const
    {
        std::vector<std::pair<std::string, std::string>> columns;
        SQLite::Database database((m_hall / name).string(), SQLite::OPEN_READONLY, 0, db::checksumVfs());
        SQLite::Statement all(database,
                              "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
                              "WHERE m.type = 'table'");
        while (all.executeStep())
            columns.emplace_back(all.getColumn(0).getString(), all.getColumn(1).getString());
        return columns;
    }
    [[nodiscard]] bool startIsRefused() const { return !db::CustomerStore::open(m_hall).has_value(); }

    fs::path m_whole = fs::path(testing::TempDir()) / ("whole-" + std::to_string(::getpid()));
    void TearDown() override
    {
        fs::remove_all(m_whole);
        HallWithCard::TearDown();
    }
};

constexpr const char* kKept[] = {"customers.db", "keys/persons.db", "keys/lookup.key", "holdings",
                                 "security.anchor"};

} // namespace

TEST_F(Holdings, AreMissedByVerifyAndDoctorWhereAFileIsGoneOrEmpty)
{
    for (const char* name : kKept)
        for (const bool isGone : {true, false}) {
            SCOPED_TRACE(std::string(name) + (isGone ? " gone" : " empty"));
            if (isGone)
                fs::remove(m_hall / name);
            else
                fs::resize_file(m_hall / name, 0);
            EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
            EXPECT_NE(m_err.find(fs::path(name).filename()), std::string::npos) << m_err;
            EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed) << m_out;
            makeWhole();
        }
    fs::remove_all(m_hall / "keys");
    EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
}

TEST_F(Holdings, EveryColumnThatSomebodyChangesIsFoundByVerify)
{
    for (const char* name : {"hall.db", "customers.db", "keys/persons.db"})
        for (const auto& [table, column] : columnsOf(name))
            for (const char* value : {"NULL", "1", "x'00'", "'x'"}) {
                const std::string whole = "UPDATE " + table + " SET " + column + " = " + value;
                SCOPED_TRACE(std::string(name) + ": " + whole);
                try {
                    SQLite::Database file((m_hall / name).string(), SQLite::OPEN_READWRITE, 0,
                                          db::checksumVfs());
                    const std::string before =
                        file.execAndGet("SELECT group_concat(quote(" + column + ")) FROM " + table)
                            .getString();
                    file.exec(whole);
                    const std::string after =
                        file.execAndGet("SELECT group_concat(quote(" + column + ")) FROM " + table)
                            .getString();
                    if (before == after)
                        continue;
                } catch (const SQLite::Exception&) {
                    continue; // the table takes no such value
                }
                EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
                makeWhole();
            }
}

TEST_F(Holdings, ASealThatIsRemovedIsNeitherTakenForNewNorMadeAnew)
{
    for (const char* name : {"customers.db", "keys/persons.db"})
        for (const char* sql : {"DELETE FROM row_seal", "DROP TABLE row_seal",
                                "DROP TABLE row_seal; PRAGMA user_version = 1"}) {
            SCOPED_TRACE(std::string(name) + ": " + sql);
            write(name, sql);
            EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
            EXPECT_EQ(run({"verify", "--renew-sums", "--data", m_hall}), ExitStatus::Failed) << m_out;
            EXPECT_TRUE(startIsRefused());
            EXPECT_EQ(verify(), ExitStatus::Failed) << "the start mended nothing: " << m_out;
            makeWhole();
        }
}

TEST_F(Holdings, RowsThatSomebodyChangedAreNotSealedByTheNextImport)
{
    write("customers.db", "DELETE FROM person");
    EXPECT_FALSE((*db::CustomerStore::open(m_hall))->importCsv("kind,value,stars\ncard,2,5\n"));
    EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
}

TEST_F(Holdings, TheSecurityLogsEndIsKnownOutsideOfTheDatabase)
{
    write("hall.db", "DELETE FROM security_log WHERE seq >= (SELECT max(seq) FROM security_log); "
                     "UPDATE hall_head SET security = NULL");
    EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
    EXPECT_NE(m_err.find("security log"), std::string::npos) << m_err;
    EXPECT_FALSE(db::SecurityLog::open(m_hall).has_value());
}

TEST_F(Holdings, AForeignTriggerOrADroppedTableStopsTheStart)
{
    for (const char* sql :
         {"CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM journal WHERE seq = new.seq; END",
          "DROP TABLE security_log", "DROP INDEX journal_rules", "CREATE VIEW v AS SELECT 1"}) {
        write("hall.db", sql);
        const auto journal = db::Journal::open(m_hall);
        ASSERT_FALSE(journal.has_value()) << sql;
        EXPECT_NE(journal.error().detail.find("triggers"), std::string::npos) << journal.error().detail;
        makeWhole();
    }
    write("keys/persons.db", "CREATE TRIGGER t AFTER INSERT ON identity BEGIN DELETE FROM identity; END");
    EXPECT_TRUE(startIsRefused());
}

TEST_F(Holdings, ABackupThatIsUnfinishedOrHasLostItsManifestIsNotWhole)
{
    const fs::path target = m_scratch / "backup";
    must({"backup", m_hall, target});
    must({"verify", "--data", target});
    fs::rename(target / "manifest.json", m_scratch / "manifest.json");
    EXPECT_EQ(run({"verify", "--data", target}), ExitStatus::Failed) << m_out;
    EXPECT_NE(m_err.find("manifest.json"), std::string::npos) << m_err;
    fs::rename(m_scratch / "manifest.json", target / "manifest.json");
    fs::rename(target, m_scratch / "backup.unfinished");
    EXPECT_EQ(run({"verify", "--data", m_scratch / "backup.unfinished"}), ExitStatus::Failed) << m_out;
    EXPECT_EQ(run({"restore", m_scratch / "again", "--from", m_scratch / "backup.unfinished"}),
              ExitStatus::Failed);
}

TEST_F(Holdings, ReasonsThatAreDamagedAreTold)
{
    std::ofstream(m_hall / "keys/visit-reasons") << "visit-reasons-1 -0\n1 2 disabled\n";
    EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
    EXPECT_NE(m_err.find("visit-reasons"), std::string::npos) << m_err;
}
