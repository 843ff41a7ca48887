#include <hall/service/one_thread_hall.h>

#include <db/journal/journal_head.h>
#include <hall/settings/default_hall.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

/// Monday, 23 November, ten in the morning in Shanghai.
constexpr Instant kMorningOfSlips = Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h;

std::string settingsWithSlip(bool carries = false)
{
    std::string text{settings::defaultHall()};
    const std::string section = "[hall]\n";
    text.replace(text.find(section), section.size(), section + "close_slip = \"1\"\n");
    const std::string carry = "carry_waiting = false";
    return text.replace(text.find(carry), carry.size(), carries ? "carry_waiting = true" : carry);
}

class CloseSlips : public ::testing::Test
{
protected:
    explicit CloseSlips(bool carries = false) : hall(kMorningOfSlips, settingsWithSlip(carries)) {}

    std::string tell(const std::string& path)
    {
        return hall.ask(hall.connect(), "duty-manager", "POST", path,
                        R"({"requestId":"00000000-0000-4000-8000-)" +
                            std::to_string(100'000'000'000 + ++m_sent) + R"("})");
    }
    /// What stands on the slips that wait for the bridge of kiosk 1.
    std::vector<json> slips()
    {
        const std::string answer = hall.ask(hall.connect(), "bridge", "GET", "/print-jobs?state=pending");
        std::vector<json> found;
        for (const json& job : json::parse(answer.substr(answer.find("\r\n\r\n") + 4)))
            if (job.at("content").contains("slip"))
                found.push_back(job);
        return found;
    }

    OneThreadHall hall;

private:
    std::int64_t m_sent = 0;
};

class CarriedSlips : public CloseSlips
{
protected:
    CarriedSlips() : CloseSlips(true) {}
};

} // namespace

TEST_F(CloseSlips, SayHowTheJournalStoodWhenADayIsClosedByHand)
{
    hall.pass(2s);
    EXPECT_TRUE(slips().empty());
    ASSERT_TRUE(tell("/day/close").starts_with("HTTP/1.1 200"));
    hall.pass(10s);
    const auto printed = slips();
    ASSERT_EQ(printed.size(), 1U);
    EXPECT_EQ(printed[0].at("kiosk"), "1");
    EXPECT_EQ(printed[0].at("ticket"), nullptr);
    EXPECT_EQ(printed[0].at("content").size(), 3U) << "nobody's number: " << printed[0];
    const auto kept = db::journalHeadIn(printed[0].at("content").at("slip").get<std::string>());
    ASSERT_TRUE(kept) << printed[0];
    const auto now = db::journalHeadAt(hall.folder(), kept->seq);
    ASSERT_TRUE(now);
    EXPECT_EQ(*now, kept) << "as verify --head compares them";
    hall.pass(10s);
    EXPECT_EQ(slips().size(), 1U) << "once";
}

TEST_F(CloseSlips, WaitUntilAChangeOfDayCantBeTakenBack)
{
    hall.pass(19h); // 05:00, and a little
    EXPECT_TRUE(slips().empty());
    hall.pass(9min);
    EXPECT_TRUE(slips().empty());
    hall.pass(2min);
    EXPECT_EQ(slips().size(), 1U);
}

TEST_F(CarriedSlips, ArePrintedWhereADayGoesOverIntoTheNext)
{
    hall.pass(19h + 9min);
    EXPECT_TRUE(slips().empty());
    hall.pass(2min);
    EXPECT_EQ(slips().size(), 1U);
}

TEST_F(CloseSlips, OfACloseThatWasTakenBackAreNotPrinted)
{
    hall.pass(2s);
    const std::string closed = tell("/day/close");
    const auto from = closed.find(R"("event":")") + 9;
    hall.pass(3s);
    const std::string back = hall.ask(hall.connect(), "duty-manager", "POST", "/undo",
                                      R"({"requestId":"00000000-0000-4000-8000-000000000001","event":")" +
                                          closed.substr(from, closed.find('"', from) - from) + R"("})");
    ASSERT_TRUE(back.starts_with("HTTP/1.1 200")) << back;
    hall.pass(1min);
    EXPECT_TRUE(slips().empty());
}

} // namespace starqueue::hall::test
