// An import that was answered and is lost: found by `verify` and by the start.
#include <cli/damage/killed_import.h>

#include <db/chain/anchor_of_copy.h>
#include <db/security/security_log.h>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

namespace fs = std::filesystem;

class CustomerLoss : public test::KilledImport
{
protected:
    void expectFound(const std::string& file, const std::string& how)
    {
        SCOPED_TRACE(file + " " + how);
        EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
        EXPECT_TRUE(says(file)) << m_err;
        const std::string refusal = start();
        EXPECT_NE(refusal.find(file), std::string::npos) << refusal;
        EXPECT_NE(refusal.find("--without-customers"), std::string::npos) << refusal;
        EXPECT_NE(refusal.find("accept-loss"), std::string::npos) << refusal;
        EXPECT_EQ(run({"import-customers", m_scratch / "people.csv", "--data", m_hall}), ExitStatus::Failed)
            << "an import doesn't cover it";
        kill();
    }
    void expectMadeOnlyWithTheLossAccepted(const std::string& target, const std::string& file)
    {
        EXPECT_EQ(run({"restore", target, "--from", m_hall}), ExitStatus::Failed);
        EXPECT_TRUE(says(file)) << m_err;
        EXPECT_TRUE(says("--accept-loss")) << m_err;
        EXPECT_FALSE(fs::exists(target));
        must({"restore", target, "--from", m_hall, "--accept-loss"});
        EXPECT_NE(m_out.find("Customers are lost: "), std::string::npos) << m_out;
        must({"verify", "--data", target});
        EXPECT_TRUE(fs::exists(fs::path{target} / "customers.db")) << "else it doesn't start";
        EXPECT_EQ((*(*db::SecurityLog::open(target))->latest(0, 1)).front().what,
                  db::SecurityEvent::LossAccepted);
        const auto store = db::CustomerStore::open(target);
        EXPECT_TRUE(store) << store.error().detail;
        fs::remove_all(target);
    }
    /// As a hall from before `customers.anchor`.
    void makeOlder() const
    {
        for (const char* name : {"customers.anchor", "holdings"})
            fs::remove(m_hall / name);
        ASSERT_TRUE(db::anchorCopy(m_hall)); // one that knows of no holdings
    }
};

} // namespace

TEST_F(CustomerLoss, AKilledHallThatLostNothingIsWholeAndKnowsEverybody)
{
    for (const char* name : test::kOfCustomers)
        EXPECT_GT(fs::file_size(m_hall / (std::string(name) + "-wal")), 0U) << "the import is in it";
    EXPECT_EQ(verify(), ExitStatus::Well) << m_err;
    EXPECT_EQ(start(), "");
    EXPECT_EQ(known(), kImported);
    EXPECT_EQ(verify(), ExitStatus::Well) << m_err;
}

TEST_F(CustomerLoss, OfAWriteAheadLogIsFound)
{
    for (const std::string file : test::kOfCustomers) {
        const std::string log = file + "-wal";
        const std::string bytes = read(m_hall / log);
        fs::remove(m_hall / log);
        expectFound(file, "log gone");
        write(log, "");
        expectFound(file, "log empty");
        write(log, bytes.substr(0, bytes.size() / 2));
        expectFound(file, "log cut");
        write(log, std::string(bytes.size(), '\0'));
        expectFound(file, "log of zeros");
        std::string flipped = bytes;
        flipped[bytes.size() / 2] ^= 4;
        write(log, flipped);
        expectFound(file, "log with a flipped bit");
    }
}

TEST_F(CustomerLoss, AnOlderCopyInTheirPlaceIsFound)
{
    for (const std::string file : test::kOfCustomers) {
        fs::remove(m_hall / (file + "-wal"));
        fs::copy_file(m_before / file, m_hall / file, fs::copy_options::overwrite_existing);
        expectFound(file, "older");
    }
}

TEST_F(CustomerLoss, OfTheAnchorIsFound)
{
    fs::remove(m_hall / "customers.anchor");
    expectFound("customers.anchor", "gone");
    for (const char* bytes : {"", "x"}) {
        write("customers.anchor", bytes);
        expectFound("customers.anchor", "damaged");
    }
}

TEST_F(CustomerLoss, AnAnsweredImportDoesNotStayInTheLog)
{
    kill();
    fs::remove_all(m_hall);
    fs::copy(m_before, m_hall, fs::copy_options::recursive);
    const auto service = db::CustomerStore::open(m_hall);
    import();
    for (const std::string file : test::kOfCustomers)
        EXPECT_EQ(fs::file_size(m_hall / (file + "-wal")), 0U) << file;
}

