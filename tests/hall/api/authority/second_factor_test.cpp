#include <hall/api/support/browser.h>
#include <hall/api/support/running_hall.h>

#include <db/users/one_time_code.h>
#include <db/users/users.h>
#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

constexpr auto kAdminsPassword = "correct horse";

/// The default hall with those lines in [security].
std::string withSecurity(const std::string& lines)
{
    std::string text{settings::defaultHall()};
    const std::string section = "[security]\n";
    return text.replace(text.find(section), section.size(), section + lines);
}

/// A hall of which the administrator "root" has a second factor and "plain" has none; its clock stands still.
class SecondFactorApi : public testing::Test
{
protected:
    void SetUp() override
    {
        for (const char* name : {"root", "plain"})
            m_hall.folder().addUser(name, db::Role::Admin, kAdminsPassword, false);
        giveFactor();
    }
    void giveFactor()
    {
        const auto users = commandLine();
        const auto step = db::codeStepAt({kMonday});
        const auto codes =
            users->setFactor(users->named("root").value()->id, {m_secret, step - 40, step - 40});
        ASSERT_TRUE(codes && *codes);
        m_recovery = **codes;
    }
    [[nodiscard]] std::unique_ptr<db::UserStore> commandLine() const
    {
        auto users = db::UserStore::open(m_hall.folder().path(), files::posix(), db::kLeastCost);
        return users ? std::move(*users) : nullptr;
    }
    /// The code that `ahead` from the hall's beginning on is right.
    [[nodiscard]] std::string code(Seconds ahead = {}) const
    {
        return db::oneTimeCode(m_secret, db::codeStepAt({kMonday + ahead}));
    }
    Said logIn(const std::string& code, const std::string& password = kAdminsPassword)
    {
        return m_browser.logIn("root", password, code);
    }
    /// Whether the log has such a line of root, which is written after the answer.
    bool isLogged(const std::string& what, const std::string& detail)
    {
        for (int look = 0; look < 1000; ++look)
            for (const json& line : m_hall.as("admin").get("/audit").body)
                if (line.at("what") == what && line.at("who") == "root" && line.at("detail") == detail)
                    return true;
        return false;
    }

    TestClock m_clock{kMonday};
    RunningHall m_hall{{}, m_clock.journalClock()};
    Browser m_browser{m_hall.port()};
    const std::string m_secret = db::newCodeSecret();
    std::vector<std::string> m_recovery;
};

Said logInAsPlain(const std::string& settings)
{
    RunningHall hall{settings};
    hall.folder().addUser("plain", db::Role::Admin, kAdminsPassword, false);
    hall.folder().addUser("mary", db::Role::Manager, kAdminsPassword, false);
    EXPECT_EQ(Browser{hall.port()}.logIn("mary", kAdminsPassword).status, 201)
        << "it is asked of admins alone";
    return Browser{hall.port()}.logIn("plain", kAdminsPassword);
}

} // namespace

TEST_F(SecondFactorApi, OfALoginWhoseAnswerWasLostIsTakenWithItAgain)
{
    for (const std::string& given : {code(), m_recovery.front()}) {
        const json body{
            {"requestId", newRequestId()}, {"user", "root"}, {"password", kAdminsPassword}, {"code", given}};
        ASSERT_EQ(Browser{m_hall.port()}.post("/sessions", body).status, 201);
        Browser again{m_hall.port()};
        EXPECT_EQ(again.post("/sessions", body).status, 201) << given;
        EXPECT_EQ(again.get("/board").status, 200);
        json other = body;
        other["requestId"] = newRequestId();
        EXPECT_EQ(Browser{m_hall.port()}.post("/sessions", other).code(), "code_refused")
            << "in another log-in";
        other = body;
        other["code"] = "000000";
        EXPECT_EQ(Browser{m_hall.port()}.post("/sessions", other).code(), "code_refused") << "another code";
        other = body;
        other["password"] = "correct horsf";
        EXPECT_EQ(Browser{m_hall.port()}.post("/sessions", other).code(), "login_refused");
    }
}

