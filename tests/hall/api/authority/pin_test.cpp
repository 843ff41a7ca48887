#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

std::string settingsWithPins()
{
    std::string text(settings::defaultHall());
    const std::string token = "clerk_login = \"token\"";
    return text.replace(text.find(token), token.size(), "clerk_login = \"pin\"");
}

class ClerkLogin : public testing::Test
{
protected:
    void SetUp() override
    {
        m_hall.folder().addUser("17", db::Role::Clerk, "4711", false);
        m_hall.folder().addUser("18", db::Role::Clerk, "4712", false);
        m_hall.folder().addUser("anna", db::Role::Manager, "correct horse", false);
    }
    Said open(const json& body) { return m_hall.as("counter-1").post("/counters/1/open", body); }

    RunningHall m_hall{settingsWithPins()};
};

} // namespace

TEST_F(ClerkLogin, OpensACounterWithNumberAndPinOnly)
{
    EXPECT_EQ(m_hall.as("counter-1").get("/hall").body.at("clerkLogin"), "pin");
    EXPECT_EQ(open({{"clerk", "17"}}).code(), "bad_field");
    EXPECT_EQ(open({{"clerk", "17"}, {"pin", "4712"}}).code(), "pin_refused") << "a colleague's";
    EXPECT_EQ(open({{"clerk", "19"}, {"pin", "4711"}}).code(), "pin_refused");
    EXPECT_EQ(open({{"clerk", "anna"}, {"pin", "4711"}}).status, 403);
    EXPECT_EQ(m_hall.as("counter-2").post("/counters/1/open", {{"clerk", "17"}, {"pin", "4711"}}).status,
              403);
    EXPECT_EQ(open({{"clerk", "17"}, {"pin", "4711"}}).body.at("clerk"), "17");
}

TEST_F(ClerkLogin, HandsACounterOverToSomebodyWithAPinOnly)
{
    ASSERT_EQ(open({{"clerk", "17"}, {"pin", "4711"}}).status, 200);
    Face& counter = m_hall.as("counter-1");
    EXPECT_EQ(counter.post("/counters/1/handover", {{"clerk", "18"}, {"pin", "4711"}}).code(), "pin_refused");
    EXPECT_EQ(counter.post("/counters/1/handover", {{"clerk", "18"}, {"pin", "4712"}}).body.at("clerk"),
              "18");
}

TEST_F(ClerkLogin, IsTriedFiveTimesInTenMinutesAndAnAnsweredRequestIsAnsweredAgain)
{
    const std::string id = newRequestId();
    ASSERT_EQ(open({{"clerk", "17"}, {"pin", "4711"}, {"requestId", id}}).status, 200);
    ASSERT_EQ(m_hall.as("counter-1").post("/counters/1/close").status, 200);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(open({{"clerk", "17"}, {"pin", "0000"}}).code(), "pin_refused") << i;
    EXPECT_EQ(open({{"clerk", "17"}, {"pin", "4711"}}).status, 429);
    EXPECT_EQ(open({{"clerk", "17"}, {"pin", "4711"}, {"requestId", id}}).status, 200) << "answered before";
    EXPECT_EQ(open({{"clerk", "18"}, {"pin", "4712"}}).status, 200) << "a colleague isn't kept out";
}

TEST_F(ClerkLogin, LeavesNothingInTheJournalThatAPinCouldBeTriedAgainst)
{
    const std::string id = newRequestId();
    EXPECT_EQ(open({{"clerk", "17"}, {"pin", "4711"}, {"requestId", id}}).status, 200);
    EXPECT_EQ(open({{"clerk", "17"}, {"pin", "0000"}, {"requestId", id}}).status, 200)
        << "the request's hash doesn't tell one PIN from another";
}

TEST(ClerkLoginByToken, TakesAnyClerk)
{
    RunningHall hall;
    EXPECT_EQ(hall.as("counter-1").get("/hall").body.at("clerkLogin"), "token");
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/open", {{"clerk", "anybody"}}).status, 200);
}

} // namespace starqueue::hall::test
