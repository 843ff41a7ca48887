#include <cli/command_line.h>

#include <db/tokens/tokens.h>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

class TokenCommand : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
    }
    [[nodiscard]] std::optional<db::Token> find(const std::string& secret) const
    {
        const auto tokens = db::TokenStore::open(m_hall);
        return tokens ? (*tokens)->find(secret).value_or(std::nullopt) : std::nullopt;
    }
};

} // namespace

TEST_F(TokenCommand, ShowsTheNewTokenAloneSoThatAScriptCanTakeIt)
{
    ASSERT_EQ(run({"token", "add", "--data", m_hall, "--role", "clerk", "--for", "3"}), ExitStatus::Well)
        << m_err;
    ASSERT_TRUE(m_out.ends_with('\n'));
    const auto token = find(m_out.substr(0, m_out.size() - 1));
    ASSERT_TRUE(token);
    EXPECT_EQ(token->role, db::Role::Clerk);
    EXPECT_EQ(token->bound, "3");
}

TEST_F(TokenCommand, WritesItIntoAFileOfTheOwnersAlone)
{
    const auto file = m_scratch / "kiosk-2";
    ASSERT_EQ(run({"token", "add", "--data", m_hall, "--role", "kiosk", "--for", "2", "--file", file}),
              ExitStatus::Well)
        << m_err;
    EXPECT_EQ(modeOf(file), 0600U);
    EXPECT_EQ(m_out.find(read(file).substr(0, 20)), std::string::npos) << "the secret is on the screen too";
}

TEST_F(TokenCommand, NeedsToKnowWhichCounterAClerkSitsAt)
{
    EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "clerk"}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "usher", "--for", "3"}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "boss"}), ExitStatus::WrongUse);
}

TEST_F(TokenCommand, BindsABridgeToItsKiosksAndCounters)
{
    ASSERT_EQ(run({"token", "add", "--data", m_hall, "--role", "bridge", "--kiosk", "1", "--counter", "1,2"}),
              ExitStatus::Well)
        << m_err;
    const auto token = find(m_out.substr(0, m_out.size() - 1));
    ASSERT_TRUE(token);
    EXPECT_EQ(token->reach, (db::Reach{{"1"}, {"1", "2"}}));
    ASSERT_EQ(run({"token", "list", "--data", m_hall}), ExitStatus::Well);
    EXPECT_NE(m_out.find("kiosk:1,counter:1,counter:2 bridge"), std::string::npos) << m_out;
}

TEST_F(TokenCommand, NeedsToKnowWhatABridgeConnects)
{
    EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "bridge"}), ExitStatus::WrongUse);
    EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "usher", "--counter", "1"}),
              ExitStatus::WrongUse);
    EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "bridge", "--kiosk", "1\n2"}),
              ExitStatus::WrongUse);
}

TEST_F(TokenCommand, ListsEveryTokenWithoutItsSecret)
{
    ASSERT_EQ(run({"token", "list", "--data", m_hall}), ExitStatus::Well);
    for (const auto& entry : std::filesystem::directory_iterator(m_hall / "tokens")) {
        EXPECT_NE(m_out.find(entry.path().filename().string()), std::string::npos) << entry.path();
        EXPECT_EQ(m_out.find(read(entry.path()).substr(0, 20)), std::string::npos) << entry.path();
    }
}

TEST_F(TokenCommand, RevokedIsKnownNoLonger)
{
    ASSERT_EQ(run({"token", "add", "--data", m_hall, "--role", "usher"}), ExitStatus::Well);
    const std::string secret = m_out.substr(0, m_out.size() - 1);
    ASSERT_TRUE(find(secret));
    ASSERT_EQ(run({"token", "revoke", "--data", m_hall, find(secret)->id}), ExitStatus::Well) << m_err;
    EXPECT_FALSE(find(secret));
}

TEST_F(TokenCommand, CannotRevokeWhatIsNotThere)
{
    EXPECT_EQ(run({"token", "revoke", "--data", m_hall, "nobody"}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("nobody"), std::string::npos);
}

TEST_F(TokenCommand, HasALabelOfOneLine)
{
    for (const char* label : {"a\nb", "a\tb", "a\x1B[2J", "\xCD\xF5"})
        EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "usher", "--label", label}),
                  ExitStatus::WrongUse);
    EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "clerk", "--for", "1\n2"}),
              ExitStatus::WrongUse);
    EXPECT_EQ(run({"token", "add", "--data", m_hall, "--role", "usher", "--label", "张䶮"}), ExitStatus::Well)
        << m_err;
}

TEST_F(TokenCommand, RenewsOneAndSaysHowLongTheEarlierSecretHolds)
{
    const std::string old = read(m_hall / "tokens/kiosk-1").substr(0, 43);
    const std::string id = find(old)->id;
    const auto file = m_scratch / "renewed";
    must({"token", "renew", id, "--overlap-hours", "2", "--file", file, "--data", m_hall});
    EXPECT_EQ(modeOf(file), 0600U);
    const auto renewed = find(read(file).substr(0, 43));
    ASSERT_TRUE(renewed);
    EXPECT_EQ(renewed->bound, "1");
    EXPECT_EQ(find(old)->until, (time::WallTime{Instant{Seconds{1'795'000'000 + 7200}}}));
    must({"token", "list", "--data", m_hall});
    EXPECT_NE(m_out.find("its earlier secret until 2026-11-18T"), std::string::npos) << m_out;
    EXPECT_EQ(run({"token", "renew", "nobody", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_EQ(run({"token", "renew", id, "--overlap-hours", "721", "--data", m_hall}), ExitStatus::WrongUse);
}
