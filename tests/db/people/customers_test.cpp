#include <db/people/customers.h>
#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

using namespace starqueue;
using namespace starqueue::db;
using starqueue::db::test::TempDir;

namespace {

constexpr auto kCsv =
    "\xEF\xBB\xBFkind,value,stars,key_contact,name,labels\r\n"
    "phone,138-0013-8000,5,0,\"Wang, Wu\",\"plan ends|plan|renew|\"\"offer\"\" B|clock|2026-12-04;"
    "dispute open\"\r\n"
    "card,6222 0000 1111,4,1,,\r\n";

class CustomerStoreTest : public ::testing::Test
{
protected:
    void SetUp() override { reopen(); }
    void reopen()
    {
        m_store.reset();
        auto store = CustomerStore::open(m_dir.path());
        ASSERT_TRUE(store) << store.error().detail;
        m_store = std::move(*store);
    }
    ImportReport import(const std::string& csv)
    {
        std::istringstream in{csv};
        const auto report = m_store->importCsv(in);
        EXPECT_TRUE(report) << report.error().detail;
        return report.value_or(ImportReport{});
    }
    std::optional<Customer> lookup(std::string_view phone)
    {
        return m_store->lookup(IdentityKind::Phone, phone).value_or(std::nullopt);
    }
    /// All bytes of all files, keys too if asked.
    std::string everyByte(bool withKeys)
    {
        std::string all;
        for (const auto& file : std::filesystem::recursive_directory_iterator{m_dir.path()}) {
            if (!file.is_regular_file() || (!withKeys && file.path().parent_path().filename() == "keys"))
                continue;
            std::ifstream in{file.path(), std::ios::binary};
            all.append(std::istreambuf_iterator<char>{in}, {});
        }
        return all;
    }

    TempDir m_dir;
    std::unique_ptr<CustomerStore> m_store;
};

} // namespace

TEST_F(CustomerStoreTest, SomebodyImportedIsFoundHoweverTheNumberIsWritten)
{
    const auto report = import(kCsv);
    EXPECT_EQ(report.added, 2U);
    EXPECT_TRUE(report.problems.empty());
    const auto customer = lookup("13800138000");
    ASSERT_TRUE(customer);
    EXPECT_EQ(customer->stars, 5);
    EXPECT_FALSE(customer->keyContact);
    EXPECT_EQ(lookup("+86 138 0013 8000")->customerRef, customer->customerRef);
    EXPECT_FALSE(lookup("13800138001"));
    EXPECT_FALSE(lookup("not a number"));
    EXPECT_TRUE((*m_store->lookup(IdentityKind::Card, "622200001111"))->keyContact);
    EXPECT_FALSE(*m_store->lookup(IdentityKind::Scan, "622200001111"));
}

TEST_F(CustomerStoreTest, TheCardTellsNameAndLabels)
{
    import(kCsv);
    const auto card = m_store->card(lookup("13800138000")->customerRef);
    ASSERT_TRUE(card && *card);
    EXPECT_EQ((*card)->name, "Wang, Wu");
    ASSERT_EQ((*card)->labels.size(), 2U);
    EXPECT_EQ((*card)->labels[0].note, "\"offer\" B");
    EXPECT_EQ((*card)->labels[0].expires, Date(std::chrono::year{2026} / 12 / 4));
    EXPECT_EQ((*card)->labels[1].name, "dispute open");
}

TEST_F(CustomerStoreTest, AMalformedLineIsReportedWithItsNumberAndTheOthersAreTaken)
{
    const auto report = import("value,stars,kind\n"
                               "13800138000,5,phone\n"
                               "13800138001,9,phone\n"
                               "13800138002,5,pigeon\n"
                               ",5,card\n"
                               "\n"
                               "13800138003,three,phone\n"
                               "13800138004,0,phone\n");
    EXPECT_EQ(report.added, 2U);
    std::vector<std::size_t> lines;
    for (const auto& problem : report.problems) {
        lines.push_back(problem.line);
        EXPECT_EQ(problem.detail.find("1380013"), std::string::npos) << "no identity in a message";
    }
    EXPECT_EQ(lines, (std::vector<std::size_t>{3, 4, 5, 7}));
    EXPECT_TRUE(lookup("13800138004"));
}

