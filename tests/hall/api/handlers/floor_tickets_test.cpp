#include <hall/api/support/running_hall.h>
#include <time/instant_text.h>

#include <time/timestamp.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

std::string at(Millis before)
{
    return time::timestamp({kMonday - before});
}

class FloorTickets : public ::testing::Test
{
protected:
    Said enter(json body) { return hall.as("usher").post("/tickets/outage", std::move(body)); }
    std::vector<std::string> numbers(const std::string& query, const std::string& face = "usher")
    {
        std::vector<std::string> found;
        for (const json& ticket : hall.as(face).get("/tickets" + query).body)
            found.push_back(ticket.at("number"));
        return found;
    }
    json report(const std::string& query) { return hall.as("manager").get("/reports/" + query).body; }

    TestClock clock{kMonday};
    RunningHall hall{{}, clock.journalClock()};
};

using Numbers = std::vector<std::string>;

json slip(const std::string& number, Millis ago)
{
    return {{"service", "account"}, {"number", number}, {"issuedAt", at(ago)}};
}

} // namespace

TEST_F(FloorTickets, ANumberWrittenByHandWaitsSinceItsRealIssue)
{
    hall.issue();
    const Said said = enter(slip("A9012", 30min));
    ASSERT_EQ(said.status, 201) << said.raw.body;
    EXPECT_EQ(said.body.at("number"), "A9012");
    EXPECT_EQ(said.body.at("issuedAt"), at(30min));
    EXPECT_EQ(said.body.at("waitedSeconds"), 1800);
    EXPECT_EQ(said.body.at("ahead"), 0);
    hall.open(1);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next").body.at("number"), "A9012");
    const json waits = report("waits").at(0);
    EXPECT_EQ(waits.at("count"), 1);
    EXPECT_EQ(waits.at("max"), 1800);
}

TEST_F(FloorTickets, AServiceGivenDuringTheOutageGoesIntoTheReportsWithItsRealTimes)
{
    json body = slip("9001", 60min);
    body["served"] = {{"counter", "2"},
                      {"clerk", "17"},
                      {"calledAt", at(50min)},
                      {"startedAt", at(49min)},
                      {"finishedAt", at(40min)}};
    const Said said = enter(body);
    ASSERT_EQ(said.status, 201) << said.raw.body;
    EXPECT_EQ(said.body.at("state"), "finished");
    EXPECT_EQ(said.body.at("counter"), "2");
    EXPECT_EQ(said.body.at("finishedAt"), at(40min));
    const json waits = report("waits?by=clerk").at(0);
    EXPECT_EQ(waits.at("clerk"), "17");
    EXPECT_EQ(waits.at("max"), 600);
    EXPECT_EQ(report("outcomes").at(0).at("served"), 1);
}

TEST_F(FloorTickets, ASlipThatCanNotBeIsRefusedInWords)
{
    EXPECT_EQ(enter(slip("A012", 1min)).code(), "bad_field") << "a machine's number";
    EXPECT_EQ(enter(slip("B9001", 1min)).code(), "bad_field") << "another service's letter";
    EXPECT_EQ(enter(slip("A9001", -1min)).code(), "bad_field") << "in the future";
    EXPECT_EQ(enter(slip("A9001", 6h)).code(), "bad_field") << "yesterday: this day began at five";
    EXPECT_EQ(enter({{"service", "account"}, {"number", "A9001"}, {"issuedAt", "ten"}}).code(), "bad_field");
    EXPECT_EQ(enter(slip("A9001", 5h)).status, 201) << "before the machines started, but today";
    EXPECT_EQ(enter(slip("A9001", 1min)).code(), "number_taken");
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets/outage", slip("A9002", 1min)).status, 403);
}

TEST_F(FloorTickets, ALostOneIsFoundByTimeAndService)
{
    hall.issue("account");
    clock.pass(10min);
    hall.issue("plans");
    hall.issue("account");
    const std::string early = "?to=" + time::timestamp({kMonday + 10min});
    EXPECT_EQ(numbers(""), (Numbers{"A002", "B001", "A001"})) << "the newest first";
    EXPECT_EQ(numbers(early), (Numbers{"A001"}));
    EXPECT_EQ(numbers("?service=account"), (Numbers{"A002", "A001"}));
    EXPECT_EQ(numbers("?service=account&from=" + time::timestamp({kMonday + 1min})), (Numbers{"A002"}));
    EXPECT_EQ(numbers("?number=B001", "duty-manager"), (Numbers{"B001"}));
    EXPECT_EQ(hall.as("manager").get("/tickets").body.at(2).at("ahead"), 0);
}

