// What verify, restore and doctor make of page checksums, in each database of a hall.
#include <cli/damage/hall_with_card.h>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabases[] = {"hall.db", "customers.db", "keys/persons.db"};
constexpr std::size_t kReservedByte = 20;

/// Writes `file` anew as programs did before page checksums: the same rows on whole pages.
void makeOld(const fs::path& file)
{
    const fs::path old = file.string() + ".old";
    {
        SQLite::Database plain(old.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        plain.exec("ATTACH '" + file.string() + "' AS now");
        std::string copy;
        for (SQLite::Statement each(plain, "SELECT sql, type, name FROM now.sqlite_schema WHERE sql IS NOT "
                                           "NULL ORDER BY type = 'index'");
             each.executeStep();) {
            copy += each.getColumn(0).getString() + ';';
            if (each.getColumn(1).getString() == "table")
                copy += "INSERT INTO " + each.getColumn(2).getString() + " SELECT * FROM now." +
                        each.getColumn(2).getString() + ';';
        }
        for (const char* pragma : {"user_version", "application_id"})
            copy += std::string("PRAGMA ") + pragma + '=' +
                    plain.execAndGet(std::string("PRAGMA now.") + pragma).getString() + ';';
        plain.exec(copy + "DETACH now; PRAGMA journal_mode=WAL");
    }
    fs::rename(old, file);
}

using PageChecksums = test::HallWithCard;

} // namespace

TEST_F(PageChecksums, OfEachDatabaseAreVerifiedAndTheDamagedPageIsNamed)
{
    must({"verify", "--data", m_hall});
    EXPECT_EQ(m_out.find("without page checksums"), std::string::npos) << m_out;
    for (const char* name : kDatabases) {
        const std::string whole = read(m_hall / name);
        std::string damaged = whole;
        damaged.at(4096 + 4000) ^= 1;
        std::ofstream(m_hall / name) << damaged;
        EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed) << name;
        EXPECT_NE(m_err.find(std::string(name) + ": page 2 isn't what was written"), std::string::npos)
            << m_err;
        EXPECT_NE(m_err.find("restore it from a backup"), std::string::npos) << m_err;
        std::ofstream(m_hall / name) << whole;
    }
    must({"verify", "--data", m_hall});
}

TEST_F(PageChecksums, ADamagedHallIsNotBackedUp)
{
    std::string damaged = read(m_hall / "hall.db");
    damaged.at(2 * 4096 + 4000) ^= 1;
    std::ofstream(m_hall / "hall.db") << damaged;
    EXPECT_EQ(run({"backup", m_hall, m_scratch / "backup"}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("hall.db: page 3 isn't what was written"), std::string::npos) << m_err;
    EXPECT_FALSE(fs::exists(m_scratch / "backup"));
}

TEST_F(PageChecksums, AreLackedByAHallFromBeforeThemUntilItIsRestored)
{
    for (const char* name : kDatabases)
        makeOld(m_hall / name);
    must({"verify", "--data", m_hall});
    for (const char* name : {"hall.db", "customers.db", "persons.db"})
        EXPECT_NE(m_out.find(std::string(name) + " is without page checksums"), std::string::npos) << m_out;
    test::addLines(m_hall, {180}); // it goes on as it is
    EXPECT_EQ(read(m_hall / "hall.db")[kReservedByte], 0);
    const fs::path backup = m_scratch / "backup";
    const fs::path keys = m_scratch / "keys";
    const fs::path target = m_scratch / "restored";
    must({"backup", m_hall, backup, "--keys", keys});
    must({"verify", "--data", backup, "--keys", keys});
    must({"restore", target, "--from", backup, "--keys", keys});
    must({"verify", "--data", target});
    EXPECT_EQ(m_out.find("without page checksums"), std::string::npos) << m_out;
    for (const char* name : kDatabases) {
        EXPECT_EQ(read(target / name)[kReservedByte], 8) << name;
        EXPECT_EQ(modeOf(target / name), 0600U) << name;
    }
    const auto store = db::CustomerStore::open(target);
    ASSERT_TRUE(store) << store.error().detail;
    EXPECT_EQ((*(*store)->lookup(db::IdentityKind::Card, "1"))->stars, 5);
}
