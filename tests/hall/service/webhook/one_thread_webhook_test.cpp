#include <hall/service/one_thread_hall.h>

#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

#include <vector>

// A receiver that is down for hours, on a virtual clock.

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// Ten in the morning in Shanghai.
constexpr Instant kTenOfWebhook = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;

struct Script
{
    bool isDown = false;
    std::vector<std::string> tried{}; ///< the numbers of the tickets
    std::vector<std::string> taken{};
    std::vector<std::string> events{}; ///< of those taken
};

/// The text of a field in a JSON text.
std::string textIn(const std::string& body, const std::string& field)
{
    const std::string before = '"' + field + "\":\"";
    const std::size_t at = body.find(before) + before.size();
    return body.substr(at, body.find('"', at) - at);
}

class ScriptedPoster final : public Poster
{
public:
    explicit ScriptedPoster(Script& script) : m_script(script) {}

    tl::expected<void, std::string> post(const Delivery& delivery) override
    {
        const std::string number = textIn(delivery.body, "number");
        m_script.tried.push_back(number);
        if (m_script.isDown)
            return tl::unexpected(std::string("Couldn't connect to server"));
        m_script.taken.push_back(number);
        m_script.events.push_back(textIn(delivery.body, "event"));
        return {};
    }
    void stop() override {}

private:
    Script& m_script;
};

class DownForHours : public testing::Test
{
protected:
    DownForHours() { ask("/counters/1/open", R"("clerk":"17",)"); }

    void ask(const std::string& path, const std::string& fields = {}, const std::string& who = "counter-1")
    {
        const std::string digits = std::to_string(1000 + ++m_requests);
        const std::string answer =
            hall.ask(hall.connect(), who, "POST", path,
                     "{" + fields + R"("requestId":"00000000-0000-4000-8000-00000000)" + digits + "\"}");
        EXPECT_EQ(answer.substr(0, 10), "HTTP/1.1 2") << answer;
    }
    void serve()
    {
        ask("/tickets", R"("service":"account",)", "usher");
        for (const char* step : {"next", "start", "finish"})
            ask(std::string("/counters/1/") + step);
    }

    Script script;
    OneThreadHall hall{kTenOfWebhook,
                       settings::test::edited("late_days = 0",
                                              "late_days = 0\n[webhook]\nurl = \"https://a/\"\n"
                                              "secret_file = \"none\""),
                       [this] { return std::make_unique<ScriptedPoster>(script); }};

private:
    int m_requests = 0;
};

} // namespace

TEST_F(DownForHours, IsTriedWithGrowingPausesAndGetsAllInOrderAfterwards)
{
    script.isDown = true;
    serve();
    hall.pass(1h);
    serve();
    serve();
    hall.pass(2h);
    // 1 + 2 + 4 … + 256 s are nine pauses, and then there is one of five minutes after another
    EXPECT_GE(script.tried.size(), 40U);
    EXPECT_LE(script.tried.size(), 45U);
    EXPECT_EQ(std::vector<std::string>(script.tried.size(), "A001"), script.tried) << "the others wait";
    script.isDown = false;
    hall.pass(5min);
    EXPECT_EQ(script.taken, (std::vector<std::string>{"A001", "A002", "A003"}));
}

TEST_F(DownForHours, IsToldThatAnEndWasTakenBackAndOfTheRealOne)
{
    script.isDown = true;
    serve();
    ask("/counters/1/undo");
    hall.pass(1h);
    ask("/counters/1/finish");
    script.isDown = false;
    hall.pass(5min);
    EXPECT_EQ(script.events,
              (std::vector<std::string>{"service_finished", "service_finish_undone", "service_finished"}));
    EXPECT_EQ(script.taken, (std::vector<std::string>{"A001", "A001", "A001"}));
}

TEST_F(DownForHours, IsSentWhatWaitsAfterANewStart)
{
    script.isDown = true;
    serve();
    hall.pass(10min);
    hall.stop();
    script.isDown = false;
    hall.start();
    hall.pass(3s);
    EXPECT_EQ(script.taken, (std::vector<std::string>{"A001"}));
    hall.stop();
    hall.start();
    hall.pass(3s);
    EXPECT_EQ(script.taken.size(), 1U) << "what was taken isn't sent again";
}

} // namespace starqueue::hall::test
