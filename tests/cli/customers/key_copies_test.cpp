#include <cli/customers/erasing.h>

#include <db/people/erasures.h>
#include <db/people/key_copies.h>
#include <db/people/key_scratch.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <functional>
#include <future>
#include <span>
#include <utility>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

namespace fs = std::filesystem;

class KeyCopies : public test::Erasing
{
protected:
    /// Two sticks are mounted at one place in turn: `other` lies in a drawer meanwhile.
    void swap(const char* put, const char* take)
    {
        if (fs::exists(m_copy))
            fs::rename(m_copy, m_scratch / put);
        if (fs::exists(m_scratch / take))
            fs::rename(m_scratch / take, m_copy);
    }
    [[nodiscard]] std::vector<db::KeyCopy> noted() const
    {
        return db::keyCopiesOf(m_hall, files::posix()).value();
    }
    [[nodiscard]] bool isPending() const
    {
        return !db::copiesBehind(noted(), db::erasedIn(m_hall).value().size()).empty();
    }
    [[nodiscard]] bool holdsKeyHere() const
    {
        return holdsKey(m_hall / "keys" / "persons.db") || holdsKey(m_hall / "keys" / "persons.db-wal");
    }
};

/// Calls somebody before the n-th statement that any connection of this process begins.
class BeforeStatement
{
public:
    BeforeStatement(int number, std::function<void()> what)
    {
        s_left = number;
        s_what = std::move(what);
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watch));
    }
    ~BeforeStatement()
    {
        sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&watch));
        s_what = nullptr;
    }
    BeforeStatement(const BeforeStatement&) = delete;
    BeforeStatement& operator=(const BeforeStatement&) = delete;

    [[nodiscard]] static bool cameTo() { return s_left <= 0; }

private:
    static int watch(sqlite3* database, char**, const sqlite3_api_routines*)
    {
        return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &begins, nullptr);
    }
    static int begins(unsigned, void*, void*, void*)
    {
        if (s_what && --s_left == 0)
            std::exchange(s_what, nullptr)();
        return 0;
    }

    static inline int s_left = 0;
    static inline std::function<void()> s_what;
};

} // namespace

TEST_F(KeyCopies, OnTwoMediaThatAreMountedAtOnePlaceAreTwo)
{
    swap("first", "second");
    must({"backup", m_hall, "--keys", m_copy});
    EXPECT_EQ(erase(), ExitStatus::Failed) << "the first is in a drawer";
    EXPECT_FALSE(holdsKey(m_copy));
    EXPECT_TRUE(holdsKey(m_scratch / "first"));
    EXPECT_TRUE(isPending());
    EXPECT_EQ(finish(), ExitStatus::Failed);
    EXPECT_EQ(run({"customer", "finish-erasure", "--destroyed", m_copy, "--data", m_hall}),
              ExitStatus::Failed);
    EXPECT_NE(m_err.find("by its id"), std::string::npos) << m_err;
    swap("second", "first");
    EXPECT_EQ(finish(), ExitStatus::Well) << m_err;
    EXPECT_FALSE(holdsKey(m_copy));
    EXPECT_FALSE(isPending());
}

TEST_F(KeyCopies, AreStruckByTheIdThatTheDoctorShows)
{
    swap("first", "second");
    must({"backup", m_hall, "--keys", m_copy});
    EXPECT_EQ(erase(), ExitStatus::Failed);
    const auto behind = db::copiesBehind(noted(), 1);
    ASSERT_EQ(behind.size(), 1U);
    EXPECT_NE(doctor().find("--destroyed " + behind.front().id), std::string::npos) << m_out;
    must({"customer", "finish-erasure", "--destroyed", behind.front().id, "--data", m_hall});
    EXPECT_FALSE(isPending());
}

TEST_F(KeyCopies, AreKnownAgainAtAnotherPlace)
{
    fs::rename(m_copy, m_scratch / "moved");
    EXPECT_EQ(erase(), ExitStatus::Failed);
    must({"backup", m_hall, "--keys", m_scratch / "moved"});
    EXPECT_FALSE(holdsKey(m_scratch / "moved"));
    EXPECT_FALSE(isPending()) << "it is the same";
}

