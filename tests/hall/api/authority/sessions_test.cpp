#include <hall/api/support/browser.h>
#include <hall/api/support/running_hall.h>

#include <db/users/users.h>

#include <gtest/gtest.h>

#include <set>

namespace starqueue::hall::test {

namespace {

constexpr auto kPassword = "correct horse";

/// A hall with a user of each role that logs in, named after it, whose password is known to them alone.
class LoggedIn : public testing::Test
{
protected:
    void SetUp() override
    {
        for (const char* name : {"usher", "duty-manager", "manager", "admin", "technician"})
            m_hall.folder().addUser(name, *formats::withWord<db::Role>(name), kPassword, false);
        ASSERT_EQ(m_browser.logIn("manager", kPassword).status, 201);
    }
    /// As `starqueue user` does beside the service.
    [[nodiscard]] std::unique_ptr<db::UserStore> commandLine() const
    {
        auto users = db::UserStore::open(m_hall.folder().path(), files::posix(), db::kLeastCost);
        return users ? std::move(*users) : nullptr;
    }
    void disable(const std::string& name) const
    {
        const auto users = commandLine();
        db::UserChange disabled;
        disabled.disabled = true;
        ASSERT_TRUE(users->change(users->named(name).value()->id, disabled).value());
    }
    [[nodiscard]] Follower followed(const Browser& browser)
    {
        return Follower::ofSession(m_hall.port(), browser.cookie(), m_hall.seq());
    }
    [[nodiscard]] Said closeService(const starqueue::test::HttpPeer::Headers& headers) const
    {
        return call(m_hall.port(), "POST", "/api/v1/services/sim/close",
                    json{{"requestId", newRequestId()}}.dump(), headers);
    }

