#include <hall/service/one_thread_hall.h>

#include <db/support/by_hand.h>
#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kLookersMorning = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;
constexpr int kUsual = 5;

std::string settingsWithFewLookups()
{
    std::string text{settings::defaultHall()};
    const std::string section = "[security]\n";
    return text.replace(text.find(section), section.size(),
                        section + "lookups_an_hour = " + std::to_string(kUsual) + "\n");
}

class OneThreadLookups : public ::testing::Test
{
protected:
    void lookUp(int count)
    {
        for (int i = 0; i < count; ++i, hall.pass(1s)) {
            const std::string number = std::to_string(100'000'000'000 + ++m_sent);
            const std::string answer = hall.ask(
                hall.connect(), "usher", "POST", "/tickets",
                R"({"requestId":"00000000-0000-4000-8000-)" + number +
                    R"(","service":"account","identity":{"kind":"card","value":")" + number + R"("}})");
            ASSERT_TRUE(answer.starts_with("HTTP/1.1 201")) << answer;
        }
    }
    bool isUnusual()
    {
        const std::string health = hall.health("manager");
        EXPECT_NE(health.find(R"("lookups":{"unusual":)"), std::string::npos) << health;
        return health.find(R"("unusual":true)") != std::string::npos;
    }
    std::size_t alarms() { return lines("unusual_lookups"); }
    std::size_t lines(const std::string& what) { return hall.audited(what); }

    OneThreadHall hall{kLookersMorning, settingsWithFewLookups()};

private:
    std::int64_t m_sent = 0;
};

} // namespace

TEST_F(OneThreadLookups, AreToldToNobodyWithoutAToken)
{
    lookUp(kUsual + 1);
    ASSERT_TRUE(isUnusual());
    for (const char* headers : {"", "Authorization: Bearer 00000000\r\n"}) {
        const std::string health = hall.send(hall.connect(), "GET", "/healthz", headers);
        EXPECT_TRUE(health.starts_with("HTTP/1.1 200")) << health;
        EXPECT_EQ(health.find("lookups"), std::string::npos) << health;
        EXPECT_EQ(health.find("unusual"), std::string::npos) << health;
    }
}

TEST_F(OneThreadLookups, AreCountedByTheHour)
{
    lookUp(kUsual);
    hall.pass(1h);
    lookUp(kUsual);
    EXPECT_FALSE(isUnusual());
    EXPECT_EQ(alarms(), 0U);
}

TEST_F(OneThreadLookups, AreToldForADayAndAlarmAgainInTheNextHour)
{
    lookUp(kUsual + 1);
    EXPECT_TRUE(isUnusual());
    lookUp(4);
    EXPECT_EQ(alarms(), 1U);
    hall.pass(1h);
    lookUp(kUsual + 1);
    EXPECT_EQ(alarms(), 2U);
    hall.pass(23h);
    EXPECT_TRUE(isUnusual());
    hall.pass(1h);
    EXPECT_FALSE(isUnusual());
}

TEST_F(OneThreadLookups, OfACommandThatIsRepeatedIsOneAndIsAnsweredThoughTheRecordsAreGone)
{
    const std::string body = R"({"requestId":"00000000-0000-4000-8000-000000000001","service":"account",)"
                             R"("identity":{"kind":"phone","value":"13900000005"}})";
    const auto issue = [&](const std::string& sent) {
        return hall.ask(hall.connect(), "usher", "POST", "/tickets", sent);
    };
    const std::string first = issue(body);
    ASSERT_TRUE(first.starts_with("HTTP/1.1 201")) << first;
    for (int i = 0; i < 2 * kUsual; ++i)
        EXPECT_TRUE(issue(body).starts_with("HTTP/1.1 201"));
    hall.pass(1s);
    EXPECT_FALSE(isUnusual());
    EXPECT_EQ(lines("customer_looked_up"), 1U);
    auto records = db::test::openByHand(hall.folder() / "customers.db");
    records.exec("ALTER TABLE person RENAME TO lost");
    std::string another = body;
    another.replace(another.find("0001"), 4, "0002");
    EXPECT_TRUE(issue(another).starts_with("HTTP/1.1 201")) << "an ordinary ticket";
    EXPECT_NE(hall.health("manager").find(R"("readable":false)"), std::string::npos)
        << "or this test shows nothing";
    const std::string again = issue(body);
    EXPECT_TRUE(again.starts_with("HTTP/1.1 201")) << again;
    const auto numberIn = [](const std::string& answer) {
        return answer.substr(answer.find("\"number\""), 16);
    };
    EXPECT_EQ(numberIn(again), numberIn(first));
    records.exec("ALTER TABLE lost RENAME TO person");
    EXPECT_TRUE(issue(another).starts_with("HTTP/1.1 201"));
    hall.pass(1s);
    EXPECT_EQ(lines("customer_looked_up"), 2U) << "the one that found nobody, too";
}

TEST_F(OneThreadLookups, OfWhoeverIsIdentifiedAgainByTheSameCommandAreOne)
{
    const std::string ticket =
        hall.ask(hall.connect(), "usher", "POST", "/tickets",
                 R"({"requestId":"00000000-0000-4000-8000-000000000003","service":"account"})");
    const auto at = ticket.find(R"("id":")") + 6;
    const std::string path = "/tickets/" + ticket.substr(at, ticket.find('"', at) - at) + "/identify";
    for (int i = 0; i < 3; ++i) {
        const std::string answer = hall.ask(hall.connect(), "usher", "POST", path,
                                            R"({"requestId":"00000000-0000-4000-8000-000000000004",)"
                                            R"("identity":{"kind":"phone","value":"13900000005"}})");
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
        EXPECT_NE(answer.find(R"("stars":5)"), std::string::npos) << answer;
    }
    hall.pass(1s);
    EXPECT_EQ(lines("customer_looked_up"), 1U);
}

} // namespace starqueue::hall::test
