#include <cli/customers/erasing.h>

#include <db/security/security_log.h>

#include <nlohmann/json.hpp>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

class Customer : public test::Erasing
{
protected:
    /// The medium is away, and what it is mounted on stays.
    void detach() { std::filesystem::rename(m_copy, m_scratch / "away"); }
    void attach() { std::filesystem::rename(m_scratch / "away", m_copy); }
    [[nodiscard]] std::vector<db::SecurityEntry> log() const
    {
        return (*db::SecurityLog::open(m_hall))->latest(0, 9).value();
    }
};

constexpr auto kPending = "pending: backup medium";

} // namespace

TEST_F(Customer, IsExportedByWhatIsTypedOrByReference)
{
    m_identity = "1";
    must({"customer", "export", "--kind", "card", "--data", m_hall});
    const std::string typed = m_out;
    const auto record = nlohmann::json::parse(typed);
    EXPECT_EQ(record.at("name"), "Zhao");
    EXPECT_EQ(record.at("stars"), 5);
    must({"customer", "export", "--ref", record.at("customerRef"), "--data", m_hall});
    EXPECT_EQ(m_out, typed);
    EXPECT_EQ(log().front().what, db::SecurityEvent::CustomerExported);
    EXPECT_EQ(log().front().detail, db::hexOf(m_ref)) << "the reference and nothing else";
}

