#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

class Bodies : public ::testing::Test
{
protected:
    /// A bad field must be named, with what it takes.
    void expectBadField(const Said& said, const std::string& field)
    {
        EXPECT_EQ(said.status, 400) << said.raw.body;
        EXPECT_EQ(said.code(), "bad_field") << said.raw.body;
        const std::string detail = said.body.value("detail", "");
        EXPECT_NE(detail.find('"' + field + '"'), std::string::npos) << detail;
        EXPECT_NE(detail.find("it takes"), std::string::npos) << detail;
    }
    Said issue(const json& body) { return hall.as("usher").post("/tickets", body); }

    RunningHall hall;
};

} // namespace

TEST_F(Bodies, ThatAreNoJsonObjectAreRefused)
{
    const std::string deep = R"({"a":)" + std::string(2000, '[') + std::string(2000, ']') + "}";
    for (const std::string& body :
         {std::string("{"), std::string("[]"), std::string("17"), std::string("nul"),
          std::string("{\"a\":\"\xC3\x28\"}"), std::string("{} {}"), deep}) {
        const Said said = hall.as("usher").send("POST", "/tickets", body);
        EXPECT_EQ(said.status, 400) << body.substr(0, 40);
        EXPECT_EQ(said.code(), "bad_json") << body.substr(0, 40);
    }
    EXPECT_EQ(hall.as("usher").send("POST", "/tickets", "").code(), "bad_json");
}

TEST_F(Bodies, WithAFieldGivenTwiceNameIt)
{
    const std::string id = R"("requestId":")" + newRequestId() + '"';
    const auto detailOf = [&](const std::string& body) {
        const Said said = hall.as("usher").send("POST", "/tickets", body);
        EXPECT_EQ(said.status, 400) << body;
        EXPECT_EQ(said.code(), "bad_field") << body;
        return said.body.value("detail", "");
    };
    EXPECT_EQ(detailOf("{" + id + R"(,"service":"account","service":"plans"})"),
              R"(The field "service" is given twice.)");
    EXPECT_EQ(detailOf("{" + id + R"(,"service":"account","serv\u0069ce":"account"})"),
              R"(The field "service" is given twice.)")
        << "however it is written";
    EXPECT_EQ(detailOf("{" + id + "," + id + R"(,"service":"account"})"),
              R"(The field "requestId" is given twice.)");
    EXPECT_EQ(
        detailOf("{" + id + R"(,"service":"account","identity":{"kind":"phone","value":"1","value":"2"}})"),
        R"(The field "value" is given twice.)");
    EXPECT_NE(detailOf("{" + id + R"(,"a\nb":1,"a\nb":1})").find(R"("a\nb")"), std::string::npos);
    EXPECT_EQ(hall.issue().at("number"), "A001") << "nobody got a ticket";
    const Said device =
        hall.as("bridge").put("/devices/d/state", {{"kind", "panel"},
                                                   {"counter", "1"},
                                                   {"state", "ok"},
                                                   {"details", {{"a", {{"x", 1}}}, {"b", {{"x", 2}}}}}});
    EXPECT_EQ(device.status, 200) << "two objects may each have one: " << device.raw.body;
}