TEST_F(SecondFactorApi, IsAskedForAfterTheRightPasswordAlone)
{
    EXPECT_EQ(logIn("", "correct horsf").code(), "login_refused");
    EXPECT_EQ(logIn(code(), "correct horsf").code(), "login_refused");
    const Said asked = logIn("");
    EXPECT_EQ(asked.status, 401);
    EXPECT_EQ(asked.code(), "code_needed");
    EXPECT_EQ(m_browser.cookie(), "");
    EXPECT_TRUE(isLogged("code_asked", ""));
    EXPECT_EQ(logIn(code()).status, 201);
    EXPECT_EQ(m_browser.get("/sessions/current").body.at("user"), "root");
}

TEST_F(SecondFactorApi, TakesEachCodeOnceAndSaysSo)
{
    ASSERT_EQ(logIn(code()).status, 201);
    const Said again = logIn(code());
    EXPECT_EQ(again.status, 401);
    EXPECT_EQ(again.code(), "code_refused");
    EXPECT_EQ(again.raw.header("set-cookie"), "");
    EXPECT_EQ(m_browser.get("/board").status, 401) << "the session from before is over, too";
    EXPECT_TRUE(isLogged("code_refused", "used before"));
    m_clock.pass(Seconds{30});
    EXPECT_EQ(logIn(code(Seconds{30})).status, 201);
    EXPECT_EQ(logIn("000000").code(), "code_refused");
    EXPECT_TRUE(isLogged("code_refused", "wrong"));
}

TEST_F(SecondFactorApi, IsTriedTenTimesInTenMinutes)
{
    for (int i = 0; i < 9; ++i)
        ASSERT_EQ(logIn("00000" + std::to_string(i)).code(), "code_refused") << i;
    ASSERT_EQ(m_browser.logIn("root", kAdminsPassword, "x").code(), "code_refused");
    const Said said = logIn(code());
    EXPECT_EQ(said.status, 429);
    EXPECT_EQ(said.code(), "too_many");
}

TEST_F(SecondFactorApi, IsReplacedOnceByEachRecoveryCode)
{
    EXPECT_EQ(logIn(m_recovery.front()).status, 201);
    EXPECT_TRUE(isLogged("recovery_code_used", ""));
    EXPECT_EQ(logIn(m_recovery.front()).code(), "code_refused");
    EXPECT_EQ(logIn(m_recovery.back()).status, 201);
}

TEST_F(SecondFactorApi, WhoseKeyIsLostLetsNobodyInButWithARecoveryCode)
{
    std::filesystem::remove(m_hall.folder().path() / "keys" / "factor.key");
    const Said said = logIn(code());
    EXPECT_EQ(said.status, 403);
    EXPECT_EQ(said.code(), "factor_unreadable");
    EXPECT_EQ(logIn(m_recovery.front()).status, 201);
}

TEST_F(SecondFactorApi, EndsTheSessionsFromBeforeIt)
{
    Browser plain{m_hall.port()};
    ASSERT_EQ(plain.logIn("plain", kAdminsPassword).status, 201);
    ASSERT_EQ(plain.get("/users").status, 200);
    for (const json& user : plain.get("/users").body)
        EXPECT_EQ(user.at("secondFactor"), user.at("name") == "root") << user;
    const auto users = commandLine();
    ASSERT_TRUE(users->setFactor(users->named("plain").value()->id, {m_secret, 1, 1}).value());
    EXPECT_EQ(plain.get("/users").status, 401);
    EXPECT_EQ(plain.logIn("plain", kAdminsPassword).code(), "code_needed");
}

TEST(SecondFactorRule, DemandsItOfAdministratorsWhereOtherMachinesReachThePages)
{
    EXPECT_EQ(logInAsPlain({}).status, 201) << "on this machine alone it is offered";
    for (const char* lines : {"behind_tls = true\n", "second_factor = \"demanded\"\n"}) {
        const Said said = logInAsPlain(withSecurity(lines));
        EXPECT_EQ(said.status, 403) << lines;
        EXPECT_EQ(said.code(), "factor_needed");
        EXPECT_NE(said.raw.body.find("starqueue user factor plain"), std::string::npos);
    }
    EXPECT_EQ(logInAsPlain(withSecurity("behind_tls = true\nsecond_factor = \"offered\"\n")).status, 201);
}

} // namespace starqueue::hall::test
