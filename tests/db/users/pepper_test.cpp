#include <db/journal/journal.h>
#include <db/support/temp_dir.h>
#include <db/users/pepper.h>
#include <db/users/users.h>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

constexpr auto kPeppered = "correct horse";

class PepperOfHall : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(Journal::open(m_dir.path()));
        m_users = UserStore::open(m_dir.path(), files::posix(), kLeastCost).value();
        ASSERT_TRUE(m_users->add({{}, "anna", Role::Admin, false, false, 0, 0}, kPeppered).value());
    }
    [[nodiscard]] bool logsIn(const std::string& name, const std::string& secret = kPeppered)
    {
        return m_users->check(name, secret).value().has_value();
    }
    [[nodiscard]] std::filesystem::path keyFile() const { return m_dir.path() / "keys/pepper.key"; }
    void make() const { ASSERT_TRUE(makePepper(m_dir.path(), files::posix()).value()); }
    /// All that whoever has the database has.
    [[nodiscard]] std::string database() const
    {
        std::string bytes;
        for (const char* name : {"hall.db", "hall.db-wal"}) {
            std::ifstream in(m_dir.path() / name, std::ios::binary);
            bytes.append(std::istreambuf_iterator<char>(in), {});
        }
        return bytes;
    }

    TempDir m_dir;
    std::unique_ptr<UserStore> m_users;
};

} // namespace

TEST_F(PepperOfHall, ComesWithoutShuttingAnybodyOut)
{
    const auto before = m_users->named("anna").value();
    make();
    EXPECT_FALSE(logsIn("anna", "correct horsf"));
    EXPECT_FALSE(m_users->lacksPepper("anna").value());
    EXPECT_TRUE(logsIn("anna")) << "whose password was hashed before it";
    EXPECT_EQ(m_users->named("anna").value(), before) << "no session ends";
    EXPECT_TRUE(logsIn("anna")) << "and hashed with it now";
    EXPECT_FALSE(logsIn("anna", "correct horsf"));
    ASSERT_TRUE(m_users->add({{}, "17", Role::Clerk, false, false, 0, 0}, "4711").value());
    EXPECT_TRUE(logsIn("17", "4711"));
}

TEST_F(PepperOfHall, ThatIsLostIsToldFromAWrongPasswordAndOthersGoOn)
{
    make();
    ASSERT_TRUE(logsIn("anna"));
    std::filesystem::rename(keyFile(), m_dir.path() / "elsewhere");
    ASSERT_TRUE(m_users->add({{}, "berta", Role::Manager, false, false, 0, 0}, kPeppered).value());
    EXPECT_FALSE(logsIn("anna"));
    EXPECT_TRUE(m_users->lacksPepper("anna").value());
    EXPECT_TRUE(m_users->lacksPepper("nobody").value()) << "or names could be told";
    EXPECT_TRUE(logsIn("berta"));
    EXPECT_FALSE(m_users->lacksPepper("berta").value());
    std::filesystem::rename(m_dir.path() / "elsewhere", keyFile());
    EXPECT_TRUE(logsIn("anna"));
    EXPECT_FALSE(m_users->lacksPepper("nobody").value());
}

TEST_F(PepperOfHall, IsNoneThatAnotherHallHas)
{
    make();
    ASSERT_TRUE(logsIn("anna"));
    std::filesystem::remove(keyFile());
    make();
    EXPECT_FALSE(logsIn("anna"));
    EXPECT_TRUE(m_users->lacksPepper("anna").value());
    ASSERT_TRUE(m_users->setPassword(m_users->named("anna").value()->id, kPeppered, false).value());
    EXPECT_TRUE(logsIn("anna")) << "another password is what mends it";
    EXPECT_FALSE(makePepper(m_dir.path(), files::posix()).value()) << "one that is there is kept";
}

TEST_F(PepperOfHall, MakesTheDatabaseAloneUselessForGuessing)
{
    make();
    ASSERT_TRUE(logsIn("anna"));
    const std::string bytes = database();
    const auto at = bytes.rfind(":$argon2id$");
    ASSERT_NE(at, std::string::npos);
    const std::string hash = bytes.substr(at + 1, 96);
    EXPECT_FALSE(isPasswordOf(
        hash.substr(
            0, hash.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$=,+/")),
        kPeppered));
    std::ifstream in(keyFile(), std::ios::binary);
    const std::string key{std::istreambuf_iterator<char>(in), {}};
    ASSERT_EQ(key.size(), 32U);
    EXPECT_EQ(bytes.find(key), std::string::npos);
}
