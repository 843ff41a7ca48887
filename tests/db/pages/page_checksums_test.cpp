#include <db/chain/anchor_of_copy.h>
// Page checksums: the format that https://sqlite.org/cksumvfs.html describes, and what is found by them.
#include <db/pages/page_checksum.h>
#include <db/sqlite/database_copy.h>
#include <db/sqlite/hall_database.h>
#include <db/support/by_hand.h>
#include <db/support/left_hall.h>

#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <thread>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;
using ::testing::HasSubstr;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPage = 4096;
constexpr std::size_t kReservedByte = 20;
constexpr std::array<Migration, 1> kBlobs{"CREATE TABLE blob (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"};

std::string flipped(std::string bytes, std::size_t at, unsigned bit = 3)
{
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
    return bytes;
}

/// Pages whose last eight bytes aren't their sum, counted straight from the file.
std::size_t wrongPagesIn(const fs::path& file)
{
    const std::string bytes = bytesIn(file);
    std::size_t wrong = bytes.size() % kPage;
    for (std::size_t at = 0; at + kPage <= bytes.size(); at += kPage)
        wrong += hasRightSum(std::string_view{bytes}.substr(at, kPage)) ? 0 : 1;
    return wrong;
}

std::string faultIn(const fs::path& file)
{
    const auto checked = checkPages(file);
    return checked ? "" : checked.error().detail;
}

class PageChecksums : public ::testing::Test
{
protected:
    [[nodiscard]] fs::path file() const { return hallDatabase(m_dir.path()); }
    /// Of a hall that served and was stopped: all in one file.
    std::string servedHall()
    {
        LeftHall hall{60};
        EXPECT_EQ(hall.start(), "");
        fs::copy_file(hallDatabase(hall.path()), file());
        return bytesIn(file());
    }
    void put(const std::string& bytes) const
    {
        for (const char* beside : {"-wal", "-shm"})
            fs::remove(file().string() + beside);
        setBytes(file(), bytes);
    }
    /// Three times the page cache of whoever copies it; `database` has all of it in its log.
    [[nodiscard]] static SQLite::Database manyPages(const fs::path& file, const char* vfs)
    {
        SQLite::Database database{file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0, vfs};
        if (vfs == std::string_view{checksumVfs()})
            reserveSums(database);
        database.exec("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; PRAGMA application_id=7; "
                      "PRAGMA user_version=9");
        database.exec(kBlobs[0]);
        database.exec("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) "
                      "INSERT INTO blob SELECT i, randomblob(4200) FROM n");
        return database;
    }

    TempDir m_dir;
};

} // namespace

TEST(PageChecksum, IsThatOfCksumvfs)
{
    std::string page(512, '\0');
    for (std::size_t i = 0; i + kSumBytes < page.size(); ++i)
        page[i] = static_cast<char>(i * 7 + 3);
    EXPECT_FALSE(hasRightSum(page));
    setSum(page);
    // Computed by hand from the description: s1 += word + s2, s2 += word + s1, little-endian.
    EXPECT_EQ(page.substr(page.size() - kSumBytes), std::string("\xFC"
                                                                "\xCE"
                                                                "\x0C"
                                                                "\x20"
                                                                "\x04"
                                                                "\xC7"
                                                                "\xD0"
                                                                "\x10",
                                                                8));
    EXPECT_TRUE(hasRightSum(page));
}

