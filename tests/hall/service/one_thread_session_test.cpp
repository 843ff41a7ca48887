#include "one_thread_hall.h"

#include <db/tokens/tokens.h>
#include <db/users/users.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kMorning = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;

class OneThreadSession : public ::testing::Test
{
protected:
    void SetUp() override
    {
        hall.addUser("manager", db::Role::Manager, "correct horse");
        hall.addUser("admin", db::Role::Admin, "correct horse");
        logIn("manager");
    }
    void logIn(const std::string& name)
    {
        const std::string answer =
            send("POST", "/sessions", R"("user":")" + name + R"(","password":"correct horse")");
        const auto at = answer.find("starqueue_session=");
        ASSERT_NE(at, std::string::npos) << answer;
        m_cookie = "Cookie: " + answer.substr(at, answer.find(';', at) - at) + "\r\n";
    }
    bool looks(const std::string& more = {})
    {
        return hall.send(hall.connect(), "GET", "/api/v1/hall", m_cookie + more).starts_with("HTTP/1.1 200");
    }

    std::string newId() { return "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + ++m_sent); }
    /// The answer to a command from a page of the hall; `fields`: those of its body besides requestId.
    std::string send(const std::string& method, const std::string& path, const std::string& fields)
    {
        return send(newId(), method, path, fields);
    }
    std::string send(const std::string& id, const std::string& method, const std::string& path,
                     const std::string& fields)
    {
        return hall.send(hall.connect(), method, "/api/v1" + path, "Origin: http://hall\r\n" + m_cookie,
                         R"({"requestId":")" + id + (fields.empty() ? "\"" : "\",") + fields + "}");
    }
    /// The status of an attempt to log in by somebody without a session.
    int tryFrom(const std::string& address, const std::string& name, const std::string& password)
    {
        const std::string answer =
            hall.send(hall.connectFrom(address), "POST", "/api/v1/sessions", "Origin: http://hall\r\n",
                      R"({"requestId":")" + newId() + R"(","user":")" + name + R"(","password":")" +
                          password + R"("})");
        return std::stoi(answer.substr(answer.find(' ') + 1));
    }
    /// How many lines of that kind the page of the security log shows.
    std::size_t logged(const std::string& what) { return hall.audited(what); }
    std::string addUser(const std::string& name)
    {
        return send("POST", "/users",
                    R"("name":")" + name + R"(","role":"usher","password":"battery staple")");
    }

    OneThreadHall hall{kMorning};

private:
    std::string m_cookie;
    std::int64_t m_sent = 0;
};

} // namespace

TEST_F(OneThreadSession, OfAFirstPasswordIsNoneFourteenDaysAfterItWasGivenUntilAnotherIs)
{
    const auto users = db::UserStore::open(hall.folder(), files::posix(), db::kLeastCost).value();
    db::User anna{{}, "anna", db::Role::Admin, false, true, 0, 0};
    anna.givenAt = time::WallTime{hall.rightTime()};
    ASSERT_TRUE(users->add(anna, "correct horse").value());
    EXPECT_EQ(tryFrom("10.0.0.1", "anna", "correct horse"), 201);
    hall.pass(std::chrono::days{14} + 1min);
    EXPECT_EQ(tryFrom("10.0.0.1", "anna", "correct horse"), 403);
    EXPECT_EQ(tryFrom("10.0.0.1", "anna", "correct horsf"), 401) << "who guesses learns nothing";
    EXPECT_EQ(logged("first password is over"), 1U);
    const std::string id = users->named("anna").value()->id;
    ASSERT_TRUE(users->setPassword(id, "battery staple", true, time::WallTime{hall.rightTime()}).value());
    EXPECT_EQ(tryFrom("10.0.0.1", "anna", "battery staple"), 201);
}

TEST_F(OneThreadSession, OfAFaceGoesOnWithItsEarlierSecretUntilThatIsOver)
{
    const auto tokens = db::TokenStore::open(hall.folder()).value();
    const auto made = tokens->create(db::Role::Usher, {}, "tablet", kMorning).value();
    const auto opens = [this](const std::string& secret) {
        return hall.send(hall.connect(), "GET", "/api/v1/hall", "Authorization: Bearer " + secret + "\r\n")
            .starts_with("HTTP/1.1 200");
    };
    const auto renewed = tokens->renew(made.token.id, time::WallTime{hall.rightTime() + 1h}).value();
    ASSERT_TRUE(renewed);
    hall.pass(1h - 2s);
    EXPECT_TRUE(opens(made.secret));
    EXPECT_TRUE(opens(renewed->secret));
    hall.pass(4s);
    EXPECT_FALSE(opens(made.secret));
    EXPECT_TRUE(opens(renewed->secret));
    EXPECT_EQ(logged("its earlier secret"), 1U);
}

