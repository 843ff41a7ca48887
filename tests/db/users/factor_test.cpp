#include <db/support/by_hand.h>
#include <db/support/temp_dir.h>
#include <db/users/one_time_code.h>
#include <db/users/users.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

time::WallTime wallAt(std::int64_t seconds)
{
    return {time::WallTime{}.utc + std::chrono::seconds{seconds}};
}

constexpr std::int64_t kNow = 1'790'000'010; // the beginning of a step

class SecondFactor : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_users = open();
        const auto added = m_users->add({{}, "anna", Role::Admin, false, false, 0, 0}, "correct horse");
        ASSERT_TRUE(added && *added);
        m_id = (*added)->id;
        give(codeStepAt(wallAt(kNow - 600)));
    }
    [[nodiscard]] std::unique_ptr<UserStore> open() const
    {
        auto store = UserStore::open(m_dir.path(), files::posix(), kLeastCost);
        EXPECT_TRUE(store) << store.error().detail;
        return store ? std::move(*store) : nullptr;
    }
    /// A factor whose clock is `ahead` steps ahead of the hall's.
    void give(std::int64_t step, std::int64_t ahead = 0)
    {
        const auto codes = m_users->setFactor(m_id, {m_secret, step + ahead, step});
        ASSERT_TRUE(codes && *codes);
        m_recovery = **codes;
    }
    [[nodiscard]] std::string codeAt(std::int64_t seconds) const
    {
        return oneTimeCode(m_secret, codeStepAt(wallAt(seconds)));
    }
    CodeVerdict take(const std::string& code, std::int64_t seconds = kNow)
    {
        const auto verdict = m_users->takeCode(m_id, code, wallAt(seconds));
        EXPECT_TRUE(verdict) << verdict.error().detail;
        return verdict.value_or(CodeVerdict::Wrong);
    }
    [[nodiscard]] std::filesystem::path key() const { return m_dir.path() / "keys" / "factor.key"; }

    TempDir m_dir;
    const std::string m_secret = newCodeSecret();
    std::unique_ptr<UserStore> m_users;
    std::string m_id;
    std::vector<std::string> m_recovery;
};

} // namespace

TEST(OneTimeCode, IsThatOfTheStandard)
{
    // RFC 6238, appendix B, the last six of its eight digits.
    const std::string secret = "12345678901234567890";
    EXPECT_EQ(oneTimeCode(secret, codeStepAt(wallAt(59))), "287082");
    EXPECT_EQ(oneTimeCode(secret, codeStepAt(wallAt(1111111109))), "081804");
    EXPECT_EQ(oneTimeCode(secret, codeStepAt(wallAt(1234567890))), "005924");
    EXPECT_EQ(oneTimeCode(secret, codeStepAt(wallAt(20000000000))), "353130");
}

