#include <db/support/left_hall.h>

#include <db/journal/journal.h>

#include <gmock/gmock.h>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Chain, AHallThatWasKilledStartsAndIsWhole)
{
    const LeftHall hall{20};
    EXPECT_THAT(hall.start(), IsEmpty());
    EXPECT_EQ(checkJournal(hall.path()).value_or(0), hall.lastSeq);
}

TEST(Chain, ALostWriteAheadLogStopsTheStartWithWords)
{
    const LeftHall hall{20};
    std::filesystem::remove(hall.path() / "hall.db-wal");
    const std::string told = hall.start();
    EXPECT_THAT(told, HasSubstr(std::to_string(hall.lastSeq)));
    EXPECT_THAT(told, HasSubstr("its -wal was lost"));
    EXPECT_EQ(hall.start(), told) << "the first start mended nothing";
    EXPECT_THAT(told, HasSubstr("starqueue restore NEW-DIRECTORY --from " + hall.path().string()));
}

TEST(Chain, ALostAnchorStopsTheStart)
{
    const LeftHall hall{20};
    std::filesystem::remove(hall.path() / "chain.anchor");
    EXPECT_THAT(hall.start(), HasSubstr("chain.anchor, which says how far the journal went, is missing"));
    std::filesystem::remove(hall.path() / "hall.db-wal");
    EXPECT_THAT(hall.start(), HasSubstr("is missing")) << "not taken for a new hall";
}

TEST(Chain, DeletedLastLinesStopTheStart)
{
    const LeftHall hall{20};
    hall.change("DELETE FROM journal WHERE seq > " + std::to_string(hall.lastSeq - 2));
    EXPECT_THAT(hall.start(), HasSubstr("were answered"));
}

TEST(Chain, ALineOfTheDayThatWasChangedStopsTheStart)
{
    const LeftHall hall{20};
    hall.change("UPDATE journal SET payload = replace(payload, '\"stars\":0', '\"stars\":7') WHERE seq = " +
                std::to_string(hall.lastSeq - 5));
    EXPECT_THAT(hall.start(), HasSubstr("isn't what this program wrote"));
}

TEST(Chain, ADayThatWasMovedOrCopiedStopsTheStart)
{
    for (const char* sql :
         {"UPDATE journal SET seq = 1000001 WHERE seq = (SELECT max(seq) FROM journal WHERE name = "
          "'day_opened')",
          "INSERT INTO journal SELECT 5000, at, name, payload, 5000, token, request, body, chain FROM "
          "journal "
          "WHERE name = 'day_opened' LIMIT 1",
          "INSERT INTO journal SELECT 5000, at, name, payload, NULL, NULL, NULL, NULL, chain FROM journal "
          "WHERE name = 'day_opened' LIMIT 1"}) {
        const LeftHall hall{20};
        hall.change(sql);
        const std::string told = hall.start();
        EXPECT_THAT(told, testing::AnyOf(HasSubstr("nothing leads to the day"),
                                         HasSubstr("the journal lacks what lies between")))
            << sql;
        EXPECT_FALSE(checkJournal(hall.path())) << sql;
        EXPECT_EQ(hall.start(), told) << "the first start mended nothing";
    }
}

TEST(Chain, ALineThatLostItsHashStopsTheStart)
{
    const LeftHall hall{20};
    hall.change("UPDATE journal SET chain = NULL WHERE seq = " + std::to_string(hall.lastSeq - 5));
    EXPECT_FALSE(checkJournal(hall.path()));
    EXPECT_THAT(hall.start(), HasSubstr("isn't what this program wrote"));
}

TEST(Chain, ASecondHeadIsFound)
{
    const LeftHall hall{20};
    hall.change("INSERT INTO hall_head SELECT * FROM hall_head");
    EXPECT_FALSE(checkJournal(hall.path()));
    EXPECT_THAT(hall.start(), HasSubstr("more than one row"));
}

TEST(Chain, ARequestThatWasChangedIsFound)
{
    const LeftHall hall{20};
    hall.change("UPDATE journal SET token = 'other' WHERE seq = (SELECT max(seq) FROM journal WHERE token "
                "IS NOT NULL)");
    EXPECT_FALSE(checkJournal(hall.path()));
    EXPECT_THAT(hall.start(), HasSubstr("isn't what this program wrote"));
}

TEST(Chain, ANothingThatBecameAZeroIsFound)
{
    const LeftHall hall{20};
    hall.change("UPDATE journal SET last_seq = 0 WHERE seq = (SELECT max(seq) FROM journal WHERE last_seq IS "
                "NULL)");
    EXPECT_FALSE(checkJournal(hall.path()));
    EXPECT_THAT(hall.start(), HasSubstr("isn't what this program wrote"));
}

TEST(Chain, ALineWithoutItsHashIsNotTakenForAnOlderOne)
{
    const LeftHall hall{20};
    hall.change("UPDATE journal SET payload = '{}', chain = NULL WHERE seq = 1");
    EXPECT_FALSE(checkJournal(hall.path()));
    hall.change("UPDATE journal SET chain = NULL");
    EXPECT_THAT(hall.start(), HasSubstr("has no hash"));
    hall.change("DELETE FROM hall_head");
    EXPECT_THAT(hall.start(), HasSubstr("isn't the database"));
}

TEST(Chain, LostTokensStopTheStart)
{
    for (const char* sql : {"DELETE FROM token WHERE role = 'usher'", "UPDATE token SET role = 'admin'"}) {
        const LeftHall hall{3};
        hall.change(sql);
        EXPECT_THAT(hall.start(), HasSubstr("token")) << sql;
    }
    const LeftHall hall{3};
    hall.change("DROP TABLE token");
    EXPECT_THAT(hall.start(), HasSubstr("its tables"));
}

TEST(Chain, AJournalFromBeforeItIsSealedAtItsFirstStart)
{
    TempDir dir;
    const std::string sql = bytesIn(std::filesystem::path{STARQUEUE_DB_TEST_DATA} / "hall-v2.sql");
    SQLite::Database database{(dir.path() / "hall.db").string(),
                              SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    database.exec(sql);
    ASSERT_TRUE(Journal::open(dir.path()));
    EXPECT_EQ(checkJournal(dir.path()).value_or(0), 12U);
    database.exec("UPDATE journal SET at = at + 1 WHERE seq = 2");
    EXPECT_FALSE(checkJournal(dir.path()));
}

TEST(Chain, AnAnchorThatIsTornKeepsNobodyFromStarting)
{
    const LeftHall hall{5};
    for (std::size_t size = 1; size < 192; size += 7) {
        setBytes(hall.path() / "chain.anchor", std::string(size, 'x'));
        EXPECT_THAT(hall.start(), IsEmpty());
    }
}

TEST(Chain, AnAnchorThatIsEmptyIsMissedLikeOneThatIsGone)
{
    const LeftHall hall{5};
    setBytes(hall.path() / "chain.anchor", "");
    EXPECT_THAT(hall.start(),
                HasSubstr("chain.anchor, which says how far the journal went, is missing or empty"));
}
