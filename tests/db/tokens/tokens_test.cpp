#include <db/support/random_hall.h>
#include <db/support/temp_dir.h>
#include <db/tokens/tokens.h>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

TEST(TokenStore, FindsATokenByItsSecretAndNobodyByAnother)
{
    TempDir dir;
    const auto store = TokenStore::open(dir.path());
    ASSERT_TRUE(store) << store.error().detail;
    const auto made = (*store)->create(Role::Clerk, "3", "counter-3", kMorning);
    ASSERT_TRUE(made);
    const auto found = (*store)->find(made->secret);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ(**found, made->token);
    EXPECT_EQ((*found)->bound, "3");
    EXPECT_FALSE((*(*store)->find(made->secret + "x")).has_value());
    EXPECT_FALSE((*(*store)->find("")).has_value());
}

TEST(TokenStore, ARevokedTokenOpensNothingAnyMoreAlsoInAnotherProcess)
{
    TempDir dir;
    const auto service = TokenStore::open(dir.path());
    const auto commandLine = TokenStore::open(dir.path());
    const auto made = (*commandLine)->create(Role::Kiosk, "1", "kiosk-1", kMorning);
    ASSERT_TRUE((*(*service)->find(made->secret)).has_value());
    EXPECT_EQ((*commandLine)->revoke(made->token.id), true);
    EXPECT_FALSE((*(*service)->find(made->secret)).has_value());
    EXPECT_EQ((*commandLine)->revoke(made->token.id), false);
}

TEST(TokenStore, NoIdLooksLikeAnOptionOfACommandLine)
{
    TempDir dir;
    const auto store = TokenStore::open(dir.path());
    for (int i = 0; i < 400; ++i) // one in 64 would
        EXPECT_FALSE((*store)->create(Role::Usher, "", "usher", kMorning)->token.id.starts_with('-'));
}

TEST(TokenStore, ListsTokensByTimeOfCreationAfterReopening)
{
    TempDir dir;
    {
        const auto store = TokenStore::open(dir.path());
        ASSERT_TRUE((*store)->create(Role::Admin, "", "second", kMorning + std::chrono::hours{1}));
        ASSERT_TRUE((*store)->create(Role::Display, "", "first", kMorning));
    }
    const auto store = TokenStore::open(dir.path());
    const auto list = (*store)->list();
    ASSERT_TRUE(list);
    ASSERT_EQ(list->size(), 2U);
    EXPECT_EQ(list->front().label, "first");
    EXPECT_EQ(list->back().role, Role::Admin);
}

TEST(TokenStore, NoFileHoldsTheTokenItself)
{
    TempDir dir;
    std::string secret;
    {
        const auto store = TokenStore::open(dir.path());
        secret = (*store)->createBridge({{"1"}, {}}, "bridge", kMorning)->secret;
    }
    for (const auto& file : std::filesystem::directory_iterator{dir.path()})
        EXPECT_EQ(bytesOf(file.path()).find(secret), std::string::npos) << file.path();
}

TEST(TokenStore, ABridgeReachesTheSameKiosksAndCountersAfterReopening)
{
    TempDir dir;
    const Reach reach{{"1", "east door"}, {"1", "贵宾"}};
    std::string secret;
    {
        const auto store = TokenStore::open(dir.path());
        secret = (*store)->createBridge(reach, "bridge", kMorning)->secret;
    }
    const auto found = (*TokenStore::open(dir.path()))->find(secret);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->reach, reach);
    EXPECT_FALSE((*found)->reach.hasCounter("east door"));
    EXPECT_TRUE((*found)->reach.hasKiosk("east door"));
}

TEST(TokenStore, ABridgeOfOldReachesNothing)
{
    TempDir dir;
    const auto store = TokenStore::open(dir.path());
    const auto made = (*store)->create(Role::Bridge, "", "bridge", kMorning);
    const auto found = (*TokenStore::open(dir.path()))->find(made->secret);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->reach, Reach{});
}

TEST(TokenStore, TwoSecretsAreNeverTheSame)
{
    TempDir dir;
    const auto store = TokenStore::open(dir.path());
    const auto one = (*store)->create(Role::Usher, "", "usher", kMorning);
    const auto two = (*store)->create(Role::Usher, "", "usher", kMorning);
    EXPECT_NE(one->secret, two->secret);
    EXPECT_EQ(one->secret.size(), 43U);
}

TEST(Role, EveryRoleHasTheContractsNameAndIsFoundByIt)
{
    for (const char* name :
         {"kiosk", "display", "bridge", "clerk", "usher", "duty-manager", "manager", "admin", "technician"}) {
        const auto role = formats::withWord<Role>(name);
        ASSERT_TRUE(role) << name;
        EXPECT_EQ(formats::word(*role), name);
    }
    EXPECT_FALSE(formats::withWord<Role>("boss"));
}

TEST(TokenStore, ARenewedTokenHasTwoSecretsUntilTheEarlierOneIsOver)
{
    TempDir dir;
    const auto store = std::move(*TokenStore::open(dir.path()));
    const auto commandLine = std::move(*TokenStore::open(dir.path()));
    const auto made = store->createBridge({{"1"}, {"1", "2"}}, "bridge", kMorning).value();
    const time::WallTime until{kMorning + std::chrono::hours{24}};
    const auto renewed = commandLine->renew(made.token.id, until).value();
    ASSERT_TRUE(renewed);
    EXPECT_EQ(renewed->token, made.token);
    EXPECT_NE(renewed->secret, made.secret);
    EXPECT_EQ(store->find(renewed->secret).value(), made.token);
    const auto earlier = store->find(made.secret).value();
    ASSERT_TRUE(earlier);
    EXPECT_EQ(earlier->id, made.token.id) << "a request that is repeated is the same token's";
    EXPECT_EQ(earlier->reach, made.token.reach);
    EXPECT_EQ(earlier->until, until);
    EXPECT_TRUE(store->dropOver(until - Millis{1}).value().empty());
    EXPECT_TRUE(store->find(made.secret).value());
    EXPECT_EQ(store->dropOver(until).value(), std::vector<std::string>{made.token.id});
    EXPECT_FALSE(store->find(made.secret).value());
    EXPECT_TRUE(commandLine->find(renewed->secret).value());
    EXPECT_FALSE(store->renew("nobody", until).value());
}

TEST(TokenStore, ATokenThatIsRenewedTwiceHasTheLastTwoSecretsAndRevokedNone)
{
    TempDir dir;
    const auto store = std::move(*TokenStore::open(dir.path()));
    const auto first = store->create(Role::Kiosk, "1", "kiosk-1", kMorning).value();
    const time::WallTime until{kMorning + std::chrono::hours{1}};
    const auto second = store->renew(first.token.id, until).value();
    const auto third = store->renew(first.token.id, until).value();
    ASSERT_TRUE(second && third);
    EXPECT_FALSE(store->find(first.secret).value());
    EXPECT_TRUE(store->find(second->secret).value());
    EXPECT_TRUE(store->find(third->secret).value());
    EXPECT_EQ(store->list().value().size(), 2U);
    EXPECT_TRUE(TokenStore::open(dir.path())) << "the rows are sealed as they are";
    EXPECT_TRUE(store->revoke(first.token.id).value());
    EXPECT_FALSE(store->find(second->secret).value());
    EXPECT_FALSE(store->find(third->secret).value());
}
