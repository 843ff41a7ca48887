#include "conversation.h"
#include "one_thread_hall.h"

#include <hall/settings/default_hall.h>

#include <gmock/gmock.h>

// A made-up week of a government hall under the whole service, whose answers are worked out by hand.

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::HasSubstr;

/// Monday, 5 October, ten in the morning in Shanghai. The holidays last until the seventh; Saturday the tenth
/// is worked like a Friday.
constexpr Instant kMondayAtTen = Instant{std::chrono::sys_days{std::chrono::year{2026} / 10 / 5}} + 2h;

std::string governmentHall()
{
    std::string text{settings::defaultHall()};
    const auto change = [&](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    change("discipline = ", "opens = { mon-fri = [\"09:00-17:30\"] }\ndiscipline = ");
    change("late_days = 0", "late_days = 3");
    change("labels = \"telecom\"", "labels = \"government\"");
    text += R"(
[[statutory_group]]
id = "veteran"
name = { zh = "退役军人", en = "Veteran" }
proof = { zh = "优待证", en = "Preference card" }
head_start_minutes = 12
granted = ["kiosk"]

[[profile]]
id = "lunch"
services = ["sim"]
)";
    for (int day = 1; day <= 7; ++day)
        text += "\n[[calendar]]\ndate = \"2026-10-0" + std::to_string(day) + "\"\nopens = []\n";
    return text + "\n[[calendar]]\ndate = \"2026-10-10\"\nlike = \"fri\"\n";
}