TEST(OneTimeCode, IsReadByAnAuthenticatorFromItsAddress)
{
    const std::string secret = "12345678901234567890";
    EXPECT_EQ(codeAddress(secret, "hz-west 01", "anna"),
              "otpauth://totp/hz-west%2001:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=hz-west%2001");
    EXPECT_EQ(typedCodeSecret(secret), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    EXPECT_EQ(newCodeSecret().size(), 20U);
    EXPECT_NE(newCodeSecret(), newCodeSecret());
}

TEST_F(SecondFactor, TakesTheCodeOfNowAndOfTheStepsBesideItAndNoOther)
{
    EXPECT_EQ(take(codeAt(kNow - 60)), CodeVerdict::Wrong);
    EXPECT_EQ(take(codeAt(kNow + 60)), CodeVerdict::Wrong);
    EXPECT_EQ(take(codeAt(kNow - 30)), CodeVerdict::Right);
    give(codeStepAt(wallAt(kNow - 600)));
    EXPECT_EQ(take(codeAt(kNow + 30)), CodeVerdict::Right);
    give(codeStepAt(wallAt(kNow - 600)));
    const std::string code = codeAt(kNow);
    EXPECT_EQ(take(code.substr(0, 3) + " " + code.substr(3)), CodeVerdict::Right);
    EXPECT_EQ(take(""), CodeVerdict::Wrong);
}

TEST_F(SecondFactor, TakesEachCodeOnceAlsoAfterARestartAndWhereverTheClockIsSet)
{
    EXPECT_EQ(take(codeAt(kNow)), CodeVerdict::Right);
    EXPECT_EQ(take(codeAt(kNow)), CodeVerdict::Used);
    m_users = open();
    EXPECT_EQ(take(codeAt(kNow), kNow + 20), CodeVerdict::Used);
    const std::int64_t in2036 = kNow + 10 * 365 * 86400LL;
    EXPECT_EQ(take(codeAt(in2036), in2036), CodeVerdict::Right);
    EXPECT_EQ(take(codeAt(kNow), kNow), CodeVerdict::Used) << "the clock was set back";
    EXPECT_EQ(take(codeAt(kNow + 30), kNow + 30), CodeVerdict::Right) << "nobody is shut out by 2036";
}

TEST_F(SecondFactor, FollowsAClockThatGoesWrongSlowly)
{
    for (std::int64_t step = 1; step < 20; ++step)
        EXPECT_EQ(take(codeAt(kNow + step * 86400 + step * 30), kNow + step * 86400), CodeVerdict::Right)
            << step;
    give(codeStepAt(wallAt(kNow - 600)), 7);
    EXPECT_EQ(take(codeAt(kNow + 7 * 30)), CodeVerdict::Right) << "as far as at its beginning";
}

TEST_F(SecondFactor, HasTenRecoveryCodesOfWhichEachIsTakenOnce)
{
    EXPECT_EQ((std::set<std::string>{m_recovery.begin(), m_recovery.end()}.size()), 10U);
    for (const std::string& code : m_recovery) {
        EXPECT_EQ(take(code), CodeVerdict::Recovery) << code;
        EXPECT_EQ(take(code), CodeVerdict::Wrong) << code;
    }
    give(codeStepAt(wallAt(kNow - 600)));
    std::string upper = m_recovery.front();
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return std::toupper(c); });
    EXPECT_EQ(take(upper), CodeVerdict::Recovery);
}

TEST_F(SecondFactor, StandsInNoFileBesideItsKeyInClear)
{
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{m_dir.path()})
        if (entry.is_regular_file() && entry.path() != key()) {
            std::ifstream in{entry.path(), std::ios::binary};
            all.append(std::istreambuf_iterator<char>{in}, {});
        }
    EXPECT_EQ(all.find(m_secret), std::string::npos);
    for (const std::string& code : m_recovery)
        EXPECT_EQ(all.find(plainCode(code)), std::string::npos);
    EXPECT_EQ(std::filesystem::status(key()).permissions() & std::filesystem::perms::all,
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(SecondFactor, WithoutItsKeyCantBeJudgedAndItsRecoveryCodesCan)
{
    std::filesystem::remove(key());
    EXPECT_EQ(take(codeAt(kNow)), CodeVerdict::NoKey);
    EXPECT_EQ(take(m_recovery.front()), CodeVerdict::Recovery);
    EXPECT_TRUE(m_users->named("anna").value()->hasFactor) << "a lost file takes nobody's factor away";
}

TEST_F(SecondFactor, StaysWithAnotherPasswordAndGoesWhenItIsRemoved)
{
    ASSERT_TRUE(m_users->setPassword(m_id, "correct horse 2", false).value());
    EXPECT_TRUE(m_users->check("anna", "correct horse 2").value()->hasFactor);
    EXPECT_EQ(take(codeAt(kNow)), CodeVerdict::Right);
    const auto version = m_users->find(m_id).value()->version;
    const auto without = m_users->removeFactor(m_id).value();
    EXPECT_FALSE(without->hasFactor);
    EXPECT_GT(without->version, version) << "its sessions end";
    EXPECT_TRUE(m_users->check("anna", "correct horse 2").value());
    EXPECT_EQ(take(codeAt(kNow + 30)), CodeVerdict::Wrong);
}

TEST_F(SecondFactor, EndsNoSessionWhenItIsUsed)
{
    const auto version = m_users->find(m_id).value()->version;
    EXPECT_EQ(take(codeAt(kNow)), CodeVerdict::Right);
    EXPECT_EQ(m_users->find(m_id).value()->version, version);
    EXPECT_EQ(open()->find(m_id).value(), m_users->find(m_id).value());
}
