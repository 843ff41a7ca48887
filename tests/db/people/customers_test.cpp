#include <db/people/customer_store_fixture.h>
#include <db/sqlite/hall_directory.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

using namespace starqueue;
using namespace starqueue::db;
using starqueue::db::test::CustomerStoreTest;
using starqueue::db::test::kCsv;

TEST_F(CustomerStoreTest, SomebodyForgottenStaysSoWhenOlderKeysAreBroughtBack)
{
    import(kCsv);
    const auto customer = lookup("13800138000");
    ASSERT_TRUE(customer);
    m_store.reset();
    const auto keys = m_dir.path() / "keys";
    const auto older = m_dir.path() / "older";
    std::filesystem::copy(keys, older);
    reopen();
    ASSERT_TRUE(m_store->forget(customer->customerRef).value_or(false));
    m_store.reset();
    std::filesystem::remove_all(keys);
    std::filesystem::rename(older, keys);
    reopen();
    EXPECT_FALSE(m_store->card(customer->customerRef).value_or(std::nullopt));
    EXPECT_FALSE(lookup("13800138000"));
    EXPECT_TRUE((*m_store->lookup(IdentityKind::Card, "622200001111"))->keyContact) << "the others are known";
}

TEST_F(CustomerStoreTest, SomebodyImportedIsFoundHoweverTheNumberIsWritten)
{
    const auto report = import(kCsv);
    EXPECT_EQ(report.taken, 2U);
    EXPECT_TRUE(report.refused.empty());
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
    const starqueue::db::test::TempDir restored;
    std::filesystem::rename(backup, restored.path() / "customers.db");
    std::filesystem::copy(m_dir.path() / "keys", restored.path() / "keys");
    const auto store = CustomerStore::open(restored.path());
    ASSERT_TRUE(store) << store.error().detail;
    EXPECT_FALSE(*(*store)->lookup(IdentityKind::Phone, "13800138000"));
    EXPECT_FALSE(*(*store)->card(customer.customerRef)) << "the backup's record can't be opened any more";
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

TEST_F(CustomerStoreTest, TheLookupKeyMayBeACredentialOfSystemdAndNotOnTheDisk)
{
    import(kCsv);
    m_store.reset();
    const starqueue::db::test::TempDir credentials; // as systemd has them in memory
    std::filesystem::rename(m_dir.path() / "keys" / "lookup.key", credentials.path() / "lookup.key");
    EXPECT_FALSE(CustomerStore::open(m_dir.path()));
    ::setenv("CREDENTIALS_DIRECTORY", credentials.path().c_str(), 1);
    reopen();
    EXPECT_TRUE(lookup("13800138000"));
    EXPECT_EQ(whyNoCustomers(m_dir.path()), "");
    EXPECT_FALSE(std::filesystem::exists(m_dir.path() / "keys" / "lookup.key"));
    ::unsetenv("CREDENTIALS_DIRECTORY");
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

TEST_F(CustomerStoreTest, KeysOfAnotherHallAreRefused)
{
    import(kCsv);
    m_store.reset();
    TempDir other;
    ASSERT_TRUE(CustomerStore::open(other.path()));
    std::filesystem::remove_all(m_dir.path() / "keys");
    std::filesystem::copy(other.path() / "keys", m_dir.path() / "keys");
    const auto store = CustomerStore::open(m_dir.path());
    ASSERT_FALSE(store);
    EXPECT_NE(store.error().detail.find("belong together"), std::string::npos) << store.error().detail;
}

TEST_F(CustomerStoreTest, ALostCustomersDatabaseIsNotMadeAnewBesideItsKeys)
{
    import(kCsv);
    m_store.reset();
    std::filesystem::remove(m_dir.path() / "customers.db");
    for (int start = 0; start < 2; ++start) {
        const auto store = CustomerStore::open(m_dir.path());
        ASSERT_FALSE(store);
        EXPECT_NE(store.error().detail.find("was lost"), std::string::npos) << store.error().detail;
    }
}

TEST_F(CustomerStoreTest, WithoutCustomersNobodyIsKnownAndNoFileIsMade)
{
    const auto store = CustomerStore::none();
    ASSERT_TRUE(store);
    EXPECT_FALSE(*(*store)->lookup(IdentityKind::Phone, "13800138000"));
    EXPECT_FALSE((*store)->importCsv(kCsv));
    EXPECT_EQ(*(*store)->count(), 0U);
}
