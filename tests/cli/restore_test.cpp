#include <cli/command_line.h>
#include <cli/hall_lines.h>

#include <db/pages/checksum_vfs.h>
#include <db/people/customers.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace starqueue;
using namespace starqueue::cli;
using test::addLines;

namespace {

namespace fs = std::filesystem;

class Restore : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        m_backup = m_scratch / "backup";
        m_set = m_scratch / "set";
        m_keys = m_scratch / "keys";
        m_target = m_scratch / "restored";
    }
    [[nodiscard]] static std::string lifeIn(const fs::path& dir)
    {
        return read(dir / "chain.anchor").substr(0, 32);
    }

    fs::path m_backup;
    fs::path m_set;
    fs::path m_keys;
    fs::path m_target;
};

} // namespace

TEST_F(Restore, MakesAHallOfABackupWithAnotherLife)
{
    addLines(m_hall, {60, 120});
    must({"backup", m_hall, m_backup});
    must({"restore", m_target, "--from", m_backup});
    EXPECT_NE(m_out.find("event 2"), std::string::npos) << m_out;
    EXPECT_NE(m_out.find("--without-customers"), std::string::npos) << m_out;
    must({"verify", "--data", m_target});
    EXPECT_NE(lifeIn(m_target), lifeIn(m_backup));
    EXPECT_EQ(read(m_target / "hall.toml"), read(m_hall / "hall.toml"));
    must({"verify", "--data", m_backup});
}

TEST_F(Restore, OfARestoredHallKeepsItsChain)
{
    addLines(m_hall, {60});
    must({"backup", m_hall, m_backup});
    must({"restore", m_target, "--from", m_backup});
    addLines(m_target, {180});
    must({"backup", m_target, m_scratch / "second"});
    must({"restore", m_scratch / "again", "--from", m_scratch / "second"});
    must({"verify", "--data", m_scratch / "again"});
    EXPECT_NE(lifeIn(m_scratch / "again"), lifeIn(m_target));
}

TEST_F(Restore, NeverWritesOverAHall)
{
    must({"backup", m_hall, m_backup});
    const std::string before = read(m_hall / "hall.db");
    EXPECT_EQ(run({"restore", m_hall, "--from", m_backup}), ExitStatus::Failed);
    EXPECT_EQ(read(m_hall / "hall.db"), before);
}

