#include <hall/api/support/browser.h>
#include <hall/api/support/running_hall.h>

#include <db/security/security_log.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace starqueue::hall::test {

namespace {

constexpr auto kAnyPassword = "correct horse";

class UsersApi : public testing::Test
{
protected:
    void SetUp() override
    {
        m_hall.folder().addUser("admin", db::Role::Admin, kAnyPassword, false);
        ASSERT_EQ(m_admin.logIn("admin", kAnyPassword).status, 201);
    }
    Said add(const std::string& name, const char* role = "manager")
    {
        return m_admin.post("/users", {{"name", name}, {"role", role}, {"password", kAnyPassword}});
    }
    [[nodiscard]] std::string idOf(const std::string& name)
    {
        for (const json& user : m_admin.get("/users").body)
            if (user.at("name") == name)
                return user.at("id");
        return {};
    }
    /// Waits for it: the log is written after the answer.
    [[nodiscard]] json logged(const std::string& what, std::size_t count = 1)
    {
        json found = json::array();
        while (found.size() < count) {
            found = json::array();
            for (const json& line : m_admin.get("/audit").body)
                if (line.at("what") == what)
                    found.push_back(line);
        }
        return found;
    }

    RunningHall m_hall;
    Browser m_admin{m_hall.port()};
};

} // namespace

TEST_F(UsersApi, AddsSomebodyWhoLogsInAndMustChangeThePassword)
{
    const Said said = m_admin.post(
        "/users",
        {{"name", "anna"}, {"role", "manager"}, {"password", kAnyPassword}, {"authorityYuan", 300}});
    EXPECT_EQ(said.status, 201) << said.raw.body;
    EXPECT_EQ(said.body, (json{{"id", idOf("anna")},
                               {"name", "anna"},
                               {"role", "manager"},
                               {"disabled", false},
                               {"mustChange", true},
                               {"secondFactor", false},
                               {"authorityYuan", 300}}));
    EXPECT_EQ(Browser{m_hall.port()}.logIn("anna", kAnyPassword).body.at("passwordChangeNeeded"), true);
    EXPECT_EQ(add("Anna").code(), "user_exists");
    EXPECT_EQ(m_admin.get("/users").raw.body.find("argon"), std::string::npos);
}

TEST_F(UsersApi, RefusesWhatNoUserCanBe)
{
    EXPECT_EQ(add("anna", "kiosk").code(), "bad_field");
    EXPECT_EQ(add("anna b").code(), "bad_field");
    EXPECT_EQ(add("17", "clerk").code(), "bad_password") << "a clerk has a PIN";
    EXPECT_EQ(add(kAnyPassword).code(), "bad_field");
    EXPECT_EQ(m_admin.post("/users", {{"name", "anna"}, {"role", "usher"}, {"password", "short"}}).code(),
              "bad_password");
    EXPECT_EQ(m_admin.get("/users").body.size(), 1U);
}

TEST_F(UsersApi, RefusesAPasswordThatEverybodyKnowsAndSaysWhatToChoose)
{
    const Said said =
        m_admin.post("/users", {{"name", "anna"}, {"role", "manager"}, {"password", "password1234"}});
    EXPECT_EQ(said.status, 400);
    EXPECT_EQ(said.code(), "known_password");
    EXPECT_NE(said.raw.body.find("Choose"), std::string::npos) << said.raw.body;
    EXPECT_EQ(
        m_admin.post("/users/me/password", {{"old", kAnyPassword}, {"password", "administrator"}}).code(),
        "known_password");
    EXPECT_EQ(Browser{m_hall.port()}.logIn("admin", kAnyPassword).status, 201) << "it stayed as it was";
    EXPECT_EQ(m_admin.post("/users", {{"name", "17"}, {"role", "clerk"}, {"password", "1234"}}).status, 201)
        << "a PIN is guarded by the throttle";
}

TEST_F(UsersApi, TakesATokenForAProof)
{
    Face& token = m_hall.as("admin");
    EXPECT_EQ(token.post("/users", {{"name", "anna"}, {"role", "usher"}, {"password", kAnyPassword}}).status,
              201);
    EXPECT_EQ(token.post("/sessions/current/password", {{"password", kAnyPassword}}).code(), "not_found")
        << "it has no password";
}

