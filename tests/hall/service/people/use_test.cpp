#include <hall/service/one_thread_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kMorningOfUse = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;

std::string settingsWithFewUses()
{
    return std::string{settings::defaultHall()} +
           "\n[security.usual]\nrefused_logins = 3\nrefused_tokens = 4\nrefused_roles = 3\n"
           "refused_lookups = 2\ntickets = 5\ncancels = 2\n";
}

class UnusualUse : public ::testing::Test
{
protected:
    void logInWrongly(int times)
    {
        for (int i = 0; i < times; ++i)
            hall.send(hall.connect(), "POST", "/api/v1/sessions", "Origin: http://hall\r\n",
                      R"({"requestId":")" + nextId() + R"(","user":"nobody","password":"wrong one"})");
    }
    void askWithWrongToken(int times)
    {
        for (int i = 0; i < times; ++i)
            hall.send(hall.connectFrom("10.0.0.9"), "GET", "/api/v1/board",
                      "Authorization: Bearer 00000000\r\n");
    }
    std::string issue(const std::string& who)
    {
        return hall.ask(hall.connect(), who, "POST", "/tickets",
                        R"({"requestId":")" + nextId() + R"(","service":"account"})");
    }
    std::string nextId() { return "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + ++m_sent); }
    /// What /readyz and its like say, to whom they say it.
    std::string use()
    {
        const std::string health = hall.health("manager");
        const auto from = health.find(R"("use":{"unusual":)");
        EXPECT_NE(from, std::string::npos) << health;
        return from == std::string::npos ? "" : health.substr(from + 17, health.find(']', from) - from - 16);
    }
    std::size_t lines(const std::string& detail)
    {
        hall.pass(1s);
        return hall.audited(detail);
    }

    OneThreadHall hall{kMorningOfUse, settingsWithFewUses()};

private:
    std::int64_t m_sent = 0;
};

} // namespace

TEST_F(UnusualUse, IsNoneOfWhatHappensEveryDay)
{
    logInWrongly(3);
    askWithWrongToken(4);
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(issue("usher").starts_with("HTTP/1.1 201"));
    EXPECT_EQ(use(), "[]");
    hall.pass(61min);
    logInWrongly(3);
    EXPECT_EQ(use(), "[]") << "an hour later it begins anew";
}

TEST_F(UnusualUse, OfRefusedLoginsIsOneLineAnHourAndSeenForADay)
{
    logInWrongly(20);
    EXPECT_EQ(use(), R"(["refused_logins"])");
    EXPECT_EQ(lines("refused_logins more than 3 within an hour"), 1U);
    EXPECT_NE(hall.ask(hall.connect(), "duty-manager", "GET", "/hall")
                  .find(R"("use":{"unusual":["refused_logins"])"),
              std::string::npos);
    EXPECT_EQ(hall.ask(hall.connect(), "usher", "GET", "/hall").find("unusual"), std::string::npos);
    hall.pass(23h);
    EXPECT_EQ(use(), R"(["refused_logins"])");
    hall.pass(61min);
    EXPECT_EQ(use(), "[]");
}

TEST_F(UnusualUse, OfWrongTokensSaysWhereTheLastCameFrom)
{
    askWithWrongToken(5);
    EXPECT_EQ(use(), R"(["refused_tokens"])");
    EXPECT_EQ(lines("refused_tokens more than 4 within an hour, the last from 10.0.0.9"), 1U);
    const std::string health = hall.send(hall.connect(), "GET", "/healthz", "");
    EXPECT_EQ(health.find("unusual"), std::string::npos) << "strangers aren't told";
}

TEST_F(UnusualUse, OfARoleIsCountedByCaller)
{
    for (const char* who : {"display", "kiosk-1"})
        for (int i = 0; i < 3; ++i)
            hall.ask(hall.connect(), who, "GET", "/users");
    EXPECT_EQ(use(), "[]");
    hall.ask(hall.connect(), "display", "GET", "/users");
    EXPECT_EQ(use(), R"(["refused_roles"])");
    EXPECT_EQ(lines("refused_roles more than"), 1U);
}

TEST_F(UnusualUse, OfTicketsAndCancelsIsThatOfOneCaller)
{
    for (int i = 0; i < 6; ++i)
        issue("usher");
    EXPECT_EQ(use(), R"(["tickets"])");
    for (const char* id : {"1", "2", "3"})
        hall.ask(hall.connect(), "usher", "POST", "/tickets/" + std::string{id} + "/cancel",
                 R"({"requestId":")" + nextId() + R"("})");
    EXPECT_EQ(use(), R"(["tickets","cancels"])");
}

TEST_F(UnusualUse, OfAFacesTokenFromTwoAddressesByTurnsIsAnAlarmAndAMoveIsNone)
{
    const auto comeFrom = [&](const char* address) {
        hall.ask(hall.connectFrom(address), "kiosk-1", "GET", "/board");
        hall.pass(20s);
    };
    for (const char* address : {"10.0.0.1", "10.0.0.1", "10.0.0.2", "10.0.0.2"})
        comeFrom(address);
    hall.pass(30min);
    comeFrom("10.0.0.1"); // moved back
    EXPECT_EQ(use(), "[]");
    for (const char* address : {"10.0.0.2", "10.0.0.1", "10.0.0.2"})
        comeFrom(address);
    EXPECT_EQ(use(), R"(["two_places"])");
    EXPECT_EQ(lines("used from two addresses by turns"), 1U);
}

TEST_F(UnusualUse, OfLookupsAtAKioskIsWhatItsThrottleRefuses)
{
    const auto ask = [&] {
        return hall.ask(hall.connect(), "kiosk-1", "POST", "/tickets",
                        R"({"requestId":")" + nextId() +
                            R"(","service":"account","identity":{"kind":"phone","value":"13900000005"}})");
    };
    std::string answer;
    int refused = 0;
    for (int i = 0; i < 200 && refused < 3; ++i)
        refused += static_cast<int>(ask().starts_with("HTTP/1.1 429"));
    ASSERT_EQ(refused, 3);
    EXPECT_NE(use().find("refused_lookups"), std::string::npos) << use();
}

} // namespace starqueue::hall::test