class OneThreadWeek : public ::testing::Test
{
protected:
    /// The machine is off meanwhile: nobody need simulate each second.
    void skip(std::chrono::milliseconds time) { hall.reboot(time, 0ms); }
    /// To ten in the morning of that day of October.
    void skipToDay(int day)
    {
        for (int next = 6; next <= day; ++next)
            skip(24h);
    }
    json at(int counter, const std::string& command, json body = json::object())
    {
        const std::string id = std::to_string(counter);
        return said.post("counter-" + id, "/counters/" + id + "/" + command, std::move(body));
    }
    json takeNumber(const std::string& service, json more = json::object())
    {
        more["service"] = service;
        return said.post("kiosk-1", "/tickets", std::move(more));
    }
    std::string codeOf(const json& answer) { return answer.value("code", "none"); }
    /// Who was called is served; returns the rating session.
    std::string serve(int counter)
    {
        at(counter, "start");
        skip(4min);
        return at(counter, "finish").at("rating").at("session");
    }
    void press(const json& ticket, const std::string& session, int score)
    {
        const std::int64_t elapsed = said.get("bridge", "/hall").at("elapsed");
        const json press{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", ++m_presses}, {"pressedAt", elapsed}};
        said.post("bridge", "/tickets/" + std::string(ticket.at("id")) + "/rating",
                  {{"session", session}, {"score", score}, {"press", press}});
    }
    /// One row, or null.
    json rateByPhone(const std::string& page, int score)
    {
        const json body{
            {"requestId", "00000000-0000-4000-9000-" + std::to_string(100'000'000'000 + ++m_presses)},
            {"score", score}};
        const std::string answer = hall.askAsPhone(hall.connect(), "POST", page, body.dump());
        return json::parse(answer.substr(answer.find("\r\n\r\n") + 4));
    }
    /// One row of that day, or null.
    json report(const std::string& name, const std::string& from, const std::string& to)
    {
        const json rows = said.get("manager", "/reports/" + name + "?from=" + from + "&to=" + to);
        return rows.is_array() && !rows.empty() ? rows.at(0) : rows;
    }

    OneThreadHall hall{kMondayAtTen, governmentHall()};
    Conversation said{hall};

private:
    int m_presses = 0;
};

} // namespace

TEST_F(OneThreadWeek, ItsHolidaysAreClosedAndItsWorkedSaturdayIsOpen)
{
    EXPECT_EQ(codeOf(takeNumber("account")), "hall_closed");
    skipToDay(8);
    EXPECT_EQ(takeNumber("account").value("number", ""), "A001");
    skip(24h);
    skip(24h);
    EXPECT_EQ(takeNumber("account").value("number", ""), "A001") << "Saturday, like a Friday";
    skip(24h);
    EXPECT_EQ(codeOf(takeNumber("account")), "hall_closed") << "Sunday";
}

TEST_F(OneThreadWeek, ItsLocalGroupCountsTwelveMinutesEarlierByTheKiosk)
{
    skipToDay(8);
    at(1, "open", {{"clerk", "17"}});
    const json early = takeNumber("account");
    skip(11min);
    const json ordinary = takeNumber("account");
    skip(2min);
    const json veteran = takeNumber("account", {{"statutory", "veteran"}});
    EXPECT_EQ(at(1, "next").at("number"), early.at("number")) << "came 13 minutes before the veteran";
    serve(1);
    const json called = at(1, "next");
    EXPECT_EQ(called.at("number"), veteran.at("number")) << "counts from ten minutes before the other";
    EXPECT_EQ(called.at("statutoryName").at("en"), "Veteran");
    EXPECT_THAT(called.at("why").at("text").at("en").get<std::string>(), HasSubstr("12 min"));
    serve(1);
    EXPECT_EQ(at(1, "next").at("number"), ordinary.at("number"));
    EXPECT_EQ(report("fairness", "2026-10-08", "2026-10-09").at("violations"), 0);
}

TEST_F(OneThreadWeek, ItsLunchProfileLastsUntilTheNextDay)
{
    skipToDay(8);
    at(2, "open", {{"clerk", "18"}});
    const json account = takeNumber("account");
    skip(1min);
    const json sim = takeNumber("sim");
    const json given = said.post("duty-manager", "/counters/2/profile", {{"profile", "lunch"}});
    EXPECT_EQ(given.at("services"), json::array({"sim"}));
    EXPECT_EQ(at(2, "next").at("number"), sim.at("number"));
    serve(2);
    EXPECT_FALSE(at(2, "next").contains("number")) << "nobody waits for a SIM card";
    said.post("duty-manager", "/tickets/" + std::string(account.at("id")) + "/cancel");
    skip(24h);
    EXPECT_FALSE(said.get("duty-manager", "/counters/2").at("servicesChanged").get<bool>());
    at(2, "open", {{"clerk", "18"}});
    const json next = takeNumber("account");
    EXPECT_EQ(at(2, "next").at("number"), next.at("number"));
}

TEST_F(OneThreadWeek, ItsThirdLevelIsGoodAndItsSecondOpensACase)
{
    skipToDay(9);
    at(1, "open", {{"clerk", "17"}});
    for (const int score : {3, 2, 0}) { // the last one doesn't press
        const json ticket = takeNumber("account");
        at(1, "next");
        const std::string session = serve(1);
        if (score > 0)
            press(ticket, session, score);
    }
    const json ratings = report("ratings", "2026-10-09", "2026-10-10");
    EXPECT_EQ(ratings.at("invited"), 3);
    EXPECT_EQ(ratings.at("answered"), 2);
    EXPECT_EQ(ratings.at("satisfied"), 1) << "basically satisfied counts, not rated doesn't";
    EXPECT_EQ(ratings.at("scores"), json::array({0, 1, 1, 0, 0}));
    const std::string stream = hall.ask(hall.connect(), "manager", "GET", "/events?after=0");
    EXPECT_THAT(stream, HasSubstr("case_opened"));
    EXPECT_EQ(stream.find("case_opened"), stream.rfind("event: case_opened") + 7) << "one case alone";
    const json visits = report("visits", "2026-10-09", "2026-10-10");
    EXPECT_EQ(visits.at("count"), 3);
    EXPECT_EQ(visits.at("max"), 0) << "each was called at once";
}

TEST_F(OneThreadWeek, ItsSaturdaysCustomerRatesOnSundayByPhoneAndOnWednesdayNoMore)
{
    skipToDay(10);
    at(1, "open", {{"clerk", "17"}});
    std::vector<std::string> pages;
    for (int customer = 0; customer < 2; ++customer) {
        const std::string url = takeNumber("account").at("statusUrl");
        pages.push_back(url.substr(url.find("/t/")) + "/rating");
        at(1, "next");
        serve(1);
    }
    EXPECT_EQ(codeOf(rateByPhone(pages[1], 5)), "panel_first");
    skip(24h); // the panels were left unpressed
    EXPECT_EQ(codeOf(rateByPhone(pages[0], 5)), "none");
    EXPECT_EQ(codeOf(rateByPhone(pages[0], 1)), "already_rated");
    const json ratings = report("ratings", "2026-10-10", "2026-10-11");
    EXPECT_EQ(ratings.at("answeredFromPhone"), 1) << "it belongs to Saturday";
    EXPECT_EQ(ratings.at("answered"), 1) << "the other one is not rated, which isn't satisfied";
    EXPECT_EQ(ratings.at("invited"), 2);
    for (int day = 12; day <= 14; ++day)
        skip(24h);
    EXPECT_EQ(codeOf(rateByPhone(pages[1], 5)), "rating_over");
}

} // namespace starqueue::hall::test
