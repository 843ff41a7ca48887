#include "one_thread_hall.h"

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

    /// The answer to a command from a page of the hall; `fields`: those of its body besides requestId.
    std::string send(const std::string& method, const std::string& path, const std::string& fields)
    {
        const std::string id = std::to_string(100'000'000'000 + ++m_sent);
        return hall.send(hall.connect(), method, "/api/v1" + path, "Origin: http://hall\r\n" + m_cookie,
                         R"({"requestId":"00000000-0000-4000-8000-)" + id + R"(",)" + fields + "}");
    }
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

TEST_F(OneThreadSession, GivesThePasswordTenTimesInTenMinutesAtMost)
{
    logIn("admin"); // the first
    for (int i = 0; i < 9; ++i)
        EXPECT_NE(send("POST", "/sessions/current/password", R"("password":"wrong")").find("login_refused"),
                  std::string::npos);
    EXPECT_NE(send("POST", "/sessions/current/password", R"("password":"correct horse")").find("too_many"),
              std::string::npos);
}

} // namespace starqueue::hall::test