TEST_F(PageChecksums, StandInEachPageOfANewHallAndAnySqliteReadsIt)
{
    const std::string bytes = servedHall();
    EXPECT_EQ(bytes[kReservedByte], kSumBytes);
    EXPECT_EQ(wrongPagesIn(file()), 0U);
    SQLite::Database plain{file().string()};
    EXPECT_EQ(plain.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(PageChecksums, FindAnyFlippedBitOfTheDatabaseAndNameItsPage)
{
    const std::string whole = servedHall();
    ASSERT_EQ(checkPages(file()).value(), Checksums::Right);
    const std::size_t step = std::getenv("STARQUEUE_FULL") != nullptr ? 7 : 331;
    for (std::size_t at = 0; at < whole.size(); at += step) {
        put(flipped(whole, at, at % 8));
        const std::string page = std::to_string(at / kPage + 1);
        // Where nothing says any more what it is, SQLite says so.
        ASSERT_THAT(faultIn(file()), at < 100 ? HasSubstr(".db") : HasSubstr(": page " + page + " isn't"))
            << at;
    }
}

TEST_F(PageChecksums, FindAFlipInTheByteThatSaysThatThereAreSome)
{
    const std::string whole = servedHall();
    for (unsigned bit = 0; bit < 8; ++bit) {
        put(flipped(whole, kReservedByte, bit));
        EXPECT_THAT(faultIn(file()), HasSubstr("page 1 ")) << bit;
        const auto journal = Journal::open(m_dir.path());
        ASSERT_FALSE(journal) << bit;
        EXPECT_THAT(journal.error().detail, HasSubstr("restore it from a backup"));
    }
}

TEST_F(PageChecksums, FindThatFlipAlsoWhileTheFirstPageIsInTheLog)
{
    const LeftHall hall{3};
    const fs::path left = hallDatabase(hall.path());
    ASSERT_EQ(checkPages(left).value(), Checksums::Right);
    setBytes(left, flipped(bytesIn(left), kReservedByte));
    EXPECT_THAT(faultIn(left), HasSubstr("page 1 "));
}

TEST_F(PageChecksums, FindAPageThatIsCutShort)
{
    const std::string whole = servedHall();
    for (const std::size_t cut : {1U, 2000U, 4095U}) {
        put(whole.substr(0, whole.size() - cut));
        EXPECT_NE(faultIn(file()), "") << cut;
    }
}

TEST_F(PageChecksums, AHallThatWasKilledIsWholeBeforeAndAfterItsNextStart)
{
    const LeftHall hall{60};
    EXPECT_EQ(faultIn(hallDatabase(hall.path())), "");
    ASSERT_EQ(hall.start(), "");
    EXPECT_EQ(faultIn(hallDatabase(hall.path())), "");
    EXPECT_EQ(wrongPagesIn(hallDatabase(hall.path())), 0U);
}

TEST_F(PageChecksums, DamageWhileTheHallRunsIsAnErrorThatNamesFilePageAndWhatToDo)
{
    const LeftHall hall{60};
    auto journal = Journal::open(hall.path());
    ASSERT_TRUE(journal);
    openByHand(hallDatabase(hall.path())).exec("PRAGMA wal_checkpoint(TRUNCATE)");
    const std::string bytes = bytesIn(hallDatabase(hall.path()));
    // Its first leaves are those of the oldest lines, which a start reads none of.
    std::string damaged = bytes;
    for (std::size_t page = 2; page < bytes.size() / kPage; ++page)
        damaged = flipped(std::move(damaged), page * kPage + 2000);
    setBytes(hallDatabase(hall.path()), damaged);
    const auto lines = (*journal)->read(0, 100'000);
    ASSERT_FALSE(lines);
    EXPECT_EQ(lines.error().fault, StorageFault::Unreadable);
    EXPECT_THAT(lines.error().detail, HasSubstr("hall.db: page "));
    EXPECT_THAT(lines.error().detail, HasSubstr("restore it from a backup"));
}

TEST_F(PageChecksums, AreVerifiedAlsoWhereAMemoryMappingIsAskedFor)
{
    const std::string whole = servedHall();
    SQLite::Database database = openByHand(file());
    database.exec("PRAGMA mmap_size=100000000");
    setBytes(file(), flipped(whole, whole.size() - 100));
    EXPECT_THROW(database.exec("SELECT sum(length(payload)) FROM journal"), SQLite::Exception);
}

TEST_F(PageChecksums, AreNotVerifiedWhereThatIsSwitchedOff)
{
    const std::string whole = servedHall();
    put(flipped(whole, whole.size() - kSumBytes));
    SQLite::Database database = openByHand(file());
    EXPECT_EQ(database.execAndGet("PRAGMA checksum_verification").getInt(), 1);
    EXPECT_EQ(database.execAndGet("PRAGMA checksum_verification=OFF").getInt(), 0);
    EXPECT_EQ(database.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(database.execAndGet("PRAGMA checksum_verification=ON").getInt(), 1);
}

TEST_F(PageChecksums, FindWhatAProgramWroteThatKnowsNothingOfThem)
{
    (void)servedHall();
    SQLite::Database{file().string(), SQLite::OPEN_READWRITE}.exec("UPDATE token SET label = 'x'");
    EXPECT_THAT(faultIn(file()), HasSubstr("checksum is wrong"));
}

TEST_F(PageChecksums, AHallFromBeforeThemIsServedAsItIs)
{
    SQLite::Database{file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
        bytesIn(fs::path{STARQUEUE_DB_TEST_DATA} / "hall-v4.sql"));
    ASSERT_TRUE(anchorCopy(m_dir.path())); // as its own program left it
    {
        ServiceUnderTest service{m_dir.path()};
        EXPECT_TRUE(service.send(issue(), key(77)).accepted());
    }
    EXPECT_EQ(bytesIn(file())[kReservedByte], 0);
    EXPECT_EQ(checkPages(file()).value(), Checksums::None);
    EXPECT_TRUE(checkJournal(m_dir.path()));
}

TEST_F(PageChecksums, ACopyHasThemThoughItsPagesCameFromTheLogAndDidntFitTheCache)
{
    const SQLite::Database many = manyPages(m_dir.path() / "many.db", checksumVfs());
    const fs::path copy = m_dir.path() / "copy.db";
    const auto copied = copyDatabase(m_dir.path() / "many.db", copy);
    ASSERT_TRUE(copied) << copied.error().detail;
    EXPECT_EQ(*copied, Checksums::Right);
    EXPECT_GT(fs::file_size(copy), 6'000'000U);
    EXPECT_EQ(wrongPagesIn(copy), 0U);
}

TEST_F(PageChecksums, AreAddedToADatabaseFromBeforeThemThatStaysTheSame)
{
    const fs::path old = m_dir.path() / "many.db";
    std::string rows;
    {
        SQLite::Database many = manyPages(old, "");
        rows = many.execAndGet("SELECT hex(group_concat(substr(bytes, 1, 20))) FROM blob").getString();
    }
    ASSERT_EQ(checkPages(old).value(), Checksums::None);
    const auto added = addChecksums(old);
    ASSERT_TRUE(added) << added.error().detail;
    EXPECT_EQ(checkPages(old).value(), Checksums::Right);
    EXPECT_EQ(wrongPagesIn(old), 0U);
    SQLite::Database after = openByHand(old);
    EXPECT_EQ(after.execAndGet("SELECT hex(group_concat(substr(bytes, 1, 20))) FROM blob").getString(), rows);
    EXPECT_EQ(after.execAndGet("PRAGMA application_id").getInt(), 7);
    EXPECT_EQ(after.execAndGet("PRAGMA user_version").getInt(), 9);
    EXPECT_FALSE(fs::exists(old.string() + ".rows"));
}

TEST_F(PageChecksums, NoFalseAlarmWhileTheHallWritesAndMovesItsLog)
{
    auto journal = Journal::open(m_dir.path());
    ASSERT_TRUE(journal);
    std::atomic<bool> isWriting = true;
    std::string fault;
    std::thread checker{[&] {
        while (isWriting && fault.empty())
            fault = faultIn(file());
    }};
    sync::assumeCapability(writersThread);
    SQLite::Database mover = openByHand(file());
    for (std::uint64_t seq = 1; seq <= 400; ++seq) {
        Recorded line{seq,
                      Instant{},
                      "clock_stepped",
                      R"({"offsetSeconds":2,"more":")" + std::string(3000, 'x') + "\"}",
                      {}};
        EXPECT_TRUE((*journal)->commit({{std::move(line)}, {}}));
        if (seq % 10 == 0)
            mover.exec("PRAGMA wal_checkpoint");
    }
    isWriting = false;
    checker.join();
    EXPECT_EQ(fault, "");
}