TEST_F(CustomerLoss, ThatIsAcceptedIsNotedAndAnImportTakesThemInAgain)
{
    fs::remove(m_hall / "keys/persons.db-wal");
    must({"customer", "accept-loss", "--data", m_hall});
    EXPECT_NE(m_out.find("40 records without a key were dropped"), std::string::npos) << m_out;
    EXPECT_EQ((*(*db::SecurityLog::open(m_hall))->latest(0, 1)).front().what,
              db::SecurityEvent::LossAccepted);
    EXPECT_EQ(verify(), ExitStatus::Well) << m_err;
    EXPECT_EQ(known(), 0);
    import();
    EXPECT_EQ(known(), kImported);
    EXPECT_EQ(verify(), ExitStatus::Well) << m_err;
}

TEST_F(CustomerLoss, AnOlderHallGetsItsAnchorAtTheFirstStart)
{
    makeOlder();
    EXPECT_EQ(verify(), ExitStatus::Well) << m_err;
    EXPECT_EQ(start(), "");
    EXPECT_TRUE(fs::exists(m_hall / "customers.anchor"));
    EXPECT_EQ(known(), kImported);
}

TEST_F(CustomerLoss, RecordsWithoutAKeyAreCountedAndThoseErasedAreNone)
{
    makeOlder();
    fs::remove(m_hall / "keys/persons.db-wal");
    EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
    EXPECT_TRUE(says("40 records")) << m_err;
    EXPECT_EQ(run({"doctor", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_out.find("40 records"), std::string::npos) << m_out;
    kill();
    m_identity = "1";
    must({"customer", "erase", "--kind", "card", "--data", m_hall});
    EXPECT_EQ(verify(), ExitStatus::Well) << m_err;
}

TEST_F(CustomerLoss, AHallThatIsRestoredWithOlderKeysSaysHowManyAreUnknown)
{
    must({"backup", m_before, m_scratch / "older", "--keys", m_scratch / "keys"});
    must({"backup", m_hall, m_scratch / "backup"});
    m_hall = m_scratch / "restored";
    must({"restore", m_hall, "--from", m_scratch / "backup", "--keys", m_scratch / "keys"});
    EXPECT_NE(m_out.find("40 customers of the backup have no key"), std::string::npos) << m_out;
    EXPECT_EQ(verify(), ExitStatus::Well) << m_err;
    EXPECT_EQ(start(), "");
    import();
    EXPECT_EQ(known(), kImported);
}

TEST_F(CustomerLoss, OfAHallIsNotHiddenByAHallThatIsMadeOfIt)
{
    const std::string target = m_scratch / "made";
    must({"restore", target, "--from", m_hall});
    EXPECT_EQ(m_out.find("lost"), std::string::npos) << m_out;
    fs::remove_all(target);
    for (const std::string file : test::kOfCustomers) {
        SCOPED_TRACE(file);
        kill();
        fs::remove(m_hall / (file + "-wal"));
        expectMadeOnlyWithTheLossAccepted(target, file);
        kill();
        fs::remove(m_hall / (file + "-wal"));
        fs::remove(m_hall / file);
        expectMadeOnlyWithTheLossAccepted(target, file);
    }
}

TEST_F(CustomerLoss, TheStartNamesTheDatabaseWhosePageIsDamaged)
{
    ASSERT_EQ(start(), "");
    const std::string bytes = read(m_hall / "keys/persons.db");
    constexpr std::size_t kPage = 4096;
    int refused = 0;
    for (std::size_t page = 1; page < bytes.size() / kPage; ++page) {
        std::string damaged = bytes;
        damaged[page * kPage + 100] ^= 1;
        write("keys/persons.db", damaged);
        const std::string said = start();
        refused += said.empty() ? 0 : 1;
        EXPECT_EQ(said.find("customers.db: page"), std::string::npos) << said;
    }
    EXPECT_GT(refused, 0);
}

TEST_F(CustomerLoss, VerifyNamesTheHallsFilesAndNotItsScratchCopys)
{
    test::addLines(m_hall, {600, 700});
    fs::copy_file(m_before / "hall.db", m_hall / "hall.db", fs::copy_options::overwrite_existing);
    EXPECT_EQ(verify(), ExitStatus::Failed) << m_out;
    EXPECT_TRUE(says("--from " + m_hall.string())) << m_err;
    std::string rest = m_err;
    for (auto at = rest.find(m_scratch); at != rest.npos; at = rest.find(m_scratch))
        rest.erase(at, m_scratch.string().size());
    EXPECT_EQ(rest.find(fs::temp_directory_path().string() + "/starqueue"), std::string::npos) << m_err;
}

TEST_F(CustomerLoss, AnEmptiedSecurityAnchorStopsTheStart)
{
    must({"token", "add", "--role", "usher", "--data", m_hall});
    ASSERT_TRUE(db::SecurityLog::open(m_hall));
    write("security.anchor", "");
    EXPECT_FALSE(db::SecurityLog::open(m_hall)) << "no power cut empties it";
    fs::remove(m_hall / "security.anchor");
    fs::create_directory(m_hall / "security.anchor");
    EXPECT_FALSE(db::SecurityLog::open(m_hall));
}
