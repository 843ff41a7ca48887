#include <hall/api/support/full_day.h>

#include <gtest/gtest.h>

#include <set>

namespace starqueue::hall::test {

namespace {

/// What a duty manager does over lunch: two services move to another counter.
class LunchBreak : public ::testing::Test
{
protected:
    void SetUp() override
    {
        hall.open(1);
        hall.open(2);
    }
    Said give(const std::string& counter, const json& services, const std::string& query = "")
    {
        return hall.as("duty-manager")
            .post("/counters/" + counter + "/services" + query, {{"services", services}});
    }
    static json lineOf(const json& preview, const std::string& service)
    {
        for (const json& line : preview.at("lines"))
            if (line.at("service") == service)
                return line;
        return {};
    }

    RunningHall hall{hallOfFullDay()};
};

} // namespace

TEST_F(LunchBreak, IsShownBeforeItIsDoneAndSeenOnTheBoard)
{
    hall.issue("sim");
    const json preview = give("1", {"sim"}, "?preview=true").body;
    EXPECT_EQ(lineOf(preview, "sim").at("waiting"), 1);
    EXPECT_EQ(lineOf(preview, "account").at("before").at("counters"), 2);
    EXPECT_EQ(lineOf(preview, "account").at("after").at("counters"), 1);
    EXPECT_FALSE(hall.as("manager").get("/counters/1").body.at("servicesChanged").get<bool>())
        << "nothing was done";
    const Said done =
        hall.as("duty-manager")
            .post("/counters/1/services", {{"services", {"sim"}}, {"expect", preview.at("asOf")}});
    EXPECT_EQ(done.body.at("services"), json::array({"sim"})) << done.raw.body;
    EXPECT_EQ(hall.as("display").get("/board").body.at("counters").at(0).at("services"),
              json::array({"sim"}));
}

TEST_F(LunchBreak, ThatNobodyCouldServeSaysSoInItsPreview)
{
    give("1", {"sim"});
    const json preview = give("2", {"sim"}, "?preview=true").body;
    const json after = lineOf(preview, "account").at("after");
    EXPECT_EQ(after.at("counters"), 0);
    EXPECT_EQ(after.at("waitSeconds").at("method"), "unknown");
    EXPECT_TRUE(after.at("waitSeconds").at("p50").is_null());
}

TEST_F(LunchBreak, IsRefusedWhereOthersHaveChangedWhoServesWhat)
{
    const json preview = give("1", {"sim"}, "?preview=true").body;
    give("2", {"sim"});
    const Said late =
        hall.as("duty-manager")
            .post("/counters/1/services", {{"services", {"sim"}}, {"expect", preview.at("asOf")}});
    EXPECT_EQ(late.code(), "changed");
}

TEST_F(LunchBreak, IsTakenBack)
{
    const Said done = give("1", {"sim"});
    EXPECT_EQ(hall.as("duty-manager").post("/undo", {{"event", done.body.at("undo").at("event")}}).status,
              200);
    EXPECT_FALSE(hall.as("manager").get("/counters/1").body.at("servicesChanged").get<bool>());
}

TEST_F(LunchBreak, IsTakenBackByTheClerkWhoGaveTheOwnCounterServicesAndByNoOther)
{
    const Said done = hall.as("counter-1").post("/counters/1/services", {{"services", {"sim"}}});
    const json event{{"event", done.body.at("undo").at("event")}};
    EXPECT_EQ(hall.as("counter-2").post("/undo", event).code(), "nothing_to_undo");
    EXPECT_EQ(hall.as("counter-1").post("/undo", event).status, 200);
    EXPECT_FALSE(hall.as("manager").get("/counters/1").body.at("servicesChanged").get<bool>());
    const Said managers = give("1", {"sim"});
    EXPECT_EQ(hall.as("counter-1").post("/undo", {{"event", managers.body.at("undo").at("event")}}).code(),
              "nothing_to_undo")
        << "what the duty manager did";
}

TEST_F(LunchBreak, IsNotTheClerksOfAnotherCounter)
{
    EXPECT_EQ(hall.as("counter-2").post("/counters/1/services", {{"services", {"sim"}}}).status, 403);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/services", {{"services", {"sim"}}}).status, 200);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/profile", {{"profile", "lunch"}}).status, 403);
    EXPECT_EQ(hall.as("duty-manager").post("/counters/1/profile", {{"profile", "tea"}}).code(), "bad_field");
}

TEST_F(LunchBreak, IsTheSameAfterARestart)
{
    give("1", {"sim"});
    hall.stop();
    hall.start();
    EXPECT_EQ(hall.as("manager").get("/counters/1").body.at("services"), json::array({"sim"}));
    EXPECT_TRUE(hall.as("manager").get("/counters/1").body.at("servicesChanged").get<bool>());
}

TEST_F(LunchBreak, AWalkInRepeatedIsOneTicket)
{
    const json body{{"service", "sim"}, {"requestId", "0c7f4f8e-9a4b-4b60-9d0b-1d8f5f0a7a11"}};
    const Said first = hall.as("counter-1").post("/counters/1/walk-in", body);
    const Said again = hall.as("counter-1").post("/counters/1/walk-in", body);
    EXPECT_EQ(first.body.at("id"), again.body.at("id")) << again.raw.body;
    EXPECT_EQ(first.body.at("state"), "serving");
    EXPECT_EQ(hall.as("usher").get("/tickets").body.size(), 1U);
}

} // namespace starqueue::hall::test
