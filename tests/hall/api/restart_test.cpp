#include <hall/api/support/full_day.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

std::string changed(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string defaults()
{
    return std::string(settings::defaultHall());
}

/// The board without what passes with time.
json lastingBoard(RunningHall& hall)
{
    json board = hall.as("display").get("/board").body;
    board.erase("at");
    return board;
}

json fiveStars()
{
    return {{"identity", {{"kind", "phone"}, {"value", kPhoneOfFive}}}};
}

} // namespace

TEST(Restart, FindsEverythingAsItWas)
{
    RunningHall hall;
    hall.open(1);
    hall.issue("account", fiveStars());
    const json waiting = hall.issue("plans");
    const Said atKiosk = hall.as("kiosk-1").post("/tickets", {{"service", "sim"}});
    hall.as("bridge").put("/devices/printer-1/state",
                          {{"kind", "printer"}, {"kiosk", "1"}, {"state", "fault"}, {"fault", "paperOut"}});
    hall.as("counter-1").post("/counters/1/next");
    hall.as("manager").post("/services/payments/close");
    hall.as("manager").post("/messages", {{"id", "m"}, {"zh", "你好"}, {"en", "hello"}});
    const json board = lastingBoard(hall);
    const json counter = hall.as("counter-1").get("/counters/1").body.at("ticket");
    const json jobs = hall.as("bridge").get("/print-jobs").body;
    hall.stop();
    hall.start();
    EXPECT_EQ(lastingBoard(hall), board);
    EXPECT_EQ(hall.as("counter-1").get("/counters/1").body.at("ticket"), counter);
    EXPECT_EQ(hall.as("bridge").get("/print-jobs").body, jobs);
    EXPECT_EQ(hall.as("usher").get("/tickets/" + std::string(waiting.at("id"))).body.at("number"), "B001");
}

TEST(Restart, GoesOnWithTheNumbersAndStillKnowsTheRequestsAnswered)
{
    RunningHall hall;
    const json body{{"requestId", newRequestId()}, {"service", "account"}};
    const json before = hall.as("kiosk-1").post("/tickets", body).body;
    hall.stop();
    hall.start();
    const json again = hall.as("kiosk-1").post("/tickets", body).body;
    EXPECT_EQ(again.at("id"), before.at("id"));
    EXPECT_EQ(again.at("statusUrl"), before.at("statusUrl"));
    json other = body;
    other["service"] = "plans";
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", other).status, 422);
    const json next = hall.issue();
    EXPECT_EQ(next.at("number"), "A002");
    EXPECT_NE(next.at("id"), before.at("id"));
}

TEST(Restart, BringsFollowersOnWithoutGapFromWhereTheyWere)
{
    // In a hall that drops them, reasons of visits that are over are no longer told.
    std::string settings = hallOfFullDay();
    const std::string drops = "drop_reason = true";
    settings.replace(settings.find(drops), drops.size(), "drop_reason = false");
    RunningHall hall(settings);
    runFullDay(hall);
    const auto seq = hall.seq();
    Follower before = hall.follow("manager", 0);
    for (std::uint64_t i = 0; i < seq; ++i)
        before.next();
    hall.stop();
    hall.start();
    Follower after = hall.follow("manager", 0);
    for (std::uint64_t i = 0; i < seq; ++i)
        after.next();
    EXPECT_EQ(after.seen(), before.seen());
}

TEST(Reload, ChangesHeadStartsForThoseWhoWait)
{
    RunningHall hall;
    hall.issue();
    const json five = hall.issue("account", fiveStars());
    hall.open(1);
    const auto next = [&] { return hall.as("counter-1").get("/counters/1").body.at("next"); };
    EXPECT_EQ(next().at("number"), five.at("number"));
    std::string text = defaults();
    for (const char* line :
         {"head_start_minutes = 20\nrate", "head_start_minutes = 15", "head_start_minutes = 8"})
        text = changed(text, line,
                       std::string("head_start_minutes = 0") +
                           (std::string(line).ends_with("rate") ? "\nrate" : ""));
    hall.reload(text);
    EXPECT_EQ(next().at("number"), "A001");
}

TEST(Reload, BringsANewServiceAndTakesAnOldOneAway)
{
    RunningHall hall;
    const auto more = std::string("[[service]]\nid = \"repair\"\nprefix = \"F\"\n") +
                      "name = { zh = \"维修\", en = \"Repair\" }\ntypical_minutes = 9\n\n";
    std::string text = changed(defaults(), "# Tiers, highest first", more + "# Tiers, highest first");
    text = changed(text, R"("sim", "business"])", R"("sim", "business", "repair"])");
    hall.reload(text);
    EXPECT_EQ(hall.as("kiosk-1").get("/services").body.back().at("id"), "repair");
    EXPECT_EQ(hall.issue("repair").at("number"), "F001");
    const json waiting = hall.issue("account");
    hall.reload(defaults());
    EXPECT_EQ(hall.as("kiosk-1").get("/services").body.size(), 5U);
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", {{"service", "repair"}}).code(), "service_closed");
    EXPECT_EQ(hall.as("usher").get("/tickets/" + std::string(waiting.at("id"))).body.at("number"), "A001");
}

TEST(Reload, OfTheSameSettingsWritesNothing)
{
    RunningHall hall;
    const auto seq = hall.seq();
    hall.reload(defaults());
    EXPECT_EQ(hall.seq(), seq);
}

TEST(Reload, OfADisciplineHoldsFromTheNextDay)
{
    RunningHall hall;
    hall.issue();
    const json five = hall.issue("account", fiveStars());
    hall.open(1);
    hall.reload(changed(defaults(), R"(discipline = "head-start")", R"(discipline = "fifo")"));
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next").body.at("number"), five.at("number"));
    hall.as("counter-1").post("/counters/1/no-show");
    hall.as("manager").post("/day/close");
    hall.as("admin").post("/day/open", {{"date", "2099-01-01"}, {"confirm", true}});
    hall.issue();
    hall.issue("account", fiveStars());
    hall.open(1);
    const Said next = hall.as("counter-1").post("/counters/1/next");
    EXPECT_EQ(next.body.at("number"), "A001");
    EXPECT_EQ(next.body.at("why").at("rule"), "fifo");
}

} // namespace starqueue::hall::test