TEST_F(CustomerStoreTest, AFileWithoutAHeaderIsRefusedWhole)
{
    const auto report = import("phone,13800138000,5\n");
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_EQ(report.problems.front().line, 1U);
    EXPECT_EQ(m_store->count(), 0U);
}

TEST_F(CustomerStoreTest, AFileCutAnywhereNeverBringsSomebodyWhoIsNotInIt)
{
    const std::string csv = kCsv;
    for (std::size_t length = 0; length <= csv.size(); ++length) {
        TempDir dir;
        const auto store = CustomerStore::open(dir.path());
        std::istringstream in{csv.substr(0, length)};
        const auto report = (*store)->importCsv(in);
        ASSERT_TRUE(report);
        EXPECT_LE(report->added, 2U);
        if (length % 16 != 0)
            length += 15 - length % 16;
    }
}

TEST_F(CustomerStoreTest, ImportingAgainUpdatesAndKeepsTheReference)
{
    import(kCsv);
    const auto before = *lookup("13800138000");
    const auto report = import("kind,value,stars\nphone,13800138000,2\n");
    EXPECT_EQ(report.updated, 1U);
    reopen();
    const auto after = *lookup("13800138000");
    EXPECT_EQ(after.stars, 2);
    EXPECT_EQ(after.customerRef, before.customerRef);
}

TEST_F(CustomerStoreTest, NothingOutsideTheKeysTellsWhoIsKnown)
{
    import(kCsv);
    m_store.reset();
    const std::string all = everyByte(false);
    ASSERT_FALSE(all.empty());
    for (const char* secret : {"13800138000", "Wang", "dispute", "622200001111"})
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
    EXPECT_EQ(everyByte(true).find("13800138000"), std::string::npos);
}

TEST_F(CustomerStoreTest, SomebodyForgottenIsGoneFromTheFilesAndFromABackupMadeBefore)
{
    import(kCsv);
    const auto customer = *lookup("13800138000");
    m_store.reset();
    const auto backup = m_dir.path() / "customers.backup";
    std::filesystem::copy_file(m_dir.path() / "customers.db", backup);
    reopen();
    EXPECT_EQ(m_store->forget(customer.customerRef), true);
    EXPECT_EQ(m_store->forget(customer.customerRef), false);
    EXPECT_FALSE(lookup("13800138000"));
    m_store.reset();
    const std::string ref{customer.customerRef.begin(), customer.customerRef.end()};
    std::filesystem::rename(backup, m_dir.path() / "customers.db");
    std::filesystem::remove(m_dir.path() / "customers.db-wal");
    reopen();
    EXPECT_FALSE(lookup("13800138000"));
    EXPECT_FALSE(*m_store->card(customer.customerRef)) << "the backup's record can't be opened any more";
    m_store.reset();
    std::filesystem::remove(m_dir.path() / "customers.db");
    EXPECT_EQ(everyByte(true).find(ref), std::string::npos) << "the key's row was overwritten";
}

TEST_F(CustomerStoreTest, KeysAreTheOwnersAlone)
{
    import(kCsv);
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(m_dir.path() / "keys").permissions(), perms::owner_all);
    for (const char* file : {"lookup.key", "persons.db"})
        EXPECT_EQ(std::filesystem::status(m_dir.path() / "keys" / file).permissions(),
                  perms::owner_read | perms::owner_write);
}

TEST_F(CustomerStoreTest, AMissingLookupKeyIsToldInsteadOfAnotherBeingMade)
{
    import(kCsv);
    m_store.reset();
    std::filesystem::remove(m_dir.path() / "keys" / "lookup.key");
    const auto store = CustomerStore::open(m_dir.path());
    ASSERT_FALSE(store);
    EXPECT_NE(store.error().detail.find("lookup.key"), std::string::npos) << store.error().detail;
}