TEST_F(Customer, IsNamedInNoArgumentAndMustBeKnown)
{
    EXPECT_EQ(run({"customer", "export", "--kind", "card", "1", "--data", m_hall}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"customer", "erase", "--data", m_hall}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"customer", "erase", "--ref", "17", "--data", m_hall}), ExitStatus::WrongUse);
    m_identity = "77";
    EXPECT_EQ(run({"customer", "erase", "--kind", "card", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_EQ(run({"customer", "erase", "--ref", std::string(32, 'a'), "--data", m_hall}),
              ExitStatus::Failed);
    EXPECT_NE(m_err.find("nothing was changed"), std::string::npos) << m_err;
    EXPECT_EQ(m_err.find("77"), std::string::npos);
    EXPECT_TRUE(knows(m_hall, "1"));
}

TEST_F(Customer, ErasedIsGoneFromTheCopyOfTheKeysToo)
{
    ASSERT_TRUE(holdsKey(m_copy));
    ASSERT_EQ(erase(), ExitStatus::Well) << m_err;
    EXPECT_FALSE(holdsKey(m_copy));
    EXPECT_FALSE(knows(m_hall, "1"));
    EXPECT_TRUE(knows(m_hall, "2"));
    EXPECT_EQ(doctor().find(kPending), std::string::npos) << m_out;
    EXPECT_EQ(log().front().what, db::SecurityEvent::CustomerErased);
    EXPECT_EQ(log().at(1).what, db::SecurityEvent::ErasureBegun);
    EXPECT_EQ(log().at(1).detail, db::hexOf(m_ref));
    must({"restore", m_scratch / "again", "--from", m_backup, "--keys", m_copy});
    EXPECT_FALSE(knows(m_scratch / "again", "1")) << "also from a backup made before";
    EXPECT_TRUE(knows(m_scratch / "again", "2"));
}

TEST_F(Customer, ErasedWhileTheMediumIsAwayStaysPendingUntilItIsBack)
{
    detach();
    EXPECT_EQ(erase(), ExitStatus::Failed);
    EXPECT_NE(m_err.find(kPending), std::string::npos) << m_err;
    EXPECT_FALSE(knows(m_hall, "1")) << "here it is done";
    EXPECT_FALSE(std::filesystem::exists(m_copy)) << "nothing is begun anew on what it is mounted on";
    EXPECT_EQ(log().front().what, db::SecurityEvent::KeyCopyPending);
    EXPECT_NE(doctor().find(m_copy.string() + ": " + kPending), std::string::npos) << m_out;
    EXPECT_EQ(finish(), ExitStatus::Failed);
    attach();
    EXPECT_NE(doctor().find(kPending), std::string::npos) << "it is there, and still holds the key";
    EXPECT_TRUE(holdsKey(m_copy));
    EXPECT_EQ(finish(), ExitStatus::Well) << m_err;
    EXPECT_FALSE(holdsKey(m_copy));
    EXPECT_EQ(doctor().find(kPending), std::string::npos) << m_out;
}

TEST_F(Customer, ErasedWhileTheMediumTakesNothingStaysPendingUntilTheNextBackup)
{
    // Also for root, whom no permission stops.
    std::filesystem::create_directories(m_copy.string() + ".new/in the way");
    EXPECT_EQ(erase(), ExitStatus::Failed);
    EXPECT_NE(m_err.find(kPending), std::string::npos) << m_err;
    EXPECT_TRUE(holdsKey(m_copy));
    EXPECT_EQ(run({"backup", m_hall, "--keys", m_copy}), ExitStatus::Failed);
    EXPECT_NE(doctor().find(kPending), std::string::npos) << m_out;
    std::filesystem::remove_all(m_copy.string() + ".new");
    must({"backup", m_hall, "--keys", m_copy});
    EXPECT_FALSE(holdsKey(m_copy));
    EXPECT_EQ(doctor().find(kPending), std::string::npos) << m_out;
}

TEST_F(Customer, ErasedStaysPendingInAnEarlierCopyUntilThatIsDestroyed)
{
    must({"backup", m_hall, "--keys", m_scratch / "other"});
    EXPECT_NE(doctor().find("an earlier copy"), std::string::npos) << m_out;
    detach();
    EXPECT_EQ(erase(), ExitStatus::Failed);
    EXPECT_FALSE(holdsKey(m_scratch / "other")) << "the one that can be reached is written anew";
    EXPECT_NE(doctor().find(m_copy.string() + ": " + kPending), std::string::npos) << m_out;
    must({"customer", "finish-erasure", "--destroyed", m_copy, "--data", m_hall});
    EXPECT_EQ(doctor().find(kPending), std::string::npos) << m_out;
    EXPECT_EQ(run({"customer", "finish-erasure", "--destroyed", m_copy, "--data", m_hall}),
              ExitStatus::Failed);
}

TEST_F(Customer, OfACopyThatAnEarlierProgramNotedIsPendingOnceSomebodyIsErased)
{
    std::ofstream(m_hall / "key-backup") << m_copy.string();
    EXPECT_EQ(doctor().find(kPending), std::string::npos) << m_out;
    detach();
    EXPECT_EQ(erase(), ExitStatus::Failed);
    EXPECT_NE(doctor().find(m_copy.string() + ": " + kPending), std::string::npos) << m_out;
}

TEST_F(Customer, ErasedAfterABackupIsErasedAgainByARestoreOfASetThatFollowed)
{
    const auto set = m_scratch / "set";
    must({"backup", m_hall, "--follow", set, "--once"});
    detach();
    EXPECT_EQ(erase(), ExitStatus::Failed);
    must({"backup", m_hall, "--follow", set, "--once"});
    attach();
    ASSERT_TRUE(holdsKey(m_copy));
    must({"restore", m_scratch / "again", "--from", set, "--keys", m_copy});
    EXPECT_FALSE(knows(m_scratch / "again", "1")) << "although base and keys are from before";
    EXPECT_TRUE(knows(m_scratch / "again", "2"));
    run({"doctor", "--data", m_scratch / "again"});
    EXPECT_NE(m_out.find(kPending), std::string::npos) << "of the copy that it was restored with: " << m_out;
    must({"customer", "finish-erasure", "--data", m_scratch / "again"});
    EXPECT_FALSE(holdsKey(m_copy));
}

TEST_F(Customer, ErasedAfterABackupIsErasedByARestoreWithoutKeysToo)
{
    const auto set = m_scratch / "set";
    must({"backup", m_hall, "--follow", set, "--once"});
    ASSERT_EQ(erase(), ExitStatus::Well) << m_err;
    must({"backup", m_hall, "--follow", set, "--once"});
    must({"restore", m_scratch / "again", "--from", set});
    must({"verify", "--data", m_scratch / "again"});
}

TEST_F(Customer, ErasedStaysOnTheListOfASetWhenTheHallHasLostItsRecords)
{
    const auto set = m_scratch / "set";
    const auto keys = m_scratch / "keys";
    must({"backup", m_hall, "--follow", set, "--once"});
    must({"backup", m_hall, "--keys", keys});
    const std::string before = read(keys);
    ASSERT_EQ(erase(), ExitStatus::Well) << m_err;
    must({"backup", m_hall, "--follow", set, "--once"});
    const std::string list = read(set / "erased");
    ASSERT_NE(list.find(db::hexOf(m_ref)), std::string::npos) << list;
    std::filesystem::remove(m_hall / "customers.db");
    must({"backup", m_hall, "--follow", set, "--once"});
    EXPECT_EQ(read(set / "erased"), list);
    for (const char* known :
         {"keys", "holdings", "customers.anchor", "chain.anchor"}) // else the hall knows what it has lost
        std::filesystem::remove_all(m_hall / known);
    ASSERT_TRUE((*db::CustomerStore::open(m_hall))->importCsv("kind,value,stars,name\ncard,3,5,Sun\n"));
    must({"backup", m_hall, "--follow", set, "--once"});
    EXPECT_EQ(read(set / "erased"), list) << "records that were begun anew know of nobody erased";
    std::ofstream(keys, std::ios::trunc) << before;
    must({"restore", m_scratch / "again", "--from", set, "--keys", keys});
    EXPECT_FALSE(knows(m_scratch / "again", "1"));
    EXPECT_TRUE(knows(m_scratch / "again", "2"));
}

TEST_F(Customer, ErasedIsOnAListThatIsWholeOrRefused)
{
    const auto set = m_scratch / "set";
    const auto list = set / "erased";
    must({"backup", m_hall, "--follow", set, "--once"});
    ASSERT_EQ(erase(), ExitStatus::Well) << m_err;
    must({"backup", m_hall, "--follow", set, "--once"});
    const std::string whole = read(list);
    const auto put = [&list](const std::string& text) { std::ofstream(list, std::ios::trunc) << text; };
    const auto expectRefused = [this, &set](const std::string& what, const char* word) {
        EXPECT_EQ(run({"verify", "--data", set}), ExitStatus::Failed) << what;
        EXPECT_EQ(run({"restore", m_scratch / "more", "--from", set}), ExitStatus::Failed) << what;
        EXPECT_NE(m_err.find(word), std::string::npos) << m_err;
        EXPECT_NE(m_err.find("backup --follow"), std::string::npos) << "what to do: " << m_err;
    };
    for (std::size_t length = 0; length < whole.size(); ++length) {
        put(whole.substr(0, length));
        expectRefused("cut at " + std::to_string(length), "damaged");
    }
    std::string another = whole;
    another[whole.size() - 2] = another[whole.size() - 2] == '0' ? '1' : '0';
    put(another);
    expectRefused("another person", "damaged");
    EXPECT_EQ(run({"backup", m_hall, "--follow", set, "--once"}), ExitStatus::Failed)
        << "who stood there isn't known";
    std::filesystem::remove(list);
    expectRefused("removed", "missing");
    must({"backup", m_hall, "--follow", set, "--once"});
    EXPECT_EQ(read(list), whole) << "as the error said";
    must({"restore", m_scratch / "more", "--from", set});
}
