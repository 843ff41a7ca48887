#include <hall/api/support/running_hall.h>
#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

/// The path of the ticket's page, "/t/SECRET".
std::string pageOf(const json& ticket)
{
    const std::string url = ticket.at("statusUrl");
    return url.substr(url.find("/t/"));
}

} // namespace

TEST(Phone, ShowsTheTicketsPlaceAndNothingOfThePerson)
{
    RunningHall hall;
    hall.issue();
    const json ticket =
        hall.issueAtKiosk("account", {{"identity", {{"kind", "phone"}, {"value", "13900000004"}}}});
    hall.as("usher").post("/tickets/" + std::string(ticket.at("id")) + "/statutory",
                          {{"statutory", "elderly"}});
    const Said said = call(hall.port(), "GET", pageOf(ticket) + "/state");
    EXPECT_EQ(said.status, 200);
    EXPECT_EQ(said.body.at("number"), ticket.at("number"));
    EXPECT_EQ(said.body.at("ahead"), 0) << "the elderly one before who came first";
    for (const char* word : {"stars", "statutory", "elderly", "\"id\"", "why", "1390"})
        EXPECT_EQ(said.raw.body.find(word), std::string::npos) << word;
}

TEST(Phone, ShowsTheCounterOnceCalled)
{
    RunningHall hall;
    const json ticket = hall.issueAtKiosk();
    hall.open(1);
    hall.as("counter-1").post("/counters/1/next");
    const json place = call(hall.port(), "GET", pageOf(ticket) + "/state").body;
    EXPECT_EQ(place.at("state"), "called");
    EXPECT_EQ(place.at("counter").at("id"), "1");
    EXPECT_EQ(place.at("ahead"), nullptr);
}

TEST(Phone, CancelsItsOwnTicketOnce)
{
    RunningHall hall;
    const json ticket = hall.issueAtKiosk();
    const std::string path = pageOf(ticket) + "/cancel";
    const std::string body = json{{"requestId", newRequestId()}}.dump();
    EXPECT_EQ(call(hall.port(), "POST", path, body).body.at("state"), "cancelled");
    EXPECT_EQ(call(hall.port(), "POST", path, body).status, 200) << "the same request again";
    const Said again = call(hall.port(), "POST", path, json{{"requestId", newRequestId()}}.dump());
    EXPECT_EQ(again.code(), "ticket_state");
    EXPECT_EQ(again.state(), "cancelled");
}

TEST(Phone, WithTheSameRequestIdAsAnotherPhoneIsRefusedAndNotTakenForIt)
{
    RunningHall hall;
    const json mine = hall.issueAtKiosk();
    const json other = hall.issueAtKiosk();
    const std::string body = json{{"requestId", newRequestId()}}.dump();
    EXPECT_EQ(call(hall.port(), "POST", pageOf(mine) + "/cancel", body).status, 200);
    EXPECT_EQ(call(hall.port(), "POST", pageOf(other) + "/cancel", body).status, 422);
    EXPECT_EQ(hall.as("usher").get("/tickets/" + std::string(other.at("id"))).body.at("state"), "waiting");
}

TEST(Phone, WithoutARequestIdOrWithAWrongAddressIsTold)
{
    RunningHall hall;
    const std::string page = pageOf(hall.issueAtKiosk());
    for (const char* body : {"{}", R"({"requestId":17})"})
        EXPECT_EQ(call(hall.port(), "POST", page + "/cancel", body).code(), "request_id_missing");
    const std::string nobody = "/t/" + std::string(32, '0');
    EXPECT_EQ(call(hall.port(), "GET", nobody + "/state").code(), "not_found");
    const std::string id = json{{"requestId", newRequestId()}}.dump();
    EXPECT_EQ(call(hall.port(), "POST", nobody + "/cancel", id).code(), "not_found");
}

TEST(Health, IsToldWithoutAToken)
{
    RunningHall hall;
    const Said said = call(hall.port(), "GET", "/healthz");
    EXPECT_EQ(said.status, 200);
    EXPECT_EQ(said.body.at("status"), "ok");
    EXPECT_EQ(said.body.at("dayOpen"), true);
    EXPECT_EQ(call(hall.port(), "GET", "/metrics").status, 404) << "of the operations listener only";
    EXPECT_EQ(call(hall.port(), "GET", "/nothing").code(), "not_found");
}

TEST(Readiness, NamesADoubtOfTheClockAndStaysAsLongAsCommandsAreTaken)
{
    const std::uint16_t operations = freePort();
    std::string settings{settings::defaultHall()};
    const std::string line = "# operations = \"127.0.0.1:8471\"";
    settings.replace(settings.find(line), line.size(),
                     "operations = \"127.0.0.1:" + std::to_string(operations) + '"');
    TestClock clock(kMonday);
    RunningHall hall(settings, clock.journalClock());
    EXPECT_EQ(call(operations, "GET", "/readyz").body.at("clock").at("believed"), true);
    clock.stepWall(std::chrono::hours{5});
    hall.issue();
    const Said ready = call(operations, "GET", "/readyz");
    EXPECT_EQ(ready.status, 200);
    EXPECT_EQ(ready.body.at("clock").at("believed"), false) << ready.raw.body;
    EXPECT_FALSE(ready.body.at("clock").at("detail").get<std::string>().empty());
}

} // namespace starqueue::hall::test