TEST_F(OneThreadSession, LastsAsLongAsItIsUsed)
{
    for (int i = 0; i < 4; ++i) {
        hall.pass(29min);
        EXPECT_TRUE(looks()) << i;
    }
    hall.pass(30min);
    EXPECT_FALSE(looks());
}

TEST_F(OneThreadSession, OfAnOpenPageWhoseReaderHasLeftEnds)
{
    for (int i = 0; i < 29; ++i) {
        hall.pass(1min);
        ASSERT_TRUE(looks("StarQueue-Unattended: 1\r\n")) << i;
    }
    hall.pass(1min);
    EXPECT_FALSE(looks("StarQueue-Unattended: 1\r\n"));
}

TEST_F(OneThreadSession, LeftOpenChangesNoUserAndNoClockUntilThePasswordIsGivenAgain)
{
    logIn("admin");
    hall.pass(5min - 1s);
    EXPECT_TRUE(addUser("anna").starts_with("HTTP/1.1 201"));
    hall.pass(1s);
    for (const std::string& refused :
         {addUser("bert"), send("PATCH", "/users/nobody", R"("disabled":true)"),
          send("POST", "/hall/clock/confirm", R"("wall":"2026-11-23T02:05:00.000Z")")}) {
        EXPECT_TRUE(refused.starts_with("HTTP/1.1 403")) << refused;
        EXPECT_NE(refused.find(R"("password_needed")"), std::string::npos) << refused;
    }
    EXPECT_TRUE(looks()) << "nothing else is refused";
    EXPECT_NE(
        send("POST", "/sessions/current/password", R"("password":"correct horsf")").find("login_refused"),
        std::string::npos);
    EXPECT_NE(addUser("bert").find("password_needed"), std::string::npos);
    EXPECT_TRUE(send("POST", "/sessions/current/password", R"("password":"correct horse")")
                    .starts_with("HTTP/1.1 204"));
    EXPECT_TRUE(addUser("bert").starts_with("HTTP/1.1 201"));
    hall.pass(5min);
    EXPECT_NE(addUser("carl").find("password_needed"), std::string::npos) << "it holds five minutes";
}

TEST_F(OneThreadSession, LeftOpenEndsNoOtherUntilThePasswordIsGivenAgain)
{
    const auto endOthers = [this] { return send("DELETE", "/sessions/others", {}); };
    logIn("admin");
    EXPECT_TRUE(endOthers().starts_with("HTTP/1.1 200"));
    hall.pass(5min);
    EXPECT_NE(endOthers().find("password_needed"), std::string::npos);
    EXPECT_TRUE(send("POST", "/sessions/current/password", R"("password":"correct horse")")
                    .starts_with("HTTP/1.1 204"));
    EXPECT_TRUE(endOthers().starts_with("HTTP/1.1 200"));
}

TEST_F(OneThreadSession, GivesThePasswordTenTimesInTenMinutesAtMost)
{
    logIn("admin");
    for (int i = 0; i < 10; ++i)
        EXPECT_NE(send("POST", "/sessions/current/password", R"("password":"wrong")").find("login_refused"),
                  std::string::npos);
    EXPECT_NE(send("POST", "/sessions/current/password", R"("password":"correct horse")").find("too_many"),
              std::string::npos);
}

