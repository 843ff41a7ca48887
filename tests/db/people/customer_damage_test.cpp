// Bits of the customers' databases that changed: a start finds them, and says of which file they are.
#include <db/people/customer_store_fixture.h>
#include <db/support/by_hand.h>
#include <db/support/left_hall.h>

#include <gmock/gmock.h>

#include <array>

namespace starqueue::db::test {

namespace {

using ::testing::HasSubstr;

constexpr std::size_t kPageBytes = 4096;

class CustomerDamage : public CustomerStoreTest
{
protected:
    void SetUp() override
    {
        CustomerStoreTest::SetUp();
        std::string csv = "kind,value,stars,key_contact\n";
        for (int person = 0; person < 300; ++person)
            csv += "card," + std::to_string(1000 + person) + ",5,0\n";
        ASSERT_EQ(import(csv).taken, 300U);
        m_store.reset();
    }
    /// What a start says, as a hall's does.
    [[nodiscard]] std::string refusal() const
    {
        const auto store = CustomerStore::open(m_dir.path());
        if (!store)
            return store.error().detail;
        const auto whole = (*store)->checkPages();
        return whole ? "" : whole.error().detail;
    }
};

} // namespace

TEST_F(CustomerDamage, OfAnyPageIsFoundAndTheRightFileIsNamed)
{
    for (const char* name : {"customers.db", "keys/persons.db"}) {
        const auto file = m_dir.path() / name;
        const std::string whole = bytesIn(file);
        ASSERT_GT(whole.size(), 4 * kPageBytes) << name;
        for (std::size_t page = 0; page < whole.size() / kPageBytes; ++page) {
            std::string damaged = whole;
            damaged[page * kPageBytes + 100] ^= 4;
            setBytes(file, damaged);
            const std::string refused = refusal();
            EXPECT_THAT(refused, HasSubstr(file.string() + ": ")) << name << " page " << page + 1;
            EXPECT_THAT(refused, HasSubstr("restore it from a backup"));
        }
        setBytes(file, whole);
        EXPECT_EQ(refusal(), "");
    }
}

TEST_F(CustomerDamage, OfAnOldPageIsNoneWhereTheLogHasANewerOne)
{
    const auto file = m_dir.path() / "customers.db";
    reopen();
    SQLite::Database writer = openByHand(file);
    writer.exec("PRAGMA wal_autocheckpoint=0; VACUUM");
    std::string bytes = bytesIn(file);
    bytes[2 * kPageBytes + 100] ^= 4;
    setBytes(file, bytes);
    EXPECT_TRUE(m_store->checkPages());
}

} // namespace starqueue::db::test
