#include <hall/api/support/full_day.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

/// Expects the status and hands the body on.
json expect(int status, const Said& said)
{
    EXPECT_EQ(said.status, status) << said.raw.body;
    return said.body;
}

class Walk
{
public:
    explicit Walk(RunningHall& hall) : m_hall(hall) {}

    void devicesComeUp();
    void openTheHall();
    void oneIsServedAndRates();
    void onesWhoGoAstray();
    void onesWhoAreHelped();
    void aSlipIsEntered();
    void theFloorSteps();
    void oneNotesTheNumber();
    void servicesMove();
    void closeTheHall();

private:
    json at(const std::string& command, json body = json::object())
    {
        return expect(200, m_hall.as("counter-1").post("/counters/1/" + command, std::move(body)));
    }
    json ticket(const json& issued) { return get("usher", "/tickets/" + std::string(issued.at("id"))); }
    json get(const std::string& face, const std::string& path)
    {
        return expect(200, m_hall.as(face).get(path));
    }
    json onTicket(const json& issued, const std::string& command, json body = json::object())
    {
        const std::string id = issued.at("id");
        return expect(200, m_hall.as("usher").post("/tickets/" + id + "/" + command, std::move(body)));
    }
    void expectState(const json& issued, const std::string& state)
    {
        EXPECT_EQ(ticket(issued).at("state"), state);
    }
    /// Calls next, starts, finishes without a rating.
    void serve()
    {
        at("next");
        at("start");
        at("finish", {{"skipRating", kReasonWord}});
    }

    RunningHall& m_hall;
};

void Walk::devicesComeUp()
{
    Face& bridge = m_hall.as("bridge");
    expect(200, bridge.put("/devices/printer-1/state",
                           {{"kind", "printer"}, {"kiosk", "1"}, {"state", "ok"}, {"details", {{"x", 1}}}}));
    expect(200,
           bridge.put("/devices/panel-1/state", {{"kind", "panel"}, {"counter", "1"}, {"state", "offline"}}));
    EXPECT_EQ(get("technician", "/devices").size(), 2U);
    Face& technician = m_hall.as("technician");
    expect(202, technician.post("/devices/printer-1/test"));
    EXPECT_EQ(expect(200, bridge.post("/devices/printer-1/test-result",
                                      {{"outcome", "failed"}, {"fault", "paperOut"}}))["test"]["fault"],
              "paperOut");
    expect(202, technician.post("/devices/printer-1/journal"));
    expect(204, bridge.put("/devices/printer-1/journal", {{"journal", "10:00 > 10 04 01"}}));
    EXPECT_EQ(get("admin", "/devices/printer-1/journal").at("journal"), "10:00 > 10 04 01");
    expect(202, technician.post("/devices/printer-1/release", {{"seconds", 30}}));
}

void Walk::openTheHall()
{
    expect(204, m_hall.as("counter-1")
                    .post("/heartbeat", {{"does", "calls"}, {"of", json::array({"1"})}, {"window", "w"}}));
    EXPECT_EQ(at("open", {{"clerk", kClerkWord}}).at("state"), "open");
    EXPECT_EQ(at("pause", {{"reason", kReasonWord}}).at("state"), "paused");
    EXPECT_EQ(at("resume").at("state"), "open");
    EXPECT_TRUE(at("help").at("helpAsked").get<bool>());
    EXPECT_EQ(at("handover", {{"clerk", std::string(kClerkWord) + "-2"}}).at("clerk"),
              std::string(kClerkWord) + "-2");
    const json message{{"id", "m"}, {"zh", "你好"}, {"en", "hello"}};
    expect(200, m_hall.as("manager").post("/messages?preview=true", message));
    const json shown = expect(200, m_hall.as("manager").post("/messages", message));
    expect(200, m_hall.as("manager").post("/undo", {{"event", shown.at("undo").at("event")}}));
    expect(200, m_hall.as("manager").post("/messages", message));
    EXPECT_EQ(get("display", "/board").at("messages").at(0).at("text").at("zh"), "你好");
}