TEST_F(KeyCopies, AreNeverWrittenOverAnythingElse)
{
    std::ofstream(m_scratch / "letter") << "Dear customer";
    EXPECT_EQ(run({"backup", m_hall, "--keys", m_scratch / "letter"}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("stays as it is"), std::string::npos) << m_err;
    EXPECT_EQ(read(m_scratch / "letter"), "Dear customer");
    must({"init", m_scratch / "other"});
    {
        const auto made = db::CustomerStore::open(m_scratch / "other"); // which makes its keys
    }
    EXPECT_EQ(run({"backup", m_scratch / "other", "--keys", m_copy}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("another hall"), std::string::npos) << m_err;
    EXPECT_TRUE(holdsKey(m_copy));
    fs::rename(m_copy, m_scratch / "away");
    std::ofstream(m_copy) << "a letter at its place";
    EXPECT_EQ(erase(), ExitStatus::Failed);
    EXPECT_EQ(read(m_copy), "a letter at its place");
    EXPECT_TRUE(isPending());
}

TEST_F(KeyCopies, OfAnEarlierProgramGetAnIdWhenTheyAreWrittenAnew)
{
    // The file without its id, and the line of the list.
    const std::string bytes = read(m_copy);
    const auto body = bytes.substr(bytes.find('\n', bytes.find('\n') + 1) + 1);
    auto json = nlohmann::json::from_msgpack(body);
    json.erase("id");
    const auto packed = nlohmann::json::to_msgpack(json);
    const std::string old(packed.begin(), packed.end());
    std::ofstream(m_copy) << "StarQueue keys 1\n" << db::hexOf(db::hashOf(old)) << '\n' << old;
    std::ofstream(m_hall / "key-backup") << "0\t" << m_copy.string() << '\n';
    EXPECT_EQ(erase(), ExitStatus::Well) << m_err;
    EXPECT_FALSE(holdsKey(m_copy));
    ASSERT_EQ(noted().size(), 2U) << "it, and the hall's own keys";
    EXPECT_EQ(noted().back().id.size(), 32U);
    EXPECT_EQ(finish(), ExitStatus::Well) << m_err;
}

TEST_F(KeyCopies, ThatABackupKnowsOfAreKnownToTheHallThatIsRestored)
{
    must({"backup", m_hall, "--keys", m_medium / "second"});
    must({"backup", m_hall, m_scratch / "later"});
    must({"restore", m_scratch / "again", "--from", m_scratch / "later", "--keys", m_copy});
    const auto copies = db::keyCopiesOf(m_scratch / "again", files::posix()).value();
    ASSERT_EQ(copies.size(), 2U);
    EXPECT_EQ(copies.front().file, m_medium / "second");
    EXPECT_EQ(copies.back().file, m_copy);
    fs::rename(m_medium / "second", m_scratch / "away");
    EXPECT_EQ(run({"customer", "erase", "--ref", db::hexOf(m_ref), "--data", m_scratch / "again"}),
              ExitStatus::Failed);
    EXPECT_NE(m_err.find("second: pending"), std::string::npos) << m_err;
}

TEST_F(KeyCopies, AreMadeByOneProgramAtATimeSoThatNoneIsLostFromTheList)
{
    bool isAlone = false;
    {
        const BeforeStatement while_(3, [&] { isAlone = !files::posix().lock(m_hall / "scratch.lock"); });
        must({"backup", m_hall, "--keys", m_medium / "one"});
        ASSERT_TRUE(while_.cameTo());
    }
    EXPECT_TRUE(isAlone);
    std::vector<std::future<ExitStatus>> both;
    for (const char* name : {"a", "b"})
        both.push_back(std::async(std::launch::async, [this, name] {
            std::ostringstream out;
            Context context{out, out, [] { return Instant{Seconds{1'795'000'000}}; }, {}, db::kLeastCost};
            return cli::run({"backup", m_hall, "--keys", m_medium / name}, context);
        }));
    for (auto& one : both)
        EXPECT_EQ(one.get(), ExitStatus::Well);
    EXPECT_EQ(noted().size(), 4U);
}

// An erasure notes the reference, and then deletes the key: between the two the copy may still get it.
TEST_F(KeyCopies, MadeWhileSomebodyIsErasedHaveNoKeyOrArePending)
{
    fs::create_directory(m_scratch / "before");
    for (const auto& dir : {m_hall, m_medium})
        fs::copy(dir, m_scratch / "before" / dir.filename(), fs::copy_options::recursive);
    int held = 0;
    for (int number = 1;; ++number) {
        bool cameTo = false;
        {
            const BeforeStatement half(number, [&] {
                ASSERT_TRUE(db::eraseIn(m_hall, std::span{&m_ref, 1}));
            });
            must({"backup", m_hall, "--keys", m_copy});
            cameTo = half.cameTo();
        }
        if (!cameTo)
            break;
        held += holdsKey(m_copy) ? 1 : 0;
        EXPECT_TRUE(!holdsKey(m_copy) || isPending()) << "before statement " << number;
        EXPECT_EQ(finish(), ExitStatus::Well) << m_err;
        EXPECT_FALSE(holdsKey(m_copy));
        EXPECT_FALSE(isPending());
        for (const auto& dir : {m_hall, m_medium}) {
            fs::remove_all(dir);
            fs::copy(m_scratch / "before" / dir.filename(), dir, fs::copy_options::recursive);
        }
    }
    EXPECT_GE(held, 1) << "the key was never in the copy";
}

TEST_F(KeyCopies, OfTheHallItselfArePendingWhileAnotherProgramReadsThem)
{
    {
        SQLite::Database reader((m_hall / "keys" / "persons.db").string(), SQLite::OPEN_READWRITE);
        reader.exec("BEGIN");
        ASSERT_EQ(reader.execAndGet("SELECT count(*) FROM person_key").getInt(), 2);
        EXPECT_EQ(erase(), ExitStatus::Failed);
        EXPECT_NE(m_err.find("pending: the hall's own keys"), std::string::npos) << m_err;
        EXPECT_TRUE(holdsKeyHere());
        EXPECT_FALSE(holdsKey(m_copy));
        EXPECT_TRUE(isPending());
        EXPECT_NE(doctor().find("pending: the hall's own keys"), std::string::npos) << m_out;
        EXPECT_EQ(finish(), ExitStatus::Failed);
        reader.exec("ROLLBACK");
        EXPECT_EQ(finish(), ExitStatus::Well) << m_err;
        EXPECT_FALSE(holdsKeyHere());
    }
    EXPECT_FALSE(isPending());
    EXPECT_EQ(doctor().find("pending"), std::string::npos) << m_out;
}
