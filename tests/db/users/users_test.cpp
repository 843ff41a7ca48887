#include <db/journal/journal.h>
#include <db/support/by_hand.h>
#include <db/support/temp_dir.h>
#include <db/users/users.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

constexpr auto kSecret = "correct horse";

class Users : public ::testing::Test
{
protected:
    [[nodiscard]] std::unique_ptr<UserStore> open() const
    {
        auto store = UserStore::open(m_dir.path(), files::posix(), kLeastCost);
        EXPECT_TRUE(store) << store.error().detail;
        return store ? std::move(*store) : nullptr;
    }
    [[nodiscard]] static User add(UserStore& users, const std::string& name, Role role = Role::Manager)
    {
        const auto added = users.add({{}, name, role, false, true, 500, 0}, kSecret);
        EXPECT_TRUE(added && *added) << name;
        return added.value_or(std::nullopt).value_or(User{});
    }

    TempDir m_dir;
};

} // namespace

TEST_F(Users, AreThereAfterReopeningAndKnownByTheirPassword)
{
    const User anna = add(*open(), "anna");
    const auto users = open();
    EXPECT_EQ(users->find(anna.id).value(), anna);
    EXPECT_EQ(users->named("anna").value(), anna);
    EXPECT_EQ(users->check("anna", kSecret).value(), anna);
    EXPECT_FALSE(users->check("anna", "correct horsf").value());
    EXPECT_FALSE(users->check("berta", kSecret).value());
    EXPECT_EQ(anna.authorityYuan, 500);
    EXPECT_TRUE(anna.mustChange);
}

TEST_F(Users, HaveNamesThatDifferByMoreThanCase)
{
    const auto users = open();
    (void)add(*users, "anna");
    EXPECT_FALSE(users->add({{}, "Anna", Role::Admin, false, false, 0, 0}, kSecret).value());
    EXPECT_EQ(users->list()->size(), 1U);
    EXPECT_EQ(users->list()->front().role, Role::Manager);
}

TEST_F(Users, WhoAreDisabledAreKnownNoLongerAlsoInAnotherProcess)
{
    const auto service = open();
    const auto commandLine = open();
    const User anna = add(*commandLine, "anna");
    ASSERT_TRUE(service->check("anna", kSecret).value());
    UserChange wanted;
    wanted.disabled = true;
    const auto disabled = commandLine->change(anna.id, wanted).value();
    ASSERT_TRUE(disabled);
    EXPECT_GT(disabled->version, anna.version);
    EXPECT_FALSE(service->check("anna", kSecret).value());
    EXPECT_EQ(service->find(anna.id).value(), disabled);
}

TEST_F(Users, WithANewPasswordAreAnotherVersionAndLetInAgain)
{
    const auto users = open();
    const User anna = add(*users, "anna");
    UserChange wanted;
    wanted.disabled = true;
    ASSERT_TRUE(users->change(anna.id, wanted).value());
    const auto changed = users->setPassword(anna.id, "battery staple", false).value();
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->version, anna.version + 2);
    EXPECT_FALSE(changed->disabled || changed->mustChange);
    EXPECT_FALSE(users->check("anna", kSecret).value());
    EXPECT_TRUE(users->check("anna", "battery staple").value());
}

TEST_F(Users, WhoNeverUseAGivenPasswordLoseItAfterFourteenDaysUnlessNobodyKnowsSinceWhen)
{
    const auto users = open();
    const time::WallTime given{Instant{Millis{1'795'000'000'789}}};
    User anna{{}, "anna", Role::Manager, false, true, 0, 0};
    anna.givenAt = given;
    const auto added = users->add(anna, kSecret).value();
    const auto stored = open()->named("anna").value();
    ASSERT_TRUE(added && stored);
    EXPECT_EQ(*added, *stored);
    EXPECT_FALSE(isFirstPasswordOver(*stored, given + std::chrono::days{14} - Millis{1000}));
    EXPECT_TRUE(isFirstPasswordOver(*stored, given + std::chrono::days{14} + Millis{1001}));
    EXPECT_FALSE(isFirstPasswordOver(*stored, given - std::chrono::days{9000})) << "a clock that was ahead";
    const User berta = add(*users, "berta");
    EXPECT_TRUE(berta.mustChange);
    EXPECT_FALSE(isFirstPasswordOver(berta, given + std::chrono::days{9000}));
    const auto changed = users->setPassword(stored->id, "battery staple", false, given).value();
    EXPECT_FALSE(isFirstPasswordOver(*changed, given + std::chrono::days{9000})) << "it is the user's own";
    const auto again = users->setPassword(stored->id, kSecret, true, given + std::chrono::days{30}).value();
    EXPECT_FALSE(isFirstPasswordOver(*again, given + std::chrono::days{31})) << "a new one has its own time";
    EXPECT_EQ(*again, *open()->named("anna").value());
}

TEST_F(Users, AreHashedAtTodaysCostFromTheNextLogInOn)
{
    const User anna = add(*open(), "anna");
    const auto dearer = UserStore::open(m_dir.path(), files::posix(), {3, kLeastCost.bytes}).value();
    const auto hasHash = [this](const std::string& how) {
        SQLite::Database database = openByHand(m_dir.path() / "hall.db");
        SQLite::Statement rows{database, "SELECT count(*) FROM user WHERE hash LIKE '%' || ? || '%'"};
        rows.bind(1, how);
        return rows.executeStep() && rows.getColumn(0).getInt() == 1;
    };
    EXPECT_FALSE(dearer->check("anna", "correct horsf").value());
    EXPECT_TRUE(hasHash(",t=1,"));
    EXPECT_EQ(dearer->check("anna", kSecret).value(), anna) << "no session ends";
    EXPECT_TRUE(hasHash(",t=3,"));
    EXPECT_EQ(open()->check("anna", kSecret).value(), anna);
}

TEST_F(Users, ThatNobodyIsCannotBeChanged)
{
    const auto users = open();
    EXPECT_FALSE(users->change("nobody", {}).value());
    EXPECT_FALSE(users->setPassword("nobody", kSecret, false).value());
}

TEST_F(Users, ChangedByTwoAtOnceKeepBothChanges)
{
    const auto one = open();
    const auto other = open();
    const User anna = add(*one, "anna");
    ASSERT_TRUE(other->find(anna.id).value());
    UserChange role;
    role.role = Role::Usher;
    UserChange authority;
    authority.authorityYuan = 7;
    ASSERT_TRUE(one->change(anna.id, role).value());
    const auto both = other->change(anna.id, authority).value();
    ASSERT_TRUE(both);
    EXPECT_EQ(both->role, Role::Usher);
    EXPECT_EQ(both->authorityYuan, 7);
}

TEST_F(Users, HaveNoPasswordInAnyFile)
{
    (void)add(*open(), "anna");
    for (const auto& entry : std::filesystem::directory_iterator(m_dir.path())) {
        std::ifstream in{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        EXPECT_EQ(bytes.find(kSecret), std::string::npos) << entry.path();
    }
}

TEST_F(Users, ChangedByAnotherProgramAreRefused)
{
    ASSERT_TRUE(Journal::open(m_dir.path()));
    (void)add(*open(), "anna", Role::Usher);
    openByHand(m_dir.path() / "hall.db").exec("UPDATE user SET role = 'admin'");
    const auto users = UserStore::open(m_dir.path(), files::posix(), kLeastCost);
    ASSERT_FALSE(users);
    EXPECT_NE(users.error().detail.find("users"), std::string::npos) << users.error().detail;
}
