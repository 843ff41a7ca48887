#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

/// The default hall with these lines added to the counter of that name.
std::string hallToml(const std::string& counter, const std::string& lines)
{
    std::string text{settings::defaultHall()};
    const std::string name = "en = \"Counter " + counter + "\" }";
    const std::size_t at = text.find(name);
    EXPECT_NE(at, std::string::npos);
    return text.replace(at, name.size(), name + "\n" + lines);
}

constexpr const char* kRoom =
    "sign = \"贵宾室\"\nspoken = { zh = \"gui4 bin1 shi4\", en = \"the VIP room\" }";

} // namespace

TEST(SignsApi, EveryPublicAnswerSaysWhatStandsOverTheCounter)
{
    RunningHall hall(hallToml("2", kRoom));
    const std::string url = hall.issueAtKiosk().at("statusUrl");
    hall.open(2);
    EXPECT_EQ(hall.as("counter-2").post("/counters/2/next").status, 200);
    const json board = hall.as("display").get("/board").body;
    EXPECT_EQ(board.at("calls").at(0).at("sign"), "贵宾室");
    EXPECT_EQ(board.at("calls").at(0).at("spoken"), (json{{"zh", "gui4 bin1 shi4"}, {"en", "the VIP room"}}));
    EXPECT_EQ(board.at("counters").at(1).at("sign"), "贵宾室");
    EXPECT_EQ(board.at("counters").at(0).at("sign"), "1") << "its id";
    EXPECT_EQ(hall.as("counter-2").get("/counters/2").body.at("sign"), "贵宾室");
    const json phone = call(hall.port(), "GET", url.substr(url.find("/t/")) + "/state").body;
    EXPECT_EQ(phone.at("counter").at("sign"), "贵宾室");
}

TEST(SignsApi, ThePaperOfWhoWasSentToACounterSaysWhatStandsOverIt)
{
    RunningHall hall(hallToml("2", kRoom));
    const json ticket = hall.issueAtKiosk();
    hall.open(1);
    hall.open(2);
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/start");
    ASSERT_EQ(hall.as("counter-1").post("/counters/1/transfer", {{"counter", "2"}}).status, 200);
    const std::string id = ticket.at("id");
    ASSERT_EQ(hall.as("usher").post("/tickets/" + id + "/reprint").status, 200);
    const json jobs = hall.as("bridge").get("/print-jobs").body;
    EXPECT_EQ(jobs.back().at("content").at("counterSign"), "贵宾室");
    hall.issueAtKiosk();
    EXPECT_EQ(hall.as("bridge").get("/print-jobs").body.back().at("content").at("counterSign"), nullptr);
}

TEST(SignsApi, ASignThatIsSpokenAsItIsWrittenSaysNothingMore)
{
    RunningHall hall(hallToml("2", "sign = \"3B\""));
    hall.issue();
    hall.open(2);
    hall.as("counter-2").post("/counters/2/next");
    const json called = hall.as("display").get("/board").body.at("calls").at(0);
    EXPECT_EQ(called.at("sign"), "3B");
    EXPECT_EQ(called.at("spoken"), nullptr);
}

TEST(SignsApi, AnotherSignHoldsAtOnce)
{
    RunningHall hall;
    hall.issue();
    hall.open(2);
    hall.as("counter-2").post("/counters/2/next");
    hall.reload(hallToml("2", "sign = \"VIP\""));
    EXPECT_EQ(hall.as("display").get("/board").body.at("calls").at(0).at("sign"), "VIP");
}

} // namespace starqueue::hall::test