TEST_F(Restore, TakesOnlyWhatIsABackupAndWhole)
{
    fs::create_directory(m_scratch / "nothing");
    EXPECT_EQ(run({"restore", m_target, "--from", m_scratch / "nothing"}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("is no backup"), std::string::npos) << m_err;
    must({"backup", m_hall, m_backup});
    std::ofstream(m_backup / "hall.toml", std::ios::app) << "# changed";
    EXPECT_EQ(run({"restore", m_target, "--from", m_backup}), ExitStatus::Failed);
    EXPECT_FALSE(fs::exists(m_target));
    EXPECT_FALSE(fs::exists(m_scratch / "restored.unfinished"));
}

TEST_F(Restore, ForgetsWhatHappenedAfterThatTime)
{
    addLines(m_hall, {60, 120, 120, 180});
    must({"backup", m_hall, m_backup});
    // The lines set the clock two seconds ahead, in Shanghai.
    must({"restore", m_target, "--from", m_backup, "--until", "1970-01-01 08:03"});
    EXPECT_NE(m_out.find("event 3"), std::string::npos) << m_out;
    must({"verify", "--data", m_target});
    EXPECT_NE(m_out.find("3 events"), std::string::npos) << m_out;
    EXPECT_EQ(run({"restore", m_scratch / "none", "--from", m_backup, "--until", "1970-01-01 08:00"}),
              ExitStatus::Failed);
    EXPECT_EQ(run({"restore", m_scratch / "none", "--from", m_backup, "--until", "soon"}),
              ExitStatus::WrongUse);
}

TEST_F(Restore, BringsTheCustomersBackWithTheirKeys)
{
    {
        const auto store = db::CustomerStore::open(m_hall);
        ASSERT_TRUE((*store)->importCsv("kind,value,stars\ncard,1,5\ncard,2,4\n"));
    }
    must({"backup", m_hall, m_backup, "--keys", m_keys});
    must({"restore", m_target, "--from", m_backup, "--keys", m_keys});
    EXPECT_EQ(modeOf(m_target / "keys" / "persons.db"), 0600U);
    const auto store = db::CustomerStore::open(m_target);
    ASSERT_TRUE(store) << store.error().detail;
    EXPECT_EQ((*(*store)->lookup(db::IdentityKind::Card, "1"))->stars, 5);
}

TEST_F(Restore, KeysAreOneFileThatIsReplacedAndAForgottenPersonIsInNone)
{
    queue::Bits128 gone{};
    {
        const auto store = db::CustomerStore::open(m_hall);
        ASSERT_TRUE((*store)->importCsv("kind,value,stars\ncard,1,5\ncard,2,4\n"));
        gone = (*(*store)->lookup(db::IdentityKind::Card, "1"))->customerRef;
    }
    must({"backup", m_hall, "--keys", m_keys});
    EXPECT_EQ(modeOf(m_keys), 0600U);
    const std::string older = read(m_keys);
    {
        const auto store = db::CustomerStore::open(m_hall);
        ASSERT_TRUE((*store)->forget(gone).value_or(false));
    }
    must({"backup", m_hall, m_backup, "--keys", m_keys});
    EXPECT_NE(read(m_keys), older);
    // Even of keys from before: the backup knows who was forgotten.
    std::ofstream(m_keys) << older;
    must({"restore", m_target, "--from", m_backup, "--keys", m_keys});
    const auto store = db::CustomerStore::open(m_target);
    ASSERT_TRUE(store);
    EXPECT_FALSE((*store)->lookup(db::IdentityKind::Card, "1").value_or(std::nullopt));
    EXPECT_TRUE((*store)->lookup(db::IdentityKind::Card, "2").value_or(std::nullopt));
}

TEST_F(Restore, TheDoctorTellsOfKeysWithoutACopyAndOfOneOnTheSameDisk)
{
    run({"doctor", "--data", m_hall});
    EXPECT_NE(m_out.find("backup --keys"), std::string::npos) << m_out;
    must({"backup", m_hall, "--keys", m_keys});
    EXPECT_NE(m_out.find("same disk"), std::string::npos) << m_out;
    run({"doctor", "--data", m_hall});
    EXPECT_NE(m_out.find("same disk"), std::string::npos) << m_out;
    std::ofstream(m_keys) << "cut";
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
}

TEST_F(Restore, ABackupNeedsToBeToldWhereTo)
{
    EXPECT_EQ(run({"backup", m_hall}), ExitStatus::WrongUse);
}

TEST_F(Restore, GoesOnWhereASetThatFollowedTheHallEnds)
{
    addLines(m_hall, {60, 120});
    must({"backup", m_hall, "--follow", m_set, "--once"});
    addLines(m_hall, {180, 240});
    must({"backup", m_hall, "--follow", m_set, "--once"});
    EXPECT_NE(m_out.find("event 4"), std::string::npos) << m_out;
    must({"verify", "--data", m_set});
    EXPECT_NE(m_out.find("4 events"), std::string::npos) << m_out;
    must({"restore", m_target, "--from", m_set});
    must({"verify", "--data", m_target});
    EXPECT_NE(m_out.find("4 events"), std::string::npos) << m_out;
    must({"restore", m_scratch / "earlier", "--from", m_set, "--until", "1970-01-01 08:04"});
    EXPECT_NE(m_out.find("event 3"), std::string::npos) << m_out;
}

TEST_F(Restore, ASetWithoutOneOfItsSegmentsOrWithAChangedOneIsRefused)
{
    addLines(m_hall, {60});
    must({"backup", m_hall, "--follow", m_set, "--once"});
    addLines(m_hall, {120, 180});
    must({"backup", m_hall, "--follow", m_set, "--once"});
    const fs::path segment = fs::directory_iterator(m_set / "segments")->path();
    const std::string whole = read(segment);
    fs::remove(segment);
    EXPECT_EQ(run({"restore", m_target, "--from", m_set}), ExitStatus::Failed);
    for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 40) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        std::ofstream(segment) << changed;
        EXPECT_EQ(run({"restore", m_target, "--from", m_set}), ExitStatus::Failed) << "byte " << at;
    }
    EXPECT_FALSE(fs::exists(m_target));
    std::ofstream(segment) << whole;
    std::ofstream(fs::path(segment.string() + ".new")) << "half"; // of a copy that was killed
    must({"restore", m_target, "--from", m_set});
}

