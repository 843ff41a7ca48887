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
        const std::string answer =
            hall.send(hall.connect(), "POST", "/api/v1/sessions", "Origin: http://hall\r\n",
                      R"({"requestId":"00000000-0000-4000-8000-000000000001","user":"manager",)"
                      R"("password":"correct horse"})");
        const auto at = answer.find("starqueue_session=");
        ASSERT_NE(at, std::string::npos) << answer;
        m_cookie = "Cookie: " + answer.substr(at, answer.find(';', at) - at) + "\r\n";
    }
    bool looks(const std::string& more = {})
    {
        return hall.send(hall.connect(), "GET", "/api/v1/hall", m_cookie + more).starts_with("HTTP/1.1 200");
    }

    OneThreadHall hall{kMorning};

private:
    std::string m_cookie;
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

} // namespace starqueue::hall::test
