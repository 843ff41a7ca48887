#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

namespace starqueue::hall::test {

namespace {

using starqueue::test::HttpPeer;

/// A name of RunningHall's for each role.
const std::map<std::string, std::string> kFaces{
    {"kiosk", "kiosk-1"},   {"display", "display"}, {"bridge", "bridge"},
    {"clerk", "counter-1"}, {"usher", "usher"},     {"duty-manager", "duty-manager"},
    {"manager", "manager"}, {"admin", "admin"},     {"technician", "technician"}};

struct Call
{
    std::string method;
    std::string path;
    std::set<std::string> roles;
};

std::string withIds(std::string path)
{
    const std::string id = path.starts_with("/counters")   ? "1"
                           : path.starts_with("/services") ? "account"
                                                           : "424242";
    if (const auto at = path.find("{id}"); at != std::string::npos)
        path.replace(at, 4, id);
    return path;
}

/// The table of who may call what, from the description.
std::vector<Call> table()
{
    std::vector<Call> calls;
    for (const auto& path : YAML::LoadFile(STARQUEUE_OPENAPI)["paths"])
        for (const auto& operation : path.second) {
            const auto name = path.first.as<std::string>();
            if (!name.starts_with("/api/v1") || !operation.second.IsMap() || !operation.second["x-roles"])
                continue;
            auto method = operation.first.as<std::string>();
            std::transform(method.begin(), method.end(), method.begin(), ::toupper);
            calls.push_back({method, withIds(name.substr(7)), {}});
            for (const auto& role : operation.second["x-roles"])
                calls.back().roles.insert(role.as<std::string>());
        }
    return calls;
}

/// Only the head: /events never ends.
int statusOf(const RunningHall& hall, const Call& call, const std::string& secret)
{
    auto peer = HttpPeer::connect("127.0.0.1", hall.port());
    HttpPeer::Headers headers;
    if (!secret.empty())
        headers.emplace_back("Authorization", "Bearer " + secret);
    const std::string body = call.method == "GET" ? "" : "{}";
    peer->send(HttpPeer::requestText(call.method, "/api/v1" + call.path, body, headers));
    const auto head = peer->receiveHead();
    return head ? head->status : 0;
}

/// A command without requestId is refused only after the role was found good; there is no plan before the
/// hall has read its past, and none is waited for here.
int statusWhenAllowed(const Call& call)
{
    if (call.method != "GET")
        return 400;
    if (call.path == "/staffing" || call.path == "/reports/promises")
        return 503;
    return call.path == "/tickets/424242" || call.path.ends_with("/journal") ? 404 : 200;
}

} // namespace

TEST(Roles, EachCallTakesExactlyTheRolesOfTheTable)
{
    RunningHall hall;
    const auto calls = table();
    ASSERT_GT(calls.size(), 40U);
    for (const Call& call : calls)
        for (const auto& [role, face] : kFaces) {
            const int expected = call.roles.contains(role) ? statusWhenAllowed(call) : 403;
            EXPECT_EQ(statusOf(hall, call, hall.secret(face)), expected)
                << call.method << " " << call.path << " as " << role;
        }
}

TEST(Roles, TheHallTellsThoseAloneThatTheyMayConfirmItsClockWhoMay)
{
    RunningHall hall;
    for (const auto& [role, face] : kFaces) {
        const json may = hall.as(face).get("/hall").body.at("may");
        const bool isLetIn = hall.as(face).post("/hall/clock/confirm").status != 403;
        EXPECT_EQ(may, isLetIn ? json::array({"confirm_clock"}) : json::array()) << role;
    }
}

TEST(Roles, WithoutATokenOrWithAWrongOneNothingIsAnswered)
{
    RunningHall hall;
    for (const Call& call : table()) {
        EXPECT_EQ(statusOf(hall, call, ""), 401) << call.method << " " << call.path;
        EXPECT_EQ(statusOf(hall, call, std::string(43, 'A')), 401) << call.method << " " << call.path;
    }
}

TEST(Roles, ATokensSchemeIsTakenInAnyCaseAndNoOtherIs)
{
    RunningHall hall;
    const std::string secret = hall.secret("usher");
    const auto statusWith = [&](const std::string& header) {
        return call(hall.port(), "GET", "/api/v1/board", {}, {{"Authorization", header}}).status;
    };
    for (const char* scheme : {"Bearer ", "bearer ", "BEARER ", "bEaReR  "})
        EXPECT_EQ(statusWith(scheme + secret), 200) << scheme;
    for (const char* scheme : {"Basic ", "Bearer", "Bearers ", "", "Bearer: ", "Token "})
        EXPECT_EQ(statusWith(scheme + secret), 401) << scheme;
    for (const char* header : {"Bearer ", "Bearer", "bearer  "})
        EXPECT_EQ(statusWith(header), 401) << header;
}

TEST(Roles, AClerkWorksAtTheOwnCounterAlone)
{
    RunningHall hall;
    hall.issue();
    for (const char* command : {"close", "resume", "help", "next", "recall", "start", "no-show", "undo"})
        EXPECT_EQ(hall.as("counter-1").post(std::string("/counters/2/") + command).status, 403) << command;
    EXPECT_EQ(hall.as("counter-1").post("/counters/2/open", {{"clerk", "x"}}).status, 403);
    EXPECT_EQ(hall.as("counter-1").get("/counters/2").status, 403);
    EXPECT_EQ(hall.as("counter-1").get("/counters/1").status, 200);
}

TEST(Roles, AClerkRequeuesNoShowsOfTheOwnCounterAlone)
{
    RunningHall hall;
    const std::string id = hall.issue().at("id");
    hall.open(1);
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/no-show");
    EXPECT_EQ(hall.as("counter-2").post("/tickets/" + id + "/requeue").status, 403);
    EXPECT_EQ(hall.as("counter-1").post("/tickets/" + id + "/requeue").status, 200);
}

TEST(Roles, AKioskChangesItsOwnTicketsForFiveMinutesAlone)
{
    TestClock clock(Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} +
                    std::chrono::hours{4});
    RunningHall hall({}, clock.journalClock());
    const auto mine = hall.as("kiosk-1").post("/tickets", {{"service", "account"}});
    ASSERT_EQ(mine.status, 201) << mine.raw.body;
    const std::string id = mine.body.at("id");
    EXPECT_EQ(hall.as("kiosk-2").get("/tickets/" + id).status, 403);
    EXPECT_EQ(hall.as("kiosk-2").post("/tickets/" + id + "/cancel").status, 403);
    clock.pass(std::chrono::minutes{5});
    EXPECT_EQ(hall.as("kiosk-1").get("/tickets/" + id).status, 200);
    clock.pass(Millis{1});
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets/" + id + "/cancel").status, 403);
    EXPECT_EQ(hall.as("usher").post("/tickets/" + id + "/cancel").status, 200);
}

