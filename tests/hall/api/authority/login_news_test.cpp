#include <hall/api/support/browser.h>
#include <hall/api/support/running_hall.h>

#include <hall/api/users/news_since_login.h>

#include <db/security/security_log.h>
#include <db/users/users.h>

#include <gtest/gtest.h>

#include <fstream>

namespace starqueue::hall::test {

namespace {

constexpr auto kAnnas = "correct horse";

class LoginNewsApi : public testing::Test
{
protected:
    void SetUp() override { m_hall.folder().addUser("anna", db::Role::Manager, kAnnas, false); }
    [[nodiscard]] json newsOf(const Said& said) const { return said.body.at("sinceLastLogin"); }

    RunningHall m_hall;
    Browser m_browser{m_hall.port()};
};

/// As `starqueue user passwd` notes it.
void noteOfCommandLine(const std::filesystem::path& folder, const std::string& detail)
{
    const auto log = db::SecurityLog::open(folder);
    ASSERT_TRUE(log);
    const time::WallTime at{std::chrono::floor<Millis>(std::chrono::system_clock::now())};
    ASSERT_TRUE((*log)->append({0, at, db::SecurityEvent::UserChanged, "command line", detail}));
}

} // namespace

TEST_F(LoginNewsApi, TellWhoLogsInWhatHappenedSinceTheLastTime)
{
    const json first = newsOf(m_browser.logIn("anna", kAnnas));
    EXPECT_TRUE(first.at("lastAt").is_null());
    EXPECT_EQ(first.at("refused"), 0);
    EXPECT_EQ(m_browser.logIn("anna", "correct horsf").status, 401);
    noteOfCommandLine(m_hall.folder().path(), "anna password");
    const json second = newsOf(m_browser.logIn("anna", kAnnas));
    EXPECT_TRUE(second.at("lastAt").is_string());
    EXPECT_EQ(second.at("lastFrom"), "program");
    EXPECT_EQ(second.at("refused"), 1);
    ASSERT_EQ(second.at("changes").size(), 1U) << second;
    EXPECT_EQ(second.at("changes").at(0).at("by"), "command line");
    EXPECT_EQ(second.at("changes").at(0).at("detail"), "password");
    EXPECT_EQ(newsOf(m_browser.get("/sessions/current")), second) << "the session keeps it";
    EXPECT_EQ(newsOf(m_browser.logIn("anna", kAnnas)).at("refused"), 0) << "the next has none of it";
    EXPECT_TRUE(newsOf(m_hall.as("manager").get("/sessions/current")).is_null()) << "a token logs in nowhere";
}

TEST_F(LoginNewsApi, OutliveTheChangeOfThePassword)
{
    EXPECT_EQ(m_browser.logIn("anna", "correct horsf").status, 401);
    ASSERT_EQ(m_browser.logIn("anna", kAnnas).status, 201);
    const Said changed =
        m_browser.post("/users/me/password", {{"old", kAnnas}, {"password", "battery staple"}});
    EXPECT_EQ(newsOf(changed).at("refused"), 1);
    EXPECT_EQ(newsOf(m_browser.get("/sessions/current")).at("refused"), 1);
}

TEST_F(LoginNewsApi, JudgeANewPasswordAsTheChangeWould)
{
    ASSERT_EQ(m_browser.logIn("anna", kAnnas).status, 201);
    const auto judged = [this](const char* password) {
        return m_browser.post("/users/me/password/judge", {{"password", password}});
    };
    const auto changed = [this](const char* password) {
        return m_browser.post("/users/me/password", {{"old", kAnnas}, {"password", password}});
    };
    for (const char* bad : {"short", "password1234", "Zhang-wei-1990!", "aaaaaaaaaaaaaaaa"}) {
        const Said said = judged(bad);
        EXPECT_EQ(said.status, 200) << said.raw.body;
        EXPECT_EQ(said.body.at("code"), changed(bad).code()) << bad;
        EXPECT_EQ(said.body.at("why"), changed(bad).body.at("detail")) << bad;
    }
    const json good = judged("mauve oxen sing at dusk").body;
    EXPECT_TRUE(good.at("code").is_null()) << good;
    EXPECT_GT(good.at("bits"), judged("mauve oxen hum").body.at("bits"));
    EXPECT_EQ(changed("mauve oxen sing at dusk").status, 200);
}

TEST_F(LoginNewsApi, JudgeNobodysPasswordEndlesslyAndKeepNobodyFromChangingIt)
{
    EXPECT_EQ(m_browser.post("/users/me/password/judge", {{"password", "x"}}).status, 401);
    EXPECT_EQ(m_hall.as("manager").post("/users/me/password/judge", {{"password", "x"}}).code(), "not_found");
    ASSERT_EQ(m_browser.logIn("anna", kAnnas).status, 201);
    for (int i = 0; i < 60; ++i)
        ASSERT_EQ(m_browser.post("/users/me/password/judge", {{"password", "short"}}).status, 200) << i;
    EXPECT_EQ(m_browser.post("/users/me/password/judge", {{"password", "short"}}).code(), "too_many");
    EXPECT_EQ(m_browser.post("/users/me/password", {{"old", kAnnas}, {"password", "battery staple"}}).status,
              200);
}

TEST_F(LoginNewsApi, SayThatThePepperIsLostAndNotThatThePasswordIsWrong)
{
    const std::filesystem::path keys = m_hall.folder().path() / "keys";
    std::filesystem::create_directories(keys);
    std::ofstream(keys / "pepper.key") << std::string(32, 'p');
    ASSERT_EQ(m_browser.logIn("anna", kAnnas).status, 201);
    std::filesystem::remove(keys / "pepper.key");
    EXPECT_EQ(m_browser.logIn("anna", kAnnas).code(), "pepper_lost");
    EXPECT_EQ(m_browser.logIn("nobody", kAnnas).code(), "pepper_lost");
}

TEST(DeviceOfLogin, IsWhatTheRequestSaysOfItself)
{
    const auto of = [](const std::string& agent) {
        http::Request request;
        request.headers.push_back({"User-Agent", agent});
        return deviceOf(request);
    };
    EXPECT_EQ(of("Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0.0.0 Safari/537.36"), "computer");
    EXPECT_EQ(of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148"), "telephone");
    EXPECT_EQ(of("Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/120.0.0.0 Safari/537.36"), "tablet");
    EXPECT_EQ(of("Mozilla/5.0 (Linux; Android 13) Chrome/120.0.0.0 Mobile Safari/537.36"), "telephone");
    EXPECT_EQ(of("Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X) Mobile/15E148"), "tablet");
    EXPECT_EQ(of("curl/7.88.1"), "program");
    EXPECT_EQ(deviceOf({}), "program");
}

} // namespace starqueue::hall::test
