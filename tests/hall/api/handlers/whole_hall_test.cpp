#include <hall/api/support/running_hall.h>

#include <time/timestamp.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

std::string state(RunningHall& hall, const json& ticket)
{
    return hall.as("usher").get("/tickets/" + std::string(ticket.at("id"))).body.at("state");
}

json today(RunningHall& hall)
{
    return hall.as("display").get("/board").body.at("date");
}

} // namespace

TEST(WholeHall, APreviewWritesNothingAndSaysWhomItConcerns)
{
    RunningHall hall;
    hall.open(1);
    hall.open(2);
    hall.issue();
    hall.issue("plans");
    hall.as("counter-1").post("/counters/1/next");
    const std::uint64_t seq = hall.seq();
    const Said shown = hall.as("manager").post("/day/close?preview=true");
    ASSERT_EQ(shown.status, 200) << shown.raw.body;
    EXPECT_EQ(hall.seq(), seq);
    EXPECT_EQ(shown.body.at("concerns").at("called").at("numbers"), json::array({"A001"}));
    EXPECT_EQ(shown.body.at("concerns").at("waiting").at("count"), 1);
    EXPECT_EQ(shown.body.at("unserved"), json::array({"B001"}));
    EXPECT_EQ(shown.body.at("countersClosed"), json::array({"2"}));
    EXPECT_EQ(today(hall), hall.as("display").get("/board").body.at("date"));
}