TEST_F(UsersApi, ChangesARoleAndEndsTheSessionsOfIt)
{
    ASSERT_EQ(add("anna").status, 201);
    const std::string path = "/users/" + idOf("anna");
    ASSERT_EQ(m_admin.patch(path, {{"mustChange", false}}).status, 200);
    Browser anna{m_hall.port()};
    ASSERT_EQ(anna.logIn("anna", kAnyPassword).status, 201);
    Follower follower = Follower::ofSession(m_hall.port(), anna.cookie(), m_hall.seq());
    const Said said = m_admin.patch(path, {{"role", "usher"}});
    EXPECT_EQ(said.body.at("role"), "usher");
    EXPECT_TRUE(follower.isEnded());
    EXPECT_EQ(anna.get("/board").status, 401);
    EXPECT_EQ(m_admin.patch(path, {{"disabled", true}}).body.at("disabled"), true);
    EXPECT_EQ(anna.logIn("anna", kAnyPassword).status, 401);
    EXPECT_EQ(m_admin.patch("/users/nobody", {{"disabled", true}}).status, 404);
    EXPECT_EQ(m_admin.patch(path, {{"role", "clerk"}}).code(), "pin_or_password");
    EXPECT_EQ(m_admin.patch(path, {{"role", "kiosk"}}).code(), "bad_field");
}

TEST_F(UsersApi, LetsNobodyShutThemselvesOut)
{
    const std::string own = "/users/" + idOf("admin");
    EXPECT_EQ(m_admin.patch(own, {{"disabled", true}}).code(), "own_user");
    EXPECT_EQ(m_admin.patch(own, {{"role", "usher"}}).code(), "own_user");
    EXPECT_EQ(m_admin.get("/users").status, 200);
}

TEST_F(UsersApi, LogsWhoLoggedInWhoWasRefusedAndWhoLoggedOut)
{
    Browser browser{m_hall.port()};
    browser.logIn("admin", "correct horsf");
    browser.logIn("correct horse battery", "x");
    browser.logIn("admin", kAnyPassword);
    browser.logOut();
    EXPECT_EQ(logged("logged_in", 2).back().at("who"), "admin");
    const json refused = logged("login_refused", 2);
    EXPECT_EQ(refused[0].at("who"), "") << "what nobody is called may be a password typed in the wrong field";
    EXPECT_EQ(refused[1].at("who"), "admin");
    EXPECT_EQ(logged("logged_out")[0].at("who"), "admin");
}

TEST_F(UsersApi, LogsRefusedAuthorityAndChangesOfUsers)
{
    m_hall.as("usher").get("/users");
    m_hall.as("counter-1").post("/counters/2/next");
    add("anna");
    m_admin.patch("/users/" + idOf("anna"), {{"disabled", true}});
    const json forbidden = logged("forbidden", 2);
    EXPECT_EQ(forbidden[0].at("detail"), "POST /api/v1/counters/2/next");
    EXPECT_EQ(forbidden[1].at("detail"), "GET /users");
    EXPECT_EQ(logged("user_added")[0].at("detail"), "anna");
    const json changed = logged("user_changed");
    EXPECT_EQ(changed[0].at("detail"), "anna disabled");
    EXPECT_EQ(changed[0].at("who"), "admin");
}

TEST_F(UsersApi, PageTheLogBackwards)
{
    m_hall.as("usher").get("/users");
    m_hall.as("usher").get("/users");
    (void)logged("forbidden", 2);
    const Said older = m_admin.get("/audit?before=3");
    ASSERT_EQ(older.body.size(), 2U);
    EXPECT_EQ(older.body[0].at("seq"), 2);
    EXPECT_EQ(m_admin.get("/audit?before=x").code(), "bad_field");
}

TEST_F(UsersApi, LogAHundredAndTwentyLinesAMinuteAtMost)
{
    for (int i = 0; i < 250; ++i)
        m_hall.as("usher").get("/users");
    m_hall.stop(); // all that is to be written is
    const auto log = db::SecurityLog::open(m_hall.folder().path());
    const std::size_t lines = (*log)->latest(0, 999)->size();
    EXPECT_GE(lines, 120U);
    EXPECT_LE(lines, 241U) << "of two minutes, with how many were left out in the first";
}

} // namespace starqueue::hall::test