void Walk::oneIsServedAndRates()
{
    const json issued =
        expect(201, m_hall.as("kiosk-1").post("/tickets",
                                              {{"service", "account"},
                                               {"language", "en"},
                                               {"identity", {{"kind", "phone"}, {"value", kPhoneOfFive}}}}));
    Face& bridge = m_hall.as("bridge");
    const std::string job = issued.at("print").at("jobId");
    EXPECT_EQ(get("bridge", "/print-jobs?state=pending").at(0).at("content").at("number"), issued["number"]);
    EXPECT_EQ(expect(200, bridge.post("/print-jobs/" + job + "/take")).at("state"), "taken");
    EXPECT_EQ(expect(200, bridge.post("/print-jobs/" + job + "/result", {{"outcome", "printed"}}))["outcome"],
              "printed");
    EXPECT_EQ(expect(200, bridge.post("/print-jobs/" + job + "/paper", {{"event", "presented"}}))["paper"],
              "presented");
    EXPECT_EQ(expect(200, bridge.post("/print-jobs/" + job + "/paper", {{"event", "taken"}}))["paper"],
              "taken");
    EXPECT_EQ(get("counter-1", "/counters/1").at("next").at("number"), issued["number"]);
    const json called = at("next");
    EXPECT_EQ(called.at("stars"), 5);
    EXPECT_EQ(called.at("why").at("rule"), "head-start");
    EXPECT_EQ(at("recall").at("recalls"), 1);
    EXPECT_EQ(at("start").at("state"), "serving");
    EXPECT_EQ(at("verify", {{"matches", true}}).at("state"), "serving");
    const std::string session = at("finish").at("rating").at("session");
    EXPECT_EQ(get("bridge", "/rating-sessions?open").at(0).at("session"), session);
    expect(200, bridge.post("/rating-sessions/" + session + "/failed", {{"reason", "silent"}}));
    expect(200, bridge.post("/rating-sessions/" + session + "/armed"));
    const std::int64_t elapsed = get("bridge", "/hall").at("elapsed");
    const json press{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", elapsed}};
    const std::string path = "/tickets/" + std::string(issued.at("id")) + "/rating";
    expect(201, bridge.post(path, {{"session", session}, {"score", 2}, {"press", press}}));
    EXPECT_EQ(ticket(issued).at("rating").at("score"), 2);
}

void Walk::onesWhoGoAstray()
{
    const json missing = m_hall.issue();
    at("next");
    EXPECT_EQ(at("no-show").at("state"), "no_show");
    EXPECT_EQ(onTicket(missing, "requeue").at("requeues"), 1);
    at("next");
    EXPECT_EQ(at("undo").at("state"), "waiting");
    at("next");
    at("start");
    EXPECT_EQ(at("undo").at("state"), "called");
    EXPECT_EQ(get("counter-1", "/counters/1").at("lastStep"), nullptr);
    at("transfer", {{"service", "plans"}});
    EXPECT_EQ(at("undo").at("service"), "account");
    at("transfer", {{"service", "account"}, {"first", true}, {"reason", kReasonWord}});
    at("next");
    EXPECT_EQ(at("park", {{"reason", kReasonWord}}).at("state"), "parked");
    EXPECT_EQ(get("counter-1", "/counters/1").at("parked").size(), 1U);
    EXPECT_EQ(at("unpark", {{"ticket", missing.at("id")}}).at("state"), "called");
    EXPECT_EQ(at("transfer", {{"service", "plans"}}).at("service"), "plans");
    at("next");
    at("start");
    const std::string colleague = std::string(kClerkWord) + "-3";
    expect(200, m_hall.as("counter-2").post("/counters/2/open", {{"clerk", colleague}}));
    const json put = at("transfer", {{"first", true}, {"clerk", colleague}, {"reason", kReasonWord}});
    EXPECT_TRUE(put.at("first").get<bool>() && put.at("boundTo") == "2") << put;
    EXPECT_EQ(put.at("boundClerk"), colleague);
    expect(200, m_hall.as("counter-2").post("/counters/2/close"));
    serve(); // once it is closed, whoever may
    expectState(missing, "finished");
    EXPECT_EQ(at("walk-in", {{"service", "sim"}}).at("state"), "serving");
    at("finish", {{"skipRating", kReasonWord}, {"outcome", "done"}, {"reference", {{"item", kCaseNumber}}}});
    const json later = m_hall.issue();
    EXPECT_EQ(onTicket(later, "postpone").at("state"), "postponed");
    EXPECT_EQ(onTicket(later, "requeue").at("state"), "waiting");
    EXPECT_EQ(onTicket(later, "cancel").at("state"), "cancelled");
    oneNotesTheNumber();
}

void Walk::oneNotesTheNumber()
{
    Face& kiosk = m_hall.as("kiosk-1");
    const json card{{"kind", "card"}, {"value", "622200000001"}, {"read", true}};
    const json issued = expect(201, kiosk.post("/tickets", {{"service", "account"}, {"identity", card}}));
    const std::string path = "/tickets/" + std::string(issued.at("id"));
    EXPECT_EQ(expect(200, kiosk.post(path + "/paperless")).at("state"), "waiting");
    expect(200, kiosk.post(path + "/cancel"));
}

void Walk::onesWhoAreHelped()
{
    const json other = m_hall.issue("sim", {{"kiosk", "1"}});
    EXPECT_EQ(onTicket(other, "move", {{"service", "payments"}}).at("service"), "payments");
    EXPECT_EQ(onTicket(other, "statutory", {{"statutory", "elderly"}}).at("statutory"), "elderly");
    EXPECT_EQ(onTicket(other, "identify", {{"identity", {{"kind", "card"}, {"value", "622200000001"}}}})
                  .at("keyContact"),
              true);
    onTicket(other, "reprint", {{"kiosk", "2"}});
    const json first = m_hall.issue("account", {{"reference", {{"case", kCaseNumber}}}});
    EXPECT_EQ(at("call", {{"number", first.at("number")}, {"reason", kReasonWord}}).at("id"), first["id"]);
    at("start");
    at("finish");
    EXPECT_EQ(onTicket(other, "cancel").at("state"), "cancelled");
    m_hall.issue();
    serve(); // its start ends the rating before
}

void Walk::aSlipIsEntered()
{
    const std::string now = get("usher", "/board").at("at");
    const json served{
        {"counter", "2"}, {"clerk", kClerkWord}, {"calledAt", now}, {"startedAt", now}, {"finishedAt", now}};
    const json entered = expect(
        201, m_hall.as("usher").post(
                 "/tickets/outage",
                 {{"service", "account"}, {"number", "A9001"}, {"issuedAt", now}, {"served", served}}));
    expectState(entered, "finished");
    EXPECT_EQ(get("manager", "/tickets?number=A9001").at(0).at("id"), entered["id"]);
}

void Walk::theFloorSteps()
{
    EXPECT_EQ(expect(200, m_hall.as("manager").post("/services/sim/close")).at("open"), false);
    EXPECT_EQ(expect(200, m_hall.as("duty-manager").post("/services/sim/open")).at("open"), true);
    EXPECT_EQ(get("usher", "/counters").size(), 6U);
    EXPECT_EQ(get("kiosk-1", "/services").size(), 5U);
    for (const char* report : {"waits", "visits", "outcomes", "fairness", "ratings"})
        EXPECT_EQ(get("manager", std::string("/reports/") + report).size(), 1U) << report;
    EXPECT_GT(get("manager", "/reports/services").size(), 1U);
    EXPECT_EQ(get("usher", "/calendar?from=2026-11-23&to=2026-11-30").at("dates").size(), 7U);
}

void Walk::servicesMove()
{
    Face& boss = m_hall.as("duty-manager");
    EXPECT_EQ(get("duty-manager", "/profiles").at(0).at("id"), "lunch");
    const json preview = expect(200, boss.post("/counters/2/profile?preview=true", {{"profile", "lunch"}}));
    EXPECT_TRUE(preview.at("changes").get<bool>());
    EXPECT_EQ(preview.at("lines").size(), 5U);
    const json given =
        expect(200, boss.post("/counters/2/profile", {{"profile", "lunch"}, {"expect", preview.at("asOf")}}));
    EXPECT_EQ(given.at("services"), json::array({"account"}));
    expect(200, boss.post("/undo", {{"event", given.at("undo").at("event")}}));
    EXPECT_FALSE(get("duty-manager", "/counters/2").at("servicesChanged").get<bool>());
    EXPECT_EQ(expect(200, boss.post("/counters/2/services", {{"services", {"sim"}}})).at("services"),
              json::array({"sim"}));
}

void Walk::closeTheHall()
{
    const json left = m_hall.issue();
    expect(200, m_hall.as("duty-manager").post("/counters/1/close"));
    const json closed = expect(200, m_hall.as("manager").post("/day/close"));
    EXPECT_EQ(closed.at("dayOpen"), false);
    expectState(left, "unserved");
    expect(200, m_hall.as("manager").post("/undo", {{"event", closed.at("undo").at("event")}}));
    expectState(left, "waiting");
    expect(200, m_hall.as("manager").post("/day/close"));
    const std::string today = get("display", "/board").at("date");
    expect(200, m_hall.as("admin").post("/day/open", {{"date", "2099-01-01"}, {"confirm", true}}));
    EXPECT_LT(today, get("display", "/board").at("date").get<std::string>());
}

} // namespace

std::string hallOfFullDay()
{
    return std::string(settings::defaultHall()) + R"(
[[profile]]
id = "lunch"
services = ["account"]

[finish]
outcomes = [{ id = "done", name = { zh = "办结", en = "Done" } }]

[cases]
contact_working_days = 1
close_working_days = 15
)";
}

void runFullDay(RunningHall& hall)
{
    Walk walk(hall);
    walk.devicesComeUp();
    walk.openTheHall();
    walk.oneIsServedAndRates();
    walk.onesWhoGoAstray();
    walk.onesWhoAreHelped();
    walk.aSlipIsEntered();
    walk.theFloorSteps();
    walk.servicesMove();
    walk.closeTheHall();
}

} // namespace starqueue::hall::test
