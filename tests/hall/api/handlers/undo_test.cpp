#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

struct Undo : testing::Test
{
    TestClock clock{Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h};
    RunningHall hall{{}, clock.journalClock()};

    Undo() { hall.open(1); }
    Said at(const std::string& command, json body = json::object())
    {
        return hall.as("counter-1").post("/counters/1/" + command, std::move(body));
    }
    json counter() { return hall.as("counter-1").get("/counters/1").body; }
    Said undo(const std::string& face, const json& event)
    {
        return hall.as(face).post("/undo", {{"event", event}});
    }
    /// A step with the ticket by somebody on the floor.
    Said onFloor(const std::string& face, const json& ticket, const std::string& command)
    {
        return hall.as(face).post("/tickets/" + ticket.at("id").get<std::string>() + "/" + command);
    }
    static bool offers(const json& counter, const std::string& action)
    {
        const auto may = counter.at("may").get<std::vector<std::string>>();
        return std::ranges::find(may, action) != may.end();
    }
};

TEST_F(Undo, AClerkTakesBackWhatTheyDidOnTheFloor)
{
    const json ticket = hall.issue();
    at("next");
    clock.pass(25s);
    at("no-show");
    clock.pass(1s);
    const Said put = onFloor("counter-1", ticket, "requeue");
    ASSERT_EQ(put.status, 200) << put.raw.body;
    const json event = put.body.at("undo").at("event");
    EXPECT_EQ(undo("counter-2", event).status, 403) << "somebody else's";
    EXPECT_EQ(undo("counter-1", event).body.at("state"), "no_show");
}

TEST_F(Undo, OfACountersLastStepIsOfferedForTenSecondsAndSaysWhichOneItTakesBack)
{
    const json issued = hall.issue();
    EXPECT_EQ(counter().at("lastStep"), nullptr);
    at("next");
    at("start");
    clock.pass(5s);
    at("finish");
    const json last = counter().at("lastStep");
    EXPECT_EQ(last.at("step"), "finish");
    EXPECT_EQ(last.at("number"), issued.at("number"));
    EXPECT_TRUE(offers(counter(), "undo"));
    clock.pass(9s);
    EXPECT_TRUE(offers(counter(), "undo"));
    clock.pass(2s);
    EXPECT_FALSE(offers(counter(), "undo"));
    EXPECT_EQ(counter().at("lastStep"), nullptr);
    EXPECT_EQ(at("undo").code(), "nothing_to_undo");
}

TEST_F(Undo, OfAFinishGoesOnWithTheServiceAndRepeatsItsAnswer)
{
    hall.issue();
    at("next");
    at("start");
    at("finish");
    const json again{{"requestId", newRequestId()}};
    const Said undone = at("undo", again);
    ASSERT_EQ(undone.status, 200) << undone.raw.body;
    EXPECT_EQ(undone.body.at("state"), "serving");
    EXPECT_EQ(undone.body.at("rating"), nullptr);
    EXPECT_EQ(at("undo", again).body.at("state"), "serving");
    EXPECT_EQ(counter().at("servedToday"), 0);
    EXPECT_EQ(at("finish").body.at("state"), "finished");
    EXPECT_EQ(hall.report("waits").at(0).at("count"), 1);
}

TEST_F(Undo, OfAnotherStepThanTheOneThatIsMeantIsRefused)
{
    const json issued = hall.issue();
    at("next");
    const json meant{{"ticket", issued.at("id")}, {"step", "call"}};
    at("start"); // somebody else was quicker
    EXPECT_EQ(at("undo", meant).code(), "changed");
    EXPECT_EQ(at("undo", {{"ticket", issued.at("id")}, {"step", "start"}}).body.at("state"), "called");
}

TEST_F(Undo, OfAFinishTakesTheServiceOutOfTheExport)
{
    hall.issue();
    at("next");
    at("start");
    at("finish");
    EXPECT_EQ(hall.report("services").size(), 1U);
    at("undo");
    EXPECT_EQ(hall.report("services").size(), 0U);
    clock.pass(60s);
    at("finish");
    EXPECT_EQ(hall.report("services").size(), 1U);
}

TEST_F(Undo, OfAUshersStepIsTheirsAlone)
{
    const json ticket = hall.issue();
    const Said cancelled = onFloor("usher", ticket, "cancel");
    const json event = cancelled.body.at("undo").at("event");
    EXPECT_EQ(undo("counter-1", event).status, 403) << "not of the own counter";
    const Said undone = undo("usher", event);
    ASSERT_EQ(undone.status, 200) << undone.raw.body;
    EXPECT_EQ(undone.body.at("state"), "waiting");
    EXPECT_EQ(undo("usher", event).code(), "nothing_to_undo") << "once";
    const json byTheOther = onFloor("duty-manager", ticket, "cancel").body.at("undo").at("event");
    EXPECT_EQ(undo("usher", byTheOther).status, 403);
    EXPECT_EQ(undo("manager", byTheOther).status, 200);
}

TEST_F(Undo, OnTheFloorTakesTenSecondsNotTenMinutes)
{
    const json ticket = hall.issue();
    const json event = onFloor("usher", ticket, "postpone").body.at("undo").at("event");
    clock.pass(11s);
    EXPECT_EQ(undo("usher", event).code(), "nothing_to_undo");
}

TEST_F(Undo, OfACountersStepIsForItsClerkAndForThoseAbove)
{
    hall.issue();
    at("next");
    const std::string event = std::to_string(hall.seq());
    EXPECT_EQ(undo("counter-2", event).status, 403);
    EXPECT_EQ(undo("usher", event).status, 403);
    EXPECT_EQ(undo("admin", event).status, 403);
    EXPECT_EQ(undo("duty-manager", event).body.at("state"), "waiting");
}

TEST_F(Undo, NamesTheFirstLaterActThatDependsOnTheStep)
{
    const json ticket = hall.issue();
    at("next");
    at("no-show");
    onFloor("usher", ticket, "requeue");
    const Said refused = at("undo");
    EXPECT_EQ(refused.code(), "undo_conflict");
    EXPECT_EQ(refused.state(), "ticket_requeued A001");
}

TEST_F(Undo, IsStillThereAfterARestart)
{
    hall.issue();
    at("next");
    at("start");
    hall.stop();
    hall.start();
    EXPECT_EQ(at("undo").body.at("state"), "called");
}

} // namespace

} // namespace starqueue::hall::test
