#include <cli/command_line.h>

#include <db/tokens/tokens.h>
#include <db/users/users.h>

#include <hall/settings/hall_settings.h>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

class Init : public test::CommandLine
{
protected:
    [[nodiscard]] std::string tokenOf(const std::string& face) const
    {
        return read(m_hall / "tokens" / face);
    }
    [[nodiscard]] std::optional<db::Token> found(const std::string& face) const
    {
        std::string secret = tokenOf(face);
        EXPECT_TRUE(secret.ends_with('\n')) << face;
        secret.pop_back();
        const auto tokens = db::TokenStore::open(m_hall);
        return tokens ? (*tokens)->find(secret).value_or(std::nullopt) : std::nullopt;
    }
};

} // namespace

TEST_F(Init, MakesSettingsThatAreTaken)
{
    makeHall();
    EXPECT_TRUE(settings::readHallSettings(m_hall / "hall.toml"));
    EXPECT_NE(read(m_hall / "bridge.toml").find("[[printer]]"), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(m_hall / "hall.db"));
}

TEST_F(Init, GivesEachFaceATokenOfItsRoleAndPlace)
{
    makeHall();
    const std::tuple<const char*, db::Role, const char*> kFaces[] = {
        {"kiosk-1", db::Role::Kiosk, "1"},
        {"display-1", db::Role::Display, ""},
        {"bridge", db::Role::Bridge, ""},
        {"counter-1", db::Role::Clerk, "1"},
        {"counter-6", db::Role::Clerk, "6"},
        {"usher", db::Role::Usher, ""},
        {"manager", db::Role::Manager, ""},
        {"admin", db::Role::Admin, ""},
        {"duty-manager", db::Role::DutyManager, ""},
        {"technician", db::Role::Technician, ""}};
    for (const auto& [face, role, bound] : kFaces) {
        const auto token = found(face);
        ASSERT_TRUE(token) << face;
        EXPECT_EQ(token->role, role) << face;
        EXPECT_EQ(token->bound, bound) << face;
    }
}

TEST_F(Init, BindsTheBridgeToTheKioskAndCountersThatItWrites)
{
    makeHall();
    const auto bridge = found("bridge");
    ASSERT_TRUE(bridge);
    EXPECT_EQ(bridge->reach, (db::Reach{{"1"}, {"1", "2", "3", "4", "5", "6"}}));
}

TEST_F(Init, LetsOnlyTheOwnerReadTokensAndKeys)
{
    makeHall();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_hall / "tokens"))
        EXPECT_EQ(modeOf(entry.path()), 0600U) << entry.path();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_hall / "keys"))
        EXPECT_EQ(modeOf(entry.path()) & 0077U, 0U) << entry.path();
    EXPECT_EQ(modeOf(m_hall / "tokens"), 0700U);
    EXPECT_EQ(modeOf(m_hall / "users" / "admin"), 0600U);
}

TEST_F(Init, WritesAPasswordThatTheAdminMustChange)
{
    makeHall();
    std::string password = read(m_hall / "users" / "admin");
    password.pop_back();
    const auto users = db::UserStore::open(m_hall, files::posix(), db::kLeastCost);
    ASSERT_TRUE(users);
    const auto admin = (*users)->check("admin", password);
    ASSERT_TRUE(admin && *admin);
    EXPECT_EQ((*admin)->role, db::Role::Admin);
    EXPECT_TRUE((*admin)->mustChange);
    EXPECT_EQ(m_out.find(password), std::string::npos) << "the password is on the screen too";
}

TEST_F(Init, WithForceReplacesTheAdminsPassword)
{
    makeHall();
    std::string old = read(m_hall / "users" / "admin");
    old.pop_back();
    ASSERT_EQ(run({"init", m_hall.string(), "--force"}), ExitStatus::Well) << m_err;
    const auto users = db::UserStore::open(m_hall, files::posix(), db::kLeastCost);
    ASSERT_TRUE(users);
    EXPECT_FALSE((*users)->check("admin", old).value()) << old;
    EXPECT_EQ((*users)->list()->size(), 1U);
}

TEST_F(Init, TakesAnExistingEmptyDirectory)
{
    std::filesystem::create_directory(m_hall);
    EXPECT_EQ(run({"init", m_hall.string()}), ExitStatus::Well) << m_err;
}

TEST_F(Init, ChangesNothingWhereAHallIsAlready)
{
    makeHall();
    std::ofstream(m_hall / "hall.toml") << "mine";
    const std::string token = tokenOf("manager");
    EXPECT_EQ(run({"init", m_hall.string()}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("--force"), std::string::npos) << m_err;
    EXPECT_EQ(read(m_hall / "hall.toml"), "mine");
    EXPECT_EQ(tokenOf("manager"), token);
}

TEST_F(Init, ChangesNothingWhereOneTokenAloneIsAlready)
{
    std::filesystem::create_directories(m_hall / "tokens");
    std::ofstream(m_hall / "tokens" / "usher") << "mine\n";
    EXPECT_EQ(run({"init", m_hall.string()}), ExitStatus::Failed);
    EXPECT_EQ(tokenOf("usher"), "mine\n");
    EXPECT_FALSE(std::filesystem::exists(m_hall / "hall.toml"));
}

TEST_F(Init, WithForceRevokesTheTokensThatItReplaces)
{
    makeHall();
    std::string old = tokenOf("manager");
    old.pop_back();
    ASSERT_EQ(run({"init", m_hall.string(), "--force"}), ExitStatus::Well) << m_err;
    const auto tokens = db::TokenStore::open(m_hall);
    ASSERT_TRUE(tokens);
    const auto replaced = (*tokens)->find(old);
    ASSERT_TRUE(replaced);
    EXPECT_FALSE(replaced->has_value());
    EXPECT_TRUE(found("manager"));
}

TEST_F(Init, NamesTheDirectoryThatItCannotMake)
{
    std::ofstream(m_scratch / "file") << "x";
    EXPECT_EQ(run({"init", (m_scratch / "file" / "hall").string()}), ExitStatus::Failed);
    EXPECT_NE(m_err.find((m_scratch / "file" / "hall").string()), std::string::npos) << m_err;
}
