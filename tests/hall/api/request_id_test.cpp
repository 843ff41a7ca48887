#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

TEST(RequestId, GivenAgainBringsTheSameTicketAndNoSecondOne)
{
    RunningHall hall;
    const json body{{"requestId", newRequestId()}, {"service", "account"}};
    const Said first = hall.as("kiosk-1").post("/tickets", body);
    const Said again = hall.as("kiosk-1").post("/tickets", body);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    for (const char* field : {"id", "number", "statusUrl", "issuedAt"})
        EXPECT_EQ(again.body.at(field), first.body.at(field));
    EXPECT_EQ(hall.issue().at("number"), "A002");
}

TEST(RequestId, GivenAgainWithAnotherBodyOrPathIsRefused)
{
    RunningHall hall;
    const std::string id = newRequestId();
    const Said first = hall.as("usher").post("/tickets", {{"requestId", id}, {"service", "account"}});
    const Said other = hall.as("usher").post("/tickets", {{"requestId", id}, {"service", "plans"}});
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(other.code(), "request_id_reused");
    const std::string path = "/tickets/" + std::string(first.body.at("id")) + "/cancel";
    EXPECT_EQ(hall.as("usher").post(path, {{"requestId", id}}).status, 422);
}

TEST(RequestId, IsAnsweredAgainBeforeTheThrottleOfLookUpsRefuses)
{
    RunningHall hall;
    Face& kiosk = hall.as("kiosk-1");
    const json phone{{"kind", "phone"}, {"value", "13900000077"}};
    const json body{{"requestId", newRequestId()}, {"service", "account"}, {"identity", phone}};
    const Said first = kiosk.post("/tickets", body);
    ASSERT_EQ(first.status, 201) << first.raw.body;
    const std::string path = "/tickets/" + std::string(first.body.at("id")) + "/identify";
    int status = 200;
    for (int i = 0; i < 40 && status == 200; ++i)
        status = kiosk.post(path, {{"identity", phone}}).status;
    ASSERT_EQ(status, 429);
    const Said again = kiosk.post("/tickets", body);
    EXPECT_EQ(again.status, 201) << again.raw.body;
    EXPECT_EQ(again.body.at("id"), first.body.at("id"));
}

TEST(RequestId, IsAnsweredAgainAfterServiceAndDayHaveClosed)
{
    RunningHall hall;
    const json body{{"requestId", newRequestId()}, {"service", "account"}};
    const Said first = hall.as("kiosk-1").post("/tickets", body);
    ASSERT_EQ(first.status, 201);
    for (const char* closing : {"/services/account/close", "/day/close"}) {
        ASSERT_EQ(hall.as("duty-manager").post(closing).status, 200);
        const Said again = hall.as("kiosk-1").post("/tickets", body);
        EXPECT_EQ(again.status, 201) << closing;
        EXPECT_EQ(again.body.at("id"), first.body.at("id"));
    }
}

TEST(RequestId, OfAnotherTokenIsAnother)
{
    RunningHall hall;
    const json body{{"requestId", newRequestId()}, {"service", "account"}};
    const Said usher = hall.as("usher").post("/tickets", body);
    const Said manager = hall.as("duty-manager").post("/tickets", body);
    EXPECT_NE(usher.body.at("id"), manager.body.at("id"));
}

TEST(RequestId, InAnotherOrderOfFieldsIsTheSameBody)
{
    RunningHall hall;
    const std::string id = newRequestId();
    const Said first =
        hall.as("usher").send("POST", "/tickets", R"({"service":"account","requestId":")" + id + "\"}");
    const Said again =
        hall.as("usher").send("POST", "/tickets", R"({ "requestId":")" + id + R"(", "service":"account"})");
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body.at("id"), first.body.at("id"));
}

TEST(RequestId, OfARefusalIsDecidedAnew)
{
    RunningHall hall;
    hall.open(1);
    const json body{{"requestId", newRequestId()}};
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next", body).status, 204);
    hall.issue();
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next", body).status, 200);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next", body).status, 200);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next").code(), "counter_busy");
}

TEST(RequestId, MissingOrMalformedIsNamed)
{
    RunningHall hall;
    for (const char* body :
         {R"({"service":"account"})", R"({"requestId":null})", R"({"requestId":17})", R"({"requestId":"17"})",
          R"({"requestId":"00000000-0000-0000-0000-00000000000g"})",
          R"({"requestId":"00000000+0000-0000-0000-000000000000"})"}) {
        const Said said = hall.as("usher").send("POST", "/tickets", body);
        EXPECT_EQ(said.status, 400) << body;
        EXPECT_EQ(said.code(), "request_id_missing") << body;
    }
}

} // namespace starqueue::hall::test