TEST(Roles, WhoWorksWhereIsOnTheBoardForStaffAlone)
{
    RunningHall hall;
    hall.as("counter-2").post("/counters/2/open", {{"clerk", "23"}});
    for (const char* face : {"counter-1", "usher", "manager"}) {
        const json counters = hall.as(face).get("/board").body.at("counters");
        EXPECT_EQ(counters.at(1).at("clerk"), "23") << face;
        EXPECT_EQ(counters.at(0).at("clerk"), nullptr) << face;
    }
    for (const char* face : {"kiosk-1", "display", "bridge"})
        EXPECT_FALSE(hall.as(face).get("/board").body.at("counters").at(1).contains("clerk")) << face;
}

TEST(Roles, AKioskPutsOffTheCallOfItsOwnTicketOnceWithinFiveMinutes)
{
    TestClock clock(Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} +
                    std::chrono::hours{4});
    RunningHall hall({}, clock.journalClock());
    EXPECT_EQ(hall.as("kiosk-1").get("/board").body.at("postponeMinutes"), 10);
    const json mine = hall.issueAtKiosk();
    EXPECT_NE(std::ranges::find(mine.at("may"), "postpone"), mine.at("may").end());
    const std::string path = "/tickets/" + std::string(mine.at("id")) + "/postpone";
    EXPECT_EQ(hall.as("kiosk-2").post(path).status, 403);
    clock.pass(std::chrono::minutes{1});
    const Said later = hall.as("kiosk-1").post(path);
    EXPECT_EQ(later.status, 200) << later.raw.body;
    EXPECT_EQ(later.body.at("state"), "postponed");
    EXPECT_EQ(later.body.at("postponedUntil"), "2026-11-23T04:11:00.000Z");
    EXPECT_EQ(std::ranges::find(later.body.at("may"), "postpone"), later.body.at("may").end());
    expectRefused(hall.as("kiosk-1").post(path), "ticket_state", "postponed");
    const std::string old = "/tickets/" + std::string(hall.issueAtKiosk().at("id")) + "/postpone";
    clock.pass(std::chrono::minutes{5} + Millis{1});
    EXPECT_EQ(hall.as("kiosk-1").post(old).status, 403);
    EXPECT_EQ(hall.as("usher").post(old).status, 200);
}