TEST_F(FloorTickets, AreFoundByStateToo)
{
    hall.issue();
    hall.issue();
    hall.open(1);
    hall.as("counter-1").post("/counters/1/next");
    EXPECT_EQ(numbers("?state=called"), (Numbers{"A001"}));
    EXPECT_EQ(numbers("?state=waiting"), (Numbers{"A002"}));
    EXPECT_EQ(numbers("?state=parked"), Numbers{});
}

TEST_F(FloorTickets, ASearchForWhatCanNotBeIsRefused)
{
    EXPECT_EQ(hall.as("usher").get("/tickets?state=gone").code(), "bad_field");
    EXPECT_EQ(hall.as("usher").get("/tickets?from=noon").code(), "bad_field");
    EXPECT_EQ(hall.as("usher").get("/tickets?service=haircut").code(), "not_found");
    EXPECT_EQ(hall.as("counter-1").get("/tickets").status, 403);
}

TEST_F(FloorTickets, AFoundOneCanBePrintedAgain)
{
    const json ticket = hall.issue("account", {{"kiosk", "1"}});
    const json found = hall.as("usher").get("/tickets?service=account").body.at(0);
    EXPECT_EQ(found.at("id"), ticket.at("id"));
    EXPECT_EQ(hall.as("usher").post("/tickets/" + std::string(found.at("id")) + "/reprint").status, 200);
    const json jobs = hall.as("bridge").get("/print-jobs?state=pending").body;
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(jobs.at(0).at("reprint"), true);
}

TEST(InstantText, TakesAnyOffsetAndNothingThatIsNoTime)
{
    const time::WallTime ten{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 2h};
    for (const char* text :
         {"2026-11-23T02:00:00Z", "2026-11-23T10:00:00+08:00", "2026-11-22T22:30:00.000-03:30"})
        EXPECT_EQ(time::parseInstant(text), ten) << text;
    EXPECT_EQ(time::parseInstant("2026-11-23T02:00:00.1234Z"), ten + 123ms);
    for (const char* text :
         {"", "2026-11-23", "2026-11-23T02:00:00", "2026-11-23T25:00:00Z", "2026-02-30T02:00:00Z",
          "2026-11-23T02:00:00.Z", "2026-11-23T02:00:00+8", "2026-11-23 02:00:00Z"})
        EXPECT_FALSE(time::parseInstant(text)) << text;
}

TEST(FloorTexts, ABlankReasonIsNone)
{
    RunningHall hall;
    hall.open(1);
    const json ticket = hall.issue();
    hall.as("counter-1").post("/counters/1/next");
    for (const char* blank : {"", " ", "\xE3\x80\x80", "\xE2\x80\x8B"}) {
        EXPECT_EQ(
            hall.as("counter-1").post("/counters/1/transfer", {{"first", true}, {"reason", blank}}).status,
            400)
            << '"' << blank << '"';
        EXPECT_EQ(hall.as("manager")
                      .post("/counters/1/call", {{"number", ticket.at("number")}, {"reason", blank}})
                      .status,
                  400)
            << '"' << blank << '"';
    }
}

TEST(FloorTexts, AClerksNumberCantBeTakenForAnothers)
{
    RunningHall hall;
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/open", {{"clerk", "11"}}).status, 200);
    for (const char* like : {"11 ", " 11", "\xEF\xBC\x91\xEF\xBC\x91",
                             "1\xE2\x80\x8B"
                             "1",
                             "11\xC2\xA0"}) {
        const Said said = hall.as("counter-2").post("/counters/2/open", {{"clerk", like}});
        EXPECT_EQ(said.code(), "bad_field") << '"' << like << '"';
    }
    EXPECT_EQ(hall.as("counter-2").post("/counters/2/open", {{"clerk", "11"}}).code(), "clerk_elsewhere");
}

} // namespace starqueue::hall::test