TEST_F(OneThreadSession, RepeatsWhatWasAnsweredAfterTheProofIsOver)
{
    logIn("admin");
    const std::string id = newId();
    const std::string wall = R"("wall":"2026-11-23T03:00:00.000Z")";
    ASSERT_TRUE(send(id, "POST", "/hall/clock/confirm", wall).starts_with("HTTP/1.1 200"));
    hall.pass(6min);
    EXPECT_NE(send("POST", "/hall/clock/confirm", wall).find("password_needed"), std::string::npos);
    const std::string again = send(id, "POST", "/hall/clock/confirm", wall);
    EXPECT_TRUE(again.starts_with("HTTP/1.1 200")) << again;
    EXPECT_NE(again.find(R"("at":"2026-11-23T03:06)"), std::string::npos) << "it isn't set again: " << again;
}

TEST_F(OneThreadSession, RepeatsWhatWasAnsweredOfUsersAfterTheProofIsOver)
{
    logIn("admin");
    const std::string made = newId();
    const std::string anna = R"("name":"anna","role":"usher","password":"battery staple")";
    const std::string changed = newId();
    const auto bodyOf = [](const std::string& answer) { return answer.substr(answer.find("\r\n\r\n")); };
    const std::string first = send(made, "POST", "/users", anna);
    ASSERT_TRUE(first.starts_with("HTTP/1.1 201")) << first;
    const std::string id = first.substr(first.find(R"("id":")") + 6, 32);
    ASSERT_TRUE(send(changed, "PATCH", "/users/" + id, R"("mustChange":false)").starts_with("HTTP/1.1 200"));
    hall.pass(6min);
    EXPECT_NE(addUser("bert").find("password_needed"), std::string::npos);
    const std::string again = send(made, "POST", "/users", anna);
    EXPECT_TRUE(again.starts_with("HTTP/1.1 201")) << again;
    EXPECT_NE(bodyOf(again).find('"' + id + '"'), std::string::npos) << again;
    EXPECT_TRUE(send(changed, "PATCH", "/users/" + id, R"("mustChange":false)").starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(send(changed, "PATCH", "/users/" + id, R"("mustChange":true)").starts_with("HTTP/1.1 422"));
    EXPECT_TRUE(send(made, "POST", "/users", R"("name":"bert","role":"usher","password":"battery staple")")
                    .starts_with("HTTP/1.1 422"));
}

TEST_F(OneThreadSession, IsProvenThoughAStrangerHasTriedTheNameFromTheSameAddress)
{
    logIn("admin");
    for (int i = 0; i < 20; ++i)
        tryFrom("127.0.0.1", "admin", "wrong");
    EXPECT_EQ(tryFrom("127.0.0.1", "admin", "correct horse"), 429) << "no log-in is told from another there";
    EXPECT_TRUE(send("POST", "/sessions/current/password", R"("password":"correct horse")")
                    .starts_with("HTTP/1.1 204"));
}

TEST_F(OneThreadSession, IsOpenedFromWhereItWasBeforeHoweverManyStrangersTryTheName)
{
    ASSERT_EQ(tryFrom("10.0.0.7", "admin", "correct horse"), 201);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(tryFrom("10.0.0.8", "admin", "wrong"), 401);
    EXPECT_EQ(tryFrom("10.0.0.8", "admin", "correct horse"), 429);
    EXPECT_EQ(tryFrom("10.0.0.9", "admin", "correct horse"), 201) << "a first time, from elsewhere";
    int refused = 0;
    for (int host = 10; host < 30; ++host)
        for (int i = 0; i < 10; ++i)
            refused += tryFrom("10.0.1." + std::to_string(host), "admin", "wrong") == 401 ? 1 : 0;
    EXPECT_LE(refused, 60) << "by the name alone they are slowed down, too";
    EXPECT_EQ(tryFrom("10.0.0.11", "admin", "correct horse"), 429);
    for (const char* known : {"10.0.0.7", "10.0.0.9"})
        EXPECT_EQ(tryFrom(known, "admin", "correct horse"), 201) << known;
}

TEST_F(OneThreadSession, ThatIsTriedByAFloodHidesNothingInTheSecurityLogAndHardlyGrowsIt)
{
    logIn("admin");
    int throttled = 0;
    for (int i = 0; i < 400; ++i)
        throttled += tryFrom("10.0.0." + std::to_string(i % 4), "admin", "wrong") == 429 ? 1 : 0;
    ASSERT_GT(throttled, 100) << "or this is no flood";
    EXPECT_TRUE(addUser("anna").starts_with("HTTP/1.1 201"));
    hall.ask(hall.connect(), "display", "GET", "/reports/waits");
    hall.pass(1s);
    EXPECT_EQ(logged("login_refused"), 10U);
    EXPECT_EQ(logged("login_throttled"), 1U);
    EXPECT_EQ(logged("user_added"), 1U);
    EXPECT_EQ(logged("forbidden"), 1U);
    hall.pass(1min);
    for (int i = 0; i < 400; ++i)
        tryFrom("10.0.0." + std::to_string(i % 4), "admin", "wrong");
    hall.pass(1s);
    EXPECT_EQ(logged(R"("login_throttled")"), 2U);
    EXPECT_EQ(logged("left_out"), 2U) << "how many more there were";
    EXPECT_EQ(logged('"' + std::to_string(throttled - 1) + " login_throttled"), 1U);
    EXPECT_EQ(logged("30 login_refused"), 1U);
}

} // namespace starqueue::hall::test
