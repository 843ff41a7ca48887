#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

json reference(const std::string& number, const std::string& item = {})
{
    json given{{"case", number}};
    if (!item.empty())
        given["item"] = item;
    return {{"reference", std::move(given)}};
}

json shown(const std::string& number, const json& item = nullptr)
{
    return {{"case", number}, {"item", item}};
}

class References : public testing::Test
{
protected:
    References() { hall.open(1); }

    json ticketAs(const std::string& name, const std::string& id)
    {
        return hall.as(name).get("/tickets/" + id).body;
    }

    RunningHall hall;
};

} // namespace

TEST_F(References, GivenAtIssueAreSeenByStaffUntilTheEnd)
{
    const json ticket = hall.issue("account", reference("2026-117", "JY01"));
    const std::string id = ticket.at("id");
    EXPECT_EQ(ticket.at("reference"), shown("2026-117", "JY01"));
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next").body.at("reference"), shown("2026-117", "JY01"));
    for (const char* name : {"usher", "duty-manager", "manager", "admin"})
        EXPECT_EQ(ticketAs(name, id).at("reference"), shown("2026-117", "JY01")) << name;
    hall.stop();
    hall.start();
    EXPECT_EQ(ticketAs("usher", id).at("reference"), shown("2026-117", "JY01"));
}

TEST_F(References, GivenAtTheFinishReplaceEachPartThatTheyGiveAndBothAreJournalled)
{
    Follower follower = hall.follow("manager", hall.seq());
    const json ticket = hall.issue("account", reference("2026-117", "JY01"));
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/start");
    const Said finished = hall.as("counter-1").post("/counters/1/finish", reference("2026-118"));
    EXPECT_EQ(finished.body.at("reference"), shown("2026-118", "JY01"));
    EXPECT_EQ(follower.until("ticket_issued").data.at("reference"),
              json({{"case", "2026-117"}, {"item", "JY01"}}));
    EXPECT_EQ(follower.until("service_finished").data.at("reference"), json({{"case", "2026-118"}}));
}

TEST_F(References, AreTakenForAWalkInToo)
{
    json body = reference("2026-9");
    body["service"] = "account";
    const Said walkIn = hall.as("counter-1").post("/counters/1/walk-in", body);
    EXPECT_EQ(walkIn.body.at("reference"), shown("2026-9"));
}

TEST_F(References, AreAskedForWhereTheHallWantsThem)
{
    EXPECT_EQ(hall.as("counter-1").get("/counters/1").body.at("askReference"), "off");
    hall.reload(std::string(settings::defaultHall()) + "\n[finish]\nreference = \"required\"\n");
    EXPECT_EQ(hall.as("counter-1").get("/counters/1").body.at("askReference"), "required");
    hall.issue("account");
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/start");
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/finish").code(), "reference_needed");
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/finish", reference("2026-117")).status, 200);
}

TEST_F(References, AreOnNoPublicFace)
{
    const std::string kMark = "2026-117";
    Follower display = hall.follow("display", hall.seq());
    Follower kiosk = hall.follow("kiosk-1", hall.seq());
    Follower bridge = hall.follow("bridge", hall.seq());
    const json ticket = hall.issueAtKiosk();
    const std::string url = ticket.at("statusUrl");
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/start");
    hall.as("counter-1").post("/counters/1/finish", reference(kMark));
    for (Follower* face : {&display, &kiosk, &bridge})
        EXPECT_EQ(face->until("service_finished").data.dump().find(kMark), std::string::npos);
    EXPECT_EQ(hall.as("display").get("/board").raw.body.find(kMark), std::string::npos);
    EXPECT_EQ(ticketAs("kiosk-1", ticket.at("id")).dump().find(kMark), std::string::npos);
    EXPECT_EQ(call(hall.port(), "GET", url.substr(url.find("/t/")) + "/state").raw.body.find(kMark),
              std::string::npos);
    EXPECT_EQ(hall.as("bridge").get("/print-jobs").raw.body.find(kMark), std::string::npos);
}

TEST_F(References, OfAPersonOrOfAnotherShapeAreRefused)
{
    const auto codeOf = [this](const json& given) {
        return hall.as("usher").post("/tickets", {{"service", "account"}, {"reference", given}}).code();
    };
    EXPECT_EQ(codeOf({{"case", "13900000005"}}), "bad_field") << "a phone number";
    EXPECT_EQ(codeOf({{"case", "11010519491231002X"}}), "bad_field") << "an identity number";
    EXPECT_EQ(codeOf({{"item", "张三"}}), "bad_field") << "a name";
    EXPECT_EQ(codeOf({{"case", std::string(65, '7')}}), "bad_field");
    EXPECT_EQ(codeOf({{"project", "1"}}), "unknown_field");
    EXPECT_EQ(codeOf("2026-117"), "bad_field");
    EXPECT_EQ(codeOf({{"case", "10900000005"}, {"item", "440300-A/7#2:1_x"}}), "");
}

TEST_F(References, AreStaffsToGive)
{
    json body = reference("2026-117");
    body["service"] = "account";
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", body).status, 403);
}

} // namespace starqueue::hall::test