TEST(WholeHall, WhatWasShownIsDoneToThoseShownOnly)
{
    RunningHall hall;
    hall.issue();
    const json shown = hall.as("manager").post("/day/close?preview=true").body;
    hall.issue();
    const Said refused = hall.as("manager").post("/day/close", {{"expect", shown.at("asOf")}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.code(), "changed");
    const json again = hall.as("manager").post("/day/close?preview=true").body;
    EXPECT_EQ(hall.as("manager").post("/day/close", {{"expect", again.at("asOf")}}).status, 200);
}

TEST(WholeHall, ADayClosedByMistakeIsTakenBackWithEverybody)
{
    RunningHall hall;
    const json waiting = hall.issue();
    const Said closed = hall.as("manager").post("/day/close");
    EXPECT_EQ(state(hall, waiting), "unserved");
    const json undo{{"requestId", newRequestId()}, {"event", closed.body.at("undo").at("event")}};
    const Said undone = hall.as("manager").post("/undo", undo);
    ASSERT_EQ(undone.status, 200) << undone.raw.body;
    EXPECT_EQ(undone.body.at("dayOpen"), true);
    EXPECT_EQ(state(hall, waiting), "waiting");
    EXPECT_EQ(hall.as("manager").post("/undo", undo).raw.body, undone.raw.body) << "a retry";
    hall.stop();
    hall.start();
    EXPECT_EQ(state(hall, waiting), "waiting");
}

TEST(WholeHall, ThePreviewOfAnUndoWritesNothingAndSaysWhoComesBack)
{
    RunningHall hall;
    const json waiting = hall.issue();
    hall.open(1);
    const Said closed = hall.as("manager").post("/day/close");
    json undo{{"event", closed.body.at("undo").at("event")}};
    const std::uint64_t seq = hall.seq();
    const Said shown = hall.as("manager").post("/undo?preview=true", undo);
    ASSERT_EQ(shown.status, 200) << shown.raw.body;
    EXPECT_EQ(hall.seq(), seq);
    EXPECT_EQ(shown.body.at("concerns").at("unserved").at("numbers"), json::array({"A001"}));
    EXPECT_EQ(shown.body.at("dayOpen"), true);
    EXPECT_EQ(state(hall, waiting), "unserved");
    undo["expect"] = "of another time";
    EXPECT_EQ(hall.as("manager").post("/undo", undo).code(), "changed");
    undo["expect"] = shown.body.at("asOf");
    EXPECT_EQ(hall.as("manager").post("/undo", undo).status, 200);
    EXPECT_EQ(state(hall, waiting), "waiting");
}

TEST(WholeHall, AClockMoreThanADayOffIsPreviewedAndNeedsConfirming)
{
    RunningHall hall;
    const std::uint64_t seq = hall.seq();
    const json tomorrow{{"wall", time::timestamp({kMonday + 30h})}};
    const Said asked = hall.as("admin").post("/hall/clock/confirm", tomorrow);
    EXPECT_EQ(asked.status, 409) << asked.raw.body;
    EXPECT_EQ(asked.code(), "confirm_needed");
    json meant = tomorrow;
    meant["confirm"] = true;
    const Said shown = hall.as("admin").post("/hall/clock/confirm?preview=true", meant);
    ASSERT_EQ(shown.status, 200) << shown.raw.body;
    EXPECT_EQ(shown.body.at("changes"), true);
    EXPECT_EQ(std::string(shown.body.at("wall")).substr(0, 10), "2026-11-24");
    EXPECT_EQ(hall.seq(), seq);
    EXPECT_EQ(hall.as("admin").post("/hall/clock/confirm", meant).status, 200);
    EXPECT_GT(hall.seq(), seq);
}

TEST(WholeHall, ADate36YearsAheadNeedsConfirmingAndIsTakenBack)
{
    RunningHall hall;
    const json date = today(hall);
    hall.as("manager").post("/day/close");
    EXPECT_EQ(hall.as("admin").post("/day/open", {{"date", "2062-01-01"}}).code(), "confirm_needed");
    const Said opened = hall.as("admin").post("/day/open", {{"date", "2062-01-01"}, {"confirm", true}});
    ASSERT_EQ(opened.status, 200) << opened.raw.body;
    const Said undone = hall.as("admin").post("/undo", {{"event", opened.body.at("undo").at("event")}});
    ASSERT_EQ(undone.status, 200) << undone.raw.body;
    EXPECT_EQ(today(hall), date);
    hall.stop();
    hall.start();
    EXPECT_EQ(today(hall), date);
}

TEST(WholeHall, ADateThatNobodyMeansIsRefusedAndTheHallStartsAgain)
{
    RunningHall hall;
    const json date = today(hall);
    hall.as("manager").post("/day/close");
    for (const char* mistyped : {"0000-01-01", "0001-01-01", "1969-12-31", "2100-01-01", "9999-12-31"})
        for (const char* call : {"/day/open", "/day/open?preview=true"}) {
            const Said said = hall.as("admin").post(call, {{"date", mistyped}, {"confirm", true}});
            EXPECT_EQ(said.status, 400) << mistyped << said.raw.body;
            EXPECT_EQ(said.code(), "bad_field") << mistyped;
        }
    EXPECT_EQ(hall.as("admin").post("/day/open", {{"date", date}, {"confirm", true}}).status, 200);
    hall.stop();
    hall.start();
    EXPECT_EQ(today(hall), date);
}

TEST(WholeHall, ReportsAndSearchesTakeTheYearsOfAHallAlone)
{
    RunningHall hall;
    for (const char* call :
         {"/reports/waits?from=0000-01-01", "/reports/waits?from=9999-12-31", "/calendar?from=9999-12-31",
          "/reports/visits?from=0001-01-01&to=0001-01-02", "/staffing?date=9999-12-31",
          "/tickets?from=0000-01-01T00:00:00Z", "/tickets?to=9999-12-31T23:59:59-23:00"}) {
        const Said said = hall.as("manager").get(call);
        EXPECT_EQ(said.status, 400) << call << said.raw.body;
    }
    EXPECT_EQ(hall.as("admin").post("/hall/clock/confirm", {{"wall", "9999-12-31T23:59:59-23:00"}}).status,
              400);
}

TEST(WholeHall, ThatStaysIn2062IsBroughtBackByOpeningTodayConfirmed)
{
    RunningHall hall;
    const json date = today(hall);
    hall.as("manager").post("/day/close");
    hall.as("admin").post("/day/open", {{"date", "2062-01-01"}, {"confirm", true}});
    hall.issue();
    hall.as("manager").post("/day/close");
    EXPECT_EQ(hall.as("manager").post("/day/open").code(), "date_not_later");
    EXPECT_EQ(hall.as("manager").post("/day/open", {{"confirm", true}}).status, 200);
    EXPECT_EQ(today(hall), date);
    hall.issue();
}

TEST(WholeHall, AnActOfAnotherLifeIsNotTakenForOneOfThis)
{
    RunningHall hall;
    const Said closed = hall.as("manager").post("/day/close");
    const std::string event = closed.body.at("undo").at("event");
    const std::string seq = event.substr(event.rfind('-'));
    EXPECT_EQ(hall.as("manager").post("/undo", {{"event", std::string(32, '0') + seq}}).code(), "other_life");
    EXPECT_EQ(hall.as("manager").post("/undo", {{"event", event}}).status, 200);
}

TEST(WholeHall, ALaterActThatDependsOnItIsNamed)
{
    RunningHall hall;
    hall.as("manager").post("/services/plans/close");
    const Said opened = hall.as("manager").post("/services/plans/open");
    hall.issue("plans");
    const Said refused = hall.as("manager").post("/undo", {{"event", opened.body.at("undo").at("event")}});
    EXPECT_EQ(refused.code(), "undo_conflict");
    EXPECT_EQ(refused.body.at("state"), "ticket_issued B001");
}

TEST(WholeHall, NothingIsTakenBackWhereNothingWasDone)
{
    RunningHall hall;
    hall.issue();
    EXPECT_EQ(hall.as("manager").post("/undo", {{"event", "2"}}).code(), "nothing_to_undo");
    EXPECT_EQ(hall.as("manager").post("/undo", {{"event", "999999"}}).code(), "nothing_to_undo");
    EXPECT_EQ(hall.as("manager").post("/undo", {{"event", "x"}}).status, 400);
    EXPECT_EQ(hall.as("usher").post("/undo", {{"event", "2"}}).code(), "nothing_to_undo");
    EXPECT_EQ(hall.as("kiosk-1").post("/undo", {{"event", "2"}}).status, 403);
}

TEST(WholeHall, AMessagesPreviewSaysWhichFacesWouldShowWhat)
{
    RunningHall hall;
    Face& manager = hall.as("manager");
    const json text{{"zh", "午休"}, {"en", "Lunch"}};
    manager.post("/messages", {{"id", "lunch"}, {"zh", "午休"}, {"en", "Lunch"}});
    const std::uint64_t seq = hall.seq();
    const json rain{{"id", "rain"}, {"zh", "下雨"}, {"en", "Rain"}};
    const Said shown = manager.post("/messages?preview=true", rain);
    ASSERT_EQ(shown.status, 200) << shown.raw.body;
    EXPECT_EQ(hall.seq(), seq) << "it writes nothing";
    EXPECT_EQ(shown.body.at("changes"), true);
    EXPECT_EQ(shown.body.at("former"), nullptr);
    const json lunch{{"id", "lunch"}, {"text", text}};
    EXPECT_EQ(shown.body.at("before"),
              (json{{"displays", json::array({lunch})}, {"kiosks", json::array({lunch})}}));
    EXPECT_EQ(shown.body.at("after").at("displays").size(), 2U);
    EXPECT_EQ(shown.body.at("after").at("kiosks"), json::array({lunch})) << "a kiosk has room for the first";
    const Said down = manager.post("/messages?preview=true", {{"id", "lunch"}});
    EXPECT_EQ(down.body.at("former"), lunch);
    EXPECT_EQ(down.body.at("after"), (json{{"displays", json::array()}, {"kiosks", json::array()}}));
    EXPECT_EQ(manager.post("/messages?preview=true", {{"id", "lunch"}, {"zh", "午休"}, {"en", "Lunch"}})
                  .body.at("changes"),
              false);
}

TEST(WholeHall, AMessageThatWasShownOtherwiseByNowIsntPutUp)
{
    RunningHall hall;
    Face& manager = hall.as("manager");
    json rain{{"id", "rain"}, {"zh", "下雨"}, {"en", "Rain"}};
    const json asOf = manager.post("/messages?preview=true", rain).body.at("asOf");
    hall.issue();
    hall.as("duty-manager").post("/messages", {{"id", "lunch"}, {"zh", "午休"}, {"en", "Lunch"}});
    rain["expect"] = asOf;
    EXPECT_EQ(manager.post("/messages", rain).code(), "changed");
    rain["expect"] = manager.post("/messages?preview=true", rain).body.at("asOf");
    hall.issue();
    EXPECT_EQ(manager.post("/messages", rain).status, 200) << "who waits doesn't matter";
}

TEST(WholeHall, AMessageIsTakenBackAndTheFormerOneStandsAgain)
{
    RunningHall hall;
    Face& manager = hall.as("manager");
    const auto board = [&](const char* what) { return hall.as("display").get("/board").body.at(what); };
    const auto standing = [&] { return board("messages"); };
    const Said first = manager.post("/messages", {{"id", "rain"}, {"zh", "下雨"}, {"en", "Rain"}});
    const json before = standing();
    for (const json now = board("at"); board("at") == now;) { // acts are told apart by their millisecond
    }
    const Said second = manager.post("/messages", {{"id", "rain"}, {"zh", "下雪"}, {"en", "Snow"}});
    const Said refused = manager.post("/undo", {{"event", first.body.at("undo").at("event")}});
    EXPECT_EQ(refused.code(), "undo_conflict");
    EXPECT_EQ(refused.body.at("state"), "message_changed rain");
    const Said undone = manager.post("/undo", {{"event", second.body.at("undo").at("event")}});
    ASSERT_EQ(undone.status, 200) << undone.raw.body;
    EXPECT_EQ(standing(), before);
    hall.stop();
    hall.start();
    EXPECT_EQ(standing(), before);
    EXPECT_EQ(hall.as("manager")
                  .post("/messages", {{"id", "rain"}, {"zh", "下雨"}, {"en", "Rain"}})
                  .body.at("undo"),
              nullptr)
        << "nothing was changed";
}

} // namespace starqueue::hall::test