TEST(Roles, AKioskIssuesAtItselfAndGrantsPriorityOnlyWhereTheHallSaysSo)
{
    RunningHall hall;
    Face& kiosk = hall.as("kiosk-1");
    EXPECT_EQ(kiosk.post("/tickets", {{"service", "account"}, {"kiosk", "2"}}).code(), "forbidden");
    EXPECT_EQ(kiosk.post("/tickets", {{"service", "account"}, {"statutory", "elderly"}}).code(), "forbidden");
    const auto issued = kiosk.post("/tickets", {{"service", "account"}});
    EXPECT_EQ(issued.body.at("kiosk"), "1");
    EXPECT_TRUE(issued.body.at("print").at("jobId").is_string());
}

TEST(Roles, ABridgePressesOnlyAtCountersThatItsTokenIsBoundTo)
{
    RunningHall hall;
    hall.issue();
    hall.open(3);
    const json keypad{{"kind", "keypad"}, {"counter", "3"}, {"state", "ok"}};
    EXPECT_EQ(hall.as("bridge-3").put("/devices/keypad-3/state", keypad).code(), "forbidden");
    EXPECT_EQ(hall.as("bridge-3").post("/counters/3/next").code(), "forbidden");
    EXPECT_EQ(hall.as("bridge-3").get("/counters/3").code(), "forbidden");
    const auto called = hall.as("bridge").post("/counters/3/next");
    EXPECT_EQ(called.status, 200);
    EXPECT_FALSE(called.body.contains("stars"));
    EXPECT_EQ(hall.as("bridge").post("/counters/6/next").code(), "forbidden");
}

TEST(Roles, ABridgeHasThePrintJobsOfItsKiosksAlone)
{
    RunningHall hall;
    hall.as("kiosk-1").post("/tickets", {{"service", "account"}});
    const std::string job = "/print-jobs/" + std::string(hall.as("bridge").get("/print-jobs").body[0]["id"]);
    const json printer{{"kind", "printer"}, {"kiosk", "1"}, {"state", "ok"}};
    Face& other = hall.as("bridge-3");
    EXPECT_EQ(other.put("/devices/printer-1/state", printer).code(), "forbidden");
    EXPECT_EQ(other.get("/print-jobs").body, json::array());
    EXPECT_EQ(other.get("/print-jobs?state=pending").body, json::array());
    EXPECT_EQ(other.post(job + "/take").code(), "forbidden");
    EXPECT_EQ(other.post(job + "/result", {{"outcome", "printed"}}).code(), "forbidden");
    EXPECT_EQ(hall.as("bridge").post(job + "/take").status, 200);
}

TEST(Roles, ABridgeHasTheRatingSessionsOfItsCountersAlone)
{
    RunningHall hall;
    const std::string ticket = hall.issue().at("id");
    hall.open(1);
    for (const char* step : {"next", "start", "finish"})
        hall.as("counter-1").post(std::string("/counters/1/") + step);
    Face& other = hall.as("bridge-3");
    EXPECT_EQ(other.get("/rating-sessions").body, json::array());
    EXPECT_EQ(other.get("/rating-sessions?open").body, json::array());
    EXPECT_EQ(other.post("/rating-sessions/1/armed").code(), "forbidden");
    EXPECT_EQ(other.post("/rating-sessions/1/failed", {{"reason", "dark"}}).code(), "forbidden");
    const json rating{{"session", "1"},
                      {"score", 1},
                      {"press", {{"uid", "p"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", hall.elapsed()}}}};
    EXPECT_EQ(other.post("/tickets/" + ticket + "/rating", rating).code(), "forbidden");
    EXPECT_EQ(hall.as("bridge").post("/tickets/" + ticket + "/rating", rating).status, 201);
}

TEST(Roles, ABridgeSeesAndTakesOverDevicesOfItsOwnKiosksAndCountersAlone)
{
    RunningHall hall;
    const json panel{{"kind", "panel"}, {"counter", "1"}, {"state", "offline"}};
    ASSERT_EQ(hall.as("bridge").put("/devices/panel-1/state", panel).status, 200);
    EXPECT_EQ(hall.as("bridge-3").get("/devices").body, json::array());
    const json taken{{"kind", "panel"}, {"counter", "6"}, {"state", "ok"}};
    EXPECT_EQ(hall.as("bridge-3").put("/devices/panel-1/state", taken).code(), "forbidden");
    EXPECT_EQ(hall.as("bridge-2").put("/devices/panel-1/state", panel).status, 200);
}

} // namespace starqueue::hall::test