TEST_F(Bodies, OfMoreThan64KiBAreTooLarge)
{
    const Said said = issue({{"service", std::string(70'000, 'a')}});
    EXPECT_EQ(said.status, 413);
    EXPECT_EQ(said.code(), "too_large");
}

TEST_F(Bodies, WithFieldsOfAWrongTypeNameTheField)
{
    expectBadField(issue({{"service", 7}}), "service");
    expectBadField(issue({{"service", json::array({"account"})}}), "service");
    expectBadField(issue(json::object()), "service");
    expectBadField(issue({{"service", ""}}), "service");
    expectBadField(issue({{"service", "account"}, {"language", "fr"}}), "language");
    expectBadField(issue({{"service", "account"}, {"statutory", "rich"}}), "statutory");
    expectBadField(issue({{"service", "account"}, {"identity", "13900000005"}}), "identity");
    expectBadField(issue({{"service", "account"}, {"identity", {{"kind", "face"}, {"value", "1"}}}}), "kind");
    expectBadField(issue({{"service", "account"}, {"identity", {{"kind", "phone"}}}}), "value");
}

TEST_F(Bodies, WithTextsTooLongOrOfSeveralLinesNameTheField)
{
    hall.open(1);
    expectBadField(issue({{"service", std::string(41, 'a')}}), "service");
    Face& clerk = hall.as("counter-1");
    expectBadField(clerk.post("/counters/1/pause", {{"reason", std::string(201, 'r')}}), "reason");
    expectBadField(clerk.post("/counters/1/pause", {{"reason", "two\nlines"}}), "reason");
    expectBadField(clerk.post("/counters/1/pause", {{"reason", std::string("nul\0", 4)}}), "reason");
    for (const char* text : {"two\xE2\x80\xA8lines", "two\xE2\x80\xA9paragraphs", "two\xC2\x85lines",
                             "tab\there", "\x1B[2Kcleared", "\x7F"})
        expectBadField(clerk.post("/counters/1/pause", {{"reason", text}}), "reason");
    for (const char* id : {" ", "a ",
                           "\xE2\x80\xAE"
                           "a",
                           "\xE2\xA0\x80"})
        expectBadField(hall.as("manager").post("/messages", {{"id", id}, {"zh", "x"}}), "id");
    expectBadField(hall.as("bridge").put(
                       "/devices/d/state",
                       {{"kind", "panel"}, {"counter", "1"}, {"state", "fault"}, {"fault", "a\xE2\x80\xAE"}}),
                   "fault");
    expectBadField(clerk.post("/counters/1/pause"), "reason");
    expectBadField(clerk.post("/counters/1/verify", {{"matches", "yes"}}), "matches");
}

TEST_F(Bodies, WithNumbersOutOfRangeNameTheField)
{
    const auto rate = [&](const json& score, const json& pressedAt) {
        const json press{{"uid", "u"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", pressedAt}};
        return hall.as("bridge").post("/tickets/1/rating",
                                      {{"session", "1"}, {"score", score}, {"press", press}});
    };
    for (const json& score :
         {json(0), json(6), json(-1), json(3.5), json("3"), json(1e300), json(18446744073709551615U)})
        expectBadField(rate(score, 0), "score");
    for (const json& at : {json(-1), json(1e18), json(0.5), json("0"), json(nullptr)})
        expectBadField(rate(3, at), "pressedAt");
    expectBadField(hall.as("bridge").post("/tickets/1/rating", {{"session", "1"}, {"score", 3}}), "press");
}

TEST_F(Bodies, WithDatesOrChoicesThatDontExistNameTheField)
{
    expectBadField(hall.as("admin").post("/day/open", {{"date", "2026-02-30"}}), "date");
    expectBadField(hall.as("bridge").post("/print-jobs/1/result", {{"outcome", "burnt"}}), "outcome");
    expectBadField(hall.as("bridge").put("/devices/d/state", {{"kind", "toaster"}, {"state", "ok"}}), "kind");
    expectBadField(hall.as("bridge").put("/devices/d/state", {{"kind", "panel"}, {"state", "fine"}}),
                   "state");
    expectBadField(hall.as("manager").get("/reports/waits?from=yesterday"), "from");
    expectBadField(hall.as("manager").get("/reports/waits?by=tier,tier"), "by");
    expectBadField(hall.as("manager").get("/reports/waits?format=pdf"), "format");
    expectBadField(hall.as("manager").get("/reports/waits?from=2026-11-22&to=2026-11-22"), "to");
    expectBadField(hall.as("bridge").get("/print-jobs?state=lost"), "state");
    expectBadField(hall.as("display").get("/events?after=now"), "after");
}

TEST_F(Bodies, OfTheBoardsMessagesTakeAnyScript)
{
    const Said said =
        hall.as("manager").post("/messages", {{"id", "m"}, {"zh", "您好 \"“”\\ 😀"}, {"en", "</script>"}});
    EXPECT_EQ(said.status, 200);
    const json message = hall.as("display").get("/board").body.at("messages").at(0);
    EXPECT_EQ(message.at("text").at("zh"), "您好 \"“”\\ 😀");
    hall.as("manager").post("/messages", {{"id", "m"}});
    EXPECT_TRUE(hall.as("display").get("/board").body.at("messages").empty());
}

} // namespace starqueue::hall::test
