#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

#include <string>

namespace starqueue::hall::test {

namespace {

/// Clerk 17 at counter 1 has a customer in service; clerk 18 is at counter 2.
struct SentToClerk : testing::Test
{
    RunningHall hall;
    std::string sent;

    SentToClerk()
    {
        at(1, "open", {{"clerk", "17"}});
        at(2, "open", {{"clerk", "18"}});
        sent = hall.issueAtKiosk().at("id");
        at(1, "next");
        at(1, "start");
    }
    Said at(int counter, const std::string& command, json body = json::object())
    {
        const std::string id = std::to_string(counter);
        return hall.as("counter-" + id).post("/counters/" + id + "/" + command, std::move(body));
    }
    json ticket(const std::string& face = "usher") { return hall.as(face).get("/tickets/" + sent).body; }
    /// "2 18": the counter that alone calls it, and the clerk.
    std::string bound()
    {
        const json now = ticket();
        const auto words = [&](const char* field) {
            return now.at(field).is_null() ? std::string("none") : now.at(field).get<std::string>();
        };
        return words("boundTo") + ' ' + words("boundClerk");
    }
    void giveSecond(const json& services)
    {
        const Said said = hall.as("duty-manager").post("/counters/2/services", {{"services", services}});
        EXPECT_EQ(said.status, 200) << said.raw.body;
    }
};

/// The default hall without its second counter.
std::string withoutSecondCounter()
{
    const std::string all(settings::defaultHall());
    const auto begin = all.find("[[counter]]\nid = \"2\"");
    return all.substr(0, begin) + all.substr(all.find("[[counter]]", begin + 1));
}

} // namespace

TEST_F(SentToClerk, IsCalledAtTheCounterToWhichTheClerkHasGone)
{
    EXPECT_EQ(at(1, "transfer", {{"clerk", "18"}}).body.at("boundClerk"), "18");
    EXPECT_EQ(bound(), "2 18");
    at(2, "close");
    at(3, "open", {{"clerk", "18"}});
    at(2, "open", {{"clerk", "20"}});
    EXPECT_EQ(bound(), "3 18");
    EXPECT_EQ(at(2, "next").status, 204);
    const Said called = at(3, "next");
    ASSERT_EQ(called.status, 200) << called.raw.body;
    EXPECT_EQ(called.body.at("id"), sent);
    EXPECT_EQ(bound(), "none none");
}

TEST_F(SentToClerk, NamesNobodyWhileTheClerkHoldsNoCounterAndOthersMayCall)
{
    at(1, "transfer", {{"clerk", "18"}});
    at(2, "handover", {{"clerk", "20"}});
    EXPECT_EQ(bound(), "none none");
    EXPECT_EQ(at(2, "next").body.at("id"), sent);
}

TEST_F(SentToClerk, StaysSoOverARestart)
{
    at(1, "transfer", {{"clerk", "18"}});
    hall.stop();
    hall.start();
    EXPECT_EQ(bound(), "2 18");
    at(2, "close");
    at(3, "open", {{"clerk", "18"}});
    hall.stop();
    hall.start();
    EXPECT_EQ(bound(), "3 18");
    EXPECT_EQ(at(3, "next").body.at("id"), sent);
}

TEST_F(SentToClerk, IsSaidToStaffAlone)
{
    at(1, "transfer", {{"clerk", "18"}});
    EXPECT_TRUE(ticket("counter-2").contains("boundClerk"));
    const json atKiosk = ticket("kiosk-1");
    EXPECT_EQ(atKiosk.at("id"), sent);
    EXPECT_FALSE(atKiosk.contains("boundTo") || atKiosk.contains("boundClerk")) << atKiosk;
}

TEST_F(SentToClerk, ACounterIsNamedOnlyWhileItAloneMayCall)
{
    EXPECT_EQ(at(1, "transfer", {{"counter", "2"}}).body.at("boundTo"), "2");
    EXPECT_EQ(bound(), "2 none");
    at(2, "pause", {{"reason", "tea"}});
    EXPECT_EQ(bound(), "none none");
    at(2, "resume");
    EXPECT_EQ(bound(), "2 none");
    giveSecond({"plans"});
    EXPECT_EQ(bound(), "none none") << "it doesn't give the ticket's service";
    giveSecond(json::array());
    EXPECT_EQ(bound(), "2 none");
    at(2, "close");
    EXPECT_EQ(bound(), "none none");
    hall.reload(withoutSecondCounter());
    EXPECT_EQ(bound(), "none none") << "the hall has no such counter any more";
    EXPECT_EQ(at(1, "next").body.at("id"), sent);
}

TEST_F(SentToClerk, ACounterIsNotNamedOnceTheVisitIsOver)
{
    at(1, "transfer", {{"counter", "2"}});
    hall.as("usher").post("/tickets/" + sent + "/cancel");
    EXPECT_EQ(bound(), "none none");
}

} // namespace starqueue::hall::test
