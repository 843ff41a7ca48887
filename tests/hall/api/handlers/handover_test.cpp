#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

class Handover : public ::testing::Test
{
protected:
    void SetUp() override
    {
        hall.issue();
        EXPECT_EQ(at("open", {{"clerk", "anna"}}).status, 200);
        EXPECT_EQ(at("next").status, 200);
    }
    Said at(const std::string& command, json body = json::object())
    {
        return hall.as("counter-1").post("/counters/1/" + command, std::move(body));
    }
    /// Rows of the report by their clerk.
    json byClerk(const std::string& report)
    {
        json rows = json::object();
        for (const json& row : hall.as("manager").get("/reports/" + report + "?by=clerk").body)
            rows[row.at("clerk").is_null() ? std::string() : std::string(row.at("clerk"))] = row;
        return rows;
    }
    void rate(const json& finished)
    {
        const std::string session = finished.at("rating").at("session");
        const json press{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", hall.elapsed()}};
        const Said said = hall.as("bridge").post("/tickets/" + std::string(finished.at("id")) + "/rating",
                                                 {{"session", session}, {"score", 5}, {"press", press}});
        EXPECT_EQ(said.status, 201) << said.raw.body;
    }
    void expectWaitOfAnnaAndServiceOfBert()
    {
        const json waits = byClerk("waits");
        EXPECT_EQ(waits.size(), 1U);
        EXPECT_EQ(waits.at("anna").at("count"), 1);
        EXPECT_EQ(byClerk("outcomes").at("bert").at("served"), 1);
        EXPECT_EQ(byClerk("ratings").at("bert").at("answered"), 1);
        EXPECT_FALSE(byClerk("ratings").contains("anna"));
    }

    RunningHall hall;
};

} // namespace

TEST_F(Handover, InTheMiddleOfAServiceLeavesTheTicketWhereItIs)
{
    at("start");
    const Said said = at("handover", {{"clerk", "bert"}});
    EXPECT_EQ(said.body.at("clerk"), "bert");
    EXPECT_EQ(said.body.at("state"), "serving");
    EXPECT_EQ(said.body.at("ticket").at("number"), "A001");
}

TEST_F(Handover, CreditsTheWaitToWhoCalledAndServiceAndRatingToWhoFinished)
{
    at("start");
    at("handover", {{"clerk", "bert"}});
    rate(at("finish").body);
    expectWaitOfAnnaAndServiceOfBert();
    EXPECT_EQ(byClerk("outcomes").at("anna").at("served"), 0) << "a ticket is served once";
}

TEST_F(Handover, BetweenCallAndStartDoesTheSame)
{
    at("handover", {{"clerk", "bert"}});
    at("start");
    rate(at("finish").body);
    expectWaitOfAnnaAndServiceOfBert();
}

TEST_F(Handover, ACallThatIsTakenBackBeforeItLeavesNoWaitBehind)
{
    at("undo");
    at("handover", {{"clerk", "bert"}});
    EXPECT_EQ(byClerk("waits"), json::object());
}

TEST_F(Handover, MakesTheCallBeforeItTheOthersToTakeBack)
{
    at("handover", {{"clerk", "bert"}});
    EXPECT_EQ(at("undo").code(), "undo_conflict");
    EXPECT_EQ(byClerk("waits").at("anna").at("count"), 1);
}

TEST_F(Handover, OfAClosedCounterIsRefused)
{
    at("no-show");
    at("close");
    EXPECT_EQ(at("handover", {{"clerk", "bert"}}).code(), "counter_closed");
}

} // namespace starqueue::hall::test
