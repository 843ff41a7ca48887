#include <hall/service/one_thread_hall.h>

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
        const std::string health = hall.askAsPhone(hall.connect(), "GET", "/healthz");
        EXPECT_NE(health.find(R"("lookups":{"unusual":)"), std::string::npos) << health;
        return health.find(R"("unusual":true)") != std::string::npos;
    }
    std::size_t alarms()
    {
        const std::string audit = hall.ask(hall.connect(), "admin", "GET", "/audit");
        std::size_t count = 0;
        for (std::size_t at = 0; (at = audit.find("unusual_lookups", at)) != std::string::npos; ++at)
            ++count;
        return count;
    }

    OneThreadHall hall{kLookersMorning, settingsWithFewLookups()};

private:
    std::int64_t m_sent = 0;
};

} // namespace

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

} // namespace starqueue::hall::test