    RunningHall m_hall;
    Browser m_browser{m_hall.port()};
};

} // namespace

TEST_F(LoggedIn, HasTheUsersRoleByACookieThatNoScriptReads)
{
    Browser browser{m_hall.port()};
    const Said said = browser.logIn("manager", kPassword);
    EXPECT_EQ(said.body, (json{{"user", "manager"},
                               {"role", "manager"},
                               {"passwordChangeNeeded", false},
                               {"sinceLastLogin", said.body.at("sinceLastLogin")}}));
    const std::string cookie = said.raw.header("set-cookie");
    for (const char* rule : {"HttpOnly", "SameSite=Strict", "Path=/"})
        EXPECT_NE(cookie.find(rule), std::string::npos) << cookie;
    EXPECT_EQ(cookie.find("Secure"), std::string::npos) << "on loopback there is no TLS: " << cookie;
    EXPECT_EQ(browser.get("/reports/waits").status, 200);
    EXPECT_EQ(browser.get("/print-jobs").status, 403);
    EXPECT_EQ(browser.get("/sessions/current").body, said.body);
    EXPECT_NE(browser.cookie(), m_browser.cookie());
}

TEST_F(LoggedIn, IsNobodyByAWrongNameOrPasswordWithTheSameAnswer)
{
    m_hall.folder().addUser("17", db::Role::Clerk, "4711", false);
    Browser browser{m_hall.port()};
    std::set<std::string> answers;
    answers.insert(browser.logIn("manager", "correct horsf").raw.body);
    answers.insert(browser.logIn("nobody", kPassword).raw.body);
    answers.insert(browser.logIn("17", "4711").raw.body);
    disable("usher");
    const Said last = browser.logIn("usher", kPassword);
    answers.insert(last.raw.body);
    EXPECT_EQ(answers.size(), 1U) << testing::PrintToString(answers);
    EXPECT_EQ(last.status, 401);
    EXPECT_EQ(last.code(), "login_refused");
    EXPECT_EQ(last.raw.header("set-cookie"), "");
}

TEST_F(LoggedIn, IsTriedTenTimesWithOneNameInTenMinutes)
{
    Browser browser{m_hall.port()};
    for (int i = 0; i < 10; ++i)
        ASSERT_EQ(browser.logIn("admin", "correct horsf").status, 401) << i;
    const Said said = browser.logIn("admin", kPassword);
    EXPECT_EQ(said.status, 429) << "the right one isn't told from a wrong one";
    EXPECT_EQ(said.code(), "too_many");
    EXPECT_EQ(browser.logIn("nobody", kPassword).status, 401) << "another name is still free";
    EXPECT_EQ(browser.logIn("usher", kPassword).status, 201);
}

TEST_F(LoggedIn, EndsWithLogOut)
{
    const std::string cookie = m_browser.cookie();
    Follower follower = followed(m_browser);
    const Said said = m_browser.logOut();
    EXPECT_EQ(said.status, 204);
    EXPECT_NE(said.raw.header("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_TRUE(follower.isEnded());
    m_browser.setCookie(cookie);
    EXPECT_EQ(m_browser.get("/board").status, 401);
}

TEST_F(LoggedIn, ElsewhereIsSeenAndEnded)
{
    Browser other{m_hall.port()};
    ASSERT_EQ(other.logIn("manager", kPassword).status, 201);
    Follower follower = followed(m_browser);
    EXPECT_EQ(other.get("/sessions").body.size(), 2U);
    EXPECT_EQ(
        other.send("DELETE", "/sessions/others", json{{"requestId", newRequestId()}}.dump()).body.at("ended"),
        1);
    EXPECT_TRUE(follower.isEnded());
    EXPECT_EQ(m_browser.get("/board").status, 401);
    EXPECT_EQ(other.get("/sessions").body.size(), 1U);
}

TEST_F(LoggedIn, EndsWithTheUsersDisablingOnOpenStreamsToo)
{
    Follower follower = followed(m_browser);
    disable("manager");
    EXPECT_TRUE(follower.isEnded());
    EXPECT_EQ(m_browser.get("/board").status, 401);
}

TEST_F(LoggedIn, EndsWithAnotherRole)
{
    db::UserChange usher;
    usher.role = db::Role::Usher;
    const auto users = commandLine();
    ASSERT_TRUE(users->change(users->named("manager").value()->id, usher).value());
    EXPECT_EQ(m_browser.get("/board").status, 401);
    EXPECT_EQ(m_browser.logIn("manager", kPassword).body.at("role"), "usher");
}

TEST_F(LoggedIn, EndsWithTheService)
{
    m_hall.stop();
    m_hall.start();
    Browser again{m_hall.port()};
    again.setCookie(m_browser.cookie());
    EXPECT_EQ(again.get("/board").status, 401);
}

TEST_F(LoggedIn, WithAnotherCookieIsNobody)
{
    for (const char* cookie : {"starqueue_session=wrong", "starqueue_session=", "session=x"}) {
        m_browser.setCookie(cookie);
        EXPECT_EQ(m_browser.get("/board").status, 401) << cookie;
    }
    m_browser.setCookie("starqueue_session=" + m_hall.secret("manager"));
    EXPECT_EQ(m_browser.get("/board").status, 401) << "a token is no session";
}

TEST_F(LoggedIn, CommandsFromTheHallsOwnPagesOnly)
{
    const std::string cookie = m_browser.cookie();
    const std::string own = m_browser.ownOrigin();
    EXPECT_EQ(closeService({{"Cookie", cookie}}).code(), "wrong_origin");
    EXPECT_EQ(closeService({{"Cookie", cookie}, {"Origin", "https://evil.example"}}).status, 403);
    EXPECT_EQ(closeService({{"Cookie", cookie}, {"Origin", "null"}}).status, 403);
    EXPECT_EQ(closeService({{"Cookie", cookie}, {"Origin", own}, {"Sec-Fetch-Site", "cross-site"}}).status,
              403);
    EXPECT_EQ(closeService({{"Cookie", cookie}, {"Origin", own}, {"Content-Type", "text/plain"}}).status,
              415);
    EXPECT_EQ(closeService({{"Cookie", cookie}, {"Origin", own}}).status, 200);
    const std::string login =
        json{{"requestId", newRequestId()}, {"user", "manager"}, {"password", kPassword}}.dump();
    EXPECT_EQ(
        call(m_hall.port(), "POST", "/api/v1/sessions", login, {{"Origin", "https://evil.example"}}).code(),
        "wrong_origin");
}

TEST_F(LoggedIn, WithAPasswordOfAnothersMayChangeThatAndNothingElse)
{
    m_hall.folder().addUser("anna", db::Role::Manager, kPassword, true);
    Browser anna{m_hall.port()};
    EXPECT_EQ(anna.logIn("anna", kPassword).body.at("passwordChangeNeeded"), true);
    EXPECT_EQ(anna.get("/board").code(), "password_change_needed");
    EXPECT_EQ(anna.get("/events").status, 403);
    EXPECT_EQ(anna.post("/services/sim/close").code(), "password_change_needed");
    EXPECT_EQ(anna.get("/sessions/current").status, 200);
    EXPECT_EQ(anna.post("/users/me/password", {{"old", kPassword}, {"password", "battery staple"}}).status,
              200);
    EXPECT_EQ(anna.get("/board").status, 200);
    EXPECT_EQ(anna.logOut().status, 204);
    EXPECT_EQ(anna.logIn("anna", kPassword).status, 401);
    EXPECT_EQ(anna.logIn("anna", "battery staple").status, 201);
}

TEST_F(LoggedIn, ChangesThePasswordWithTheOldOneAndEndsTheOtherSessions)
{
    Browser other{m_hall.port()};
    ASSERT_EQ(other.logIn("manager", kPassword).status, 201);
    const auto change = [this](const char* old, const char* password) {
        return m_browser.post("/users/me/password", {{"old", old}, {"password", password}});
    };
    EXPECT_EQ(change("correct horsf", "battery staple").status, 403);
    EXPECT_EQ(change(kPassword, "short").code(), "bad_password");
    EXPECT_EQ(change(kPassword, kPassword).code(), "bad_password");
    EXPECT_EQ(m_hall.as("manager").post("/users/me/password", {{"old", "x"}, {"password", "y"}}).status, 404);
    EXPECT_EQ(other.get("/board").status, 200);
    EXPECT_EQ(change(kPassword, "battery staple").status, 200);
    EXPECT_EQ(other.get("/board").status, 401);
    EXPECT_EQ(m_browser.get("/board").status, 200) << "it goes on in a new session";
}

TEST(Stream, OfARevokedTokenEnds)
{
    RunningHall hall;
    Follower follower = hall.follow("display", hall.seq());
    const auto tokens = db::TokenStore::open(hall.folder().path());
    ASSERT_TRUE(tokens);
    const auto token = (*tokens)->find(hall.secret("display")).value();
    ASSERT_TRUE((*tokens)->revoke(token->id).value());
    EXPECT_TRUE(follower.isEnded());
}

} // namespace starqueue::hall::test