TEST_F(Restore, AHallOfAnotherLifeDoesNotGoOnInTheSet)
{
    addLines(m_hall, {60});
    must({"backup", m_hall, "--follow", m_set, "--once"});
    must({"restore", m_target, "--from", m_set});
    addLines(m_target, {180});
    EXPECT_EQ(run({"backup", m_target, "--follow", m_set, "--once"}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("another life"), std::string::npos) << m_err;
    must({"verify", "--data", m_set});
}

TEST_F(Restore, SegmentsGrowUntilTheyAreFullAndALongerJournalMakesMore)
{
    must({"backup", m_hall, "--follow", m_set, "--once"});
    for (int round = 0; round < 3; ++round) {
        std::vector<int> seconds;
        for (int i = 0; i < 200; ++i)
            seconds.push_back(round * 1'000 + i);
        addLines(m_hall, seconds, std::string(4'000, 'x'));
        must({"backup", m_hall, "--follow", m_set, "--once"});
    }
    const auto files = std::distance(fs::directory_iterator(m_set / "segments"), fs::directory_iterator());
    EXPECT_EQ(files, 3) << "of a megabyte of lines each";
    must({"verify", "--data", m_set});
    EXPECT_NE(m_out.find("600 events"), std::string::npos) << m_out;
}

TEST_F(Restore, GoesOnWithWhatIsLeftOfAHallBeyondTheNumbersThatMayBeOnPaper)
{
    addLines(m_hall, {60, 120, 120, 180});
    std::ofstream(m_hall / "keys" / "keep") << "a key";
    SQLite::Database{(m_hall / "hall.db").string(), SQLite::OPEN_READWRITE, 0, db::checksumVfs()}.exec(
        "DELETE FROM journal WHERE seq > 2");
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("starqueue restore NEW-DIRECTORY --from"), std::string::npos) << m_err;
    must({"restore", m_target, "--from", m_hall});
    EXPECT_NE(m_out.find("after event 2, with a new life"), std::string::npos) << m_out;
    must({"verify", "--data", m_target});
    EXPECT_NE(lifeIn(m_target), lifeIn(m_hall));
    EXPECT_EQ(read(m_target / "keys" / "keep"), "a key");
    EXPECT_EQ(read(m_target / "tokens" / "admin"), read(m_hall / "tokens" / "admin"));
    EXPECT_EQ(run({"restore", m_scratch / "other", "--from", m_hall, "--keys", m_hall / "hall.toml"}),
              ExitStatus::Failed);
    EXPECT_NE(m_err.find("leave --keys out"), std::string::npos) << m_err;
}

TEST_F(Restore, OfABackupIsWhatMakesItAHall)
{
    must({"backup", m_hall, m_backup});
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"token", "list", "--data", m_backup},
          {"token", "add", "--role", "usher", "--data", m_backup},
          {"backup", m_backup, m_target}}) {
        EXPECT_EQ(run(command), ExitStatus::WrongUse) << command[0];
        EXPECT_NE(m_err.find("is a backup, and no hall"), std::string::npos) << m_err;
        EXPECT_NE(m_err.find("starqueue restore NEW-DIRECTORY --from " + m_backup.string()),
                  std::string::npos);
    }
    must({"verify", "--data", m_backup});
}

TEST_F(Restore, ByAClockThatIsBeforeTheLastEventAsksForTheTime)
{
    addLines(m_hall, {1'795'000'600, 1'795'001'000}); // 19:23 at the hall; this program's clock says 19:06
    must({"backup", m_hall, m_backup});
    EXPECT_EQ(run({"restore", m_target, "--from", m_backup}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("--at"), std::string::npos) << m_err;
    EXPECT_FALSE(fs::exists(m_target));
    EXPECT_EQ(run({"restore", m_target, "--from", m_backup, "--at", "2026-11-18 19:10"}), ExitStatus::Failed);
    must({"restore", m_target, "--from", m_backup, "--at", "2026-11-18 19:30"});
}

TEST_F(Restore, NotesInItsBackupThatAHallWasMadeOfItSoThatTheNextJumpsFurther)
{
    addLines(m_hall, {60, 120});
    must({"backup", m_hall, m_backup});
    must({"restore", m_target, "--from", m_backup});
    must({"restore", m_scratch / "second", "--from", m_backup});
    const std::string noted = read(m_backup / "restored");
    EXPECT_EQ(std::ranges::count(noted, '\n'), 2) << noted;
    EXPECT_NE(noted.find(lifeIn(m_target)), std::string::npos) << noted;
    EXPECT_NE(noted.find(lifeIn(m_scratch / "second")), std::string::npos) << noted;
    must({"verify", "--data", m_backup});
}
