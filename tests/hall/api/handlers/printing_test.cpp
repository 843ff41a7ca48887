#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

class Printing : public ::testing::Test
{
protected:
    json issueAtKiosk()
    {
        const Said said = hall.as("kiosk-1").post("/tickets", {{"service", "account"}});
        EXPECT_EQ(said.status, 201) << said.raw.body;
        return said.body;
    }
    static std::string jobOf(const json& ticket) { return ticket.at("print").at("jobId"); }
    Said take(const std::string& job, const std::string& bridge = "bridge")
    {
        return hall.as(bridge).post("/print-jobs/" + job + "/take");
    }
    Said end(const std::string& job, const std::string& outcome)
    {
        return hall.as("bridge").post("/print-jobs/" + job + "/result", {{"outcome", outcome}});
    }
    json pending() { return hall.as("bridge").get("/print-jobs?state=pending").body; }
    /// Takes and ends the ticket's job; what is pending then.
    json pendingAfter(const json& ticket, const std::string& outcome)
    {
        EXPECT_EQ(take(jobOf(ticket)).status, 200);
        EXPECT_EQ(end(jobOf(ticket), outcome).status, 200);
        return pending();
    }

    RunningHall hall;
};

} // namespace

TEST_F(Printing, AJobHoldsAllThatStandsOnThePaper)
{
    issueAtKiosk();
    const json ticket = issueAtKiosk();
    const json content = pending().at(1).at("content");
    EXPECT_EQ(content.at("hall"), "城西营业厅");
    EXPECT_EQ(content.at("number"), "A002");
    EXPECT_EQ(content.at("ahead"), 1);
    EXPECT_EQ(content.at("statusUrl"), ticket.at("statusUrl"));
    EXPECT_EQ(content.at("localTime").get<std::string>().size(), 16U);
    EXPECT_EQ(content.at("waitSeconds"), ticket.at("waitSeconds"));
}

TEST_F(Printing, AJobIsTakenByOneBridgeAlone)
{
    const std::string job = jobOf(issueAtKiosk());
    EXPECT_EQ(take(job).status, 200);
    EXPECT_EQ(take(job).status, 200) << "its own job again";
    const Said other = take(job, "bridge-2");
    EXPECT_EQ(other.status, 409);
    EXPECT_EQ(other.code(), "job_state");
    EXPECT_EQ(other.state(), "taken");
    EXPECT_EQ(hall.as("bridge").get("/print-jobs?state=taken").body.size(), 1U);
    EXPECT_EQ(hall.as("bridge-2").get("/print-jobs?state=taken").body.size(), 0U);
}

TEST_F(Printing, AJobIsEndedByTheBridgeThatTookIt)
{
    const std::string job = jobOf(issueAtKiosk());
    EXPECT_EQ(end(job, "printed").state(), "pending") << "nobody has taken it";
    take(job);
    const Said other = hall.as("bridge-2").post("/print-jobs/" + job + "/result", {{"outcome", "unknown"}});
    EXPECT_EQ(other.code(), "forbidden");
    EXPECT_EQ(end(job, "printed").body.at("outcome"), "printed");
    EXPECT_EQ(end(job, "printed").status, 200) << "the same again";
    EXPECT_EQ(end(job, "unknown").state(), "ended");
}

TEST_F(Printing, AnUnknownEndIsPrintedAgainAsAReprint)
{
    const json ticket = issueAtKiosk();
    const json jobs = pendingAfter(ticket, "unknown");
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(jobs.at(0).at("reprint"), true);
    EXPECT_EQ(jobs.at(0).at("ticket"), ticket.at("id"));
    EXPECT_NE(jobs.at(0).at("id"), jobOf(ticket));
}

TEST_F(Printing, APrinterThatPrintedNothingGetsTheJobAgainUnmarked)
{
    for (const char* outcome : {"paperOut", "coverOpen", "offline"}) {
        const json ticket = issueAtKiosk();
        const json jobs = pendingAfter(ticket, outcome);
        ASSERT_EQ(jobs.size(), 1U) << outcome;
        EXPECT_EQ(jobs.at(0).at("reprint"), false) << outcome;
        hall.as("usher").post("/tickets/" + std::string(ticket.at("id")) + "/cancel");
    }
}

TEST_F(Printing, WhatWasPrintedIsNotPrintedAgain)
{
    for (const char* outcome : {"printed", "sent"})
        EXPECT_TRUE(pendingAfter(issueAtKiosk(), outcome).empty()) << outcome;
}

TEST_F(Printing, ATicketThatWasCalledOrCancelledNeedsNoPaper)
{
    hall.open(1);
    issueAtKiosk();
    hall.as("counter-1").post("/counters/1/next");
    EXPECT_TRUE(pending().empty());
    const json cancelled = issueAtKiosk();
    hall.as("kiosk-1").post("/tickets/" + std::string(cancelled.at("id")) + "/cancel");
    EXPECT_TRUE(pending().empty());
    EXPECT_EQ(hall.as("bridge").get("/print-jobs?state=ended").body.at(1).at("outcome"), "dropped");
}

TEST_F(Printing, ATakenJobTellsItsBridgeWhetherItsPaperIsStillWanted)
{
    const auto isWanted = [this] {
        return hall.as("bridge").get("/print-jobs?state=taken").body.at(0).at("wanted").get<bool>();
    };
    hall.open(1);
    const json called = issueAtKiosk();
    EXPECT_EQ(take(jobOf(called)).body.at("wanted"), true);
    EXPECT_TRUE(isWanted());
    hall.as("counter-1").post("/counters/1/next");
    EXPECT_FALSE(isWanted());
    EXPECT_EQ(end(jobOf(called), "dropped").body.at("outcome"), "dropped");
    const json cancelled = issueAtKiosk();
    take(jobOf(cancelled));
    hall.as("kiosk-1").post("/tickets/" + std::string(cancelled.at("id")) + "/cancel");
    EXPECT_FALSE(isWanted());
    EXPECT_EQ(end(jobOf(cancelled), "unknown").body.at("outcome"), "unknown");
    EXPECT_TRUE(pending().empty()) << "nobody waits for another";
}

TEST_F(Printing, ACallThatIsUndoneGivesTheCustomerWhosePaperABridgeDroppedAnother)
{
    const auto callAndUndo = [this](bool isToldInBetween) {
        const json ticket = issueAtKiosk();
        take(jobOf(ticket));
        hall.as("counter-1").post("/counters/1/next");
        if (isToldInBetween)
            end(jobOf(ticket), "dropped");
        EXPECT_TRUE(pending().empty());
        EXPECT_EQ(hall.as("counter-1").post("/counters/1/undo").status, 200);
        if (!isToldInBetween)
            end(jobOf(ticket), "dropped");
        ASSERT_EQ(pending().size(), 1U);
        EXPECT_EQ(pending().at(0).at("reprint"), false);
        EXPECT_EQ(pending().at(0).at("wanted"), true);
        hall.as("kiosk-1").post("/tickets/" + std::string(ticket.at("id")) + "/cancel");
    };
    hall.open(1);
    callAndUndo(true);
    callAndUndo(false);
}

TEST_F(Printing, APaperIsWantedNoMoreOnceAnotherWasAskedFor)
{
    const json ticket = issueAtKiosk();
    take(jobOf(ticket));
    hall.as("usher").post("/tickets/" + std::string(ticket.at("id")) + "/reprint", {{"kiosk", "1"}});
    EXPECT_EQ(hall.as("bridge").get("/print-jobs?state=taken").body.at(0).at("wanted"), false);
    EXPECT_EQ(pending().at(0).at("wanted"), true);
}

TEST_F(Printing, ANumberThatWasNotedOnTheScreenIsntPrintedLater)
{
    const json ticket = issueAtKiosk();
    const json again = pendingAfter(ticket, "paperOut");
    ASSERT_EQ(again.size(), 1U);
    const std::string path = "/tickets/" + std::string(ticket.at("id")) + "/paperless";
    EXPECT_EQ(hall.as("kiosk-2").post(path).status, 403) << "another kiosk's ticket";
    EXPECT_EQ(hall.as("usher").post(path).status, 403);
    EXPECT_EQ(pending().size(), 1U);
    const json said = hall.as("kiosk-1").post(path).body;
    EXPECT_EQ(said.at("state"), "waiting");
    EXPECT_TRUE(pending().empty());
    EXPECT_EQ(hall.as("kiosk-1").post(path).status, 200) << "the same again";
    EXPECT_EQ(take(std::string(again.at(0).at("id"))).state(), "ended");
}

TEST_F(Printing, AJobInHandEndsToo)
{
    const json ticket = issueAtKiosk();
    take(jobOf(ticket));
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets/" + std::string(ticket.at("id")) + "/paperless").status, 200);
    EXPECT_TRUE(hall.as("bridge").get("/print-jobs?state=taken").body.empty());
    EXPECT_EQ(end(jobOf(ticket), "dropped").status, 200) << "as its bridge finds too";
    EXPECT_EQ(end(jobOf(ticket), "unknown").state(), "ended");
    EXPECT_TRUE(pending().empty());
}

TEST_F(Printing, AnUnknownEndOfACalledTicketIsNotPrintedAgain)
{
    hall.open(1);
    const json ticket = issueAtKiosk();
    take(jobOf(ticket));
    hall.as("counter-1").post("/counters/1/next");
    EXPECT_EQ(end(jobOf(ticket), "unknown").status, 200);
    EXPECT_TRUE(pending().empty());
}

TEST_F(Printing, TheUsherReprintsAtTheKioskOfTheTicketOrAtAnother)
{
    const json ticket = issueAtKiosk();
    const std::string path = "/tickets/" + std::string(ticket.at("id")) + "/reprint";
    pendingAfter(ticket, "printed");
    EXPECT_EQ(hall.as("usher").post(path).status, 200);
    EXPECT_EQ(pending().at(0).at("kiosk"), "1");
    EXPECT_EQ(hall.as("usher").post(path, {{"kiosk", "2"}}).status, 200);
    ASSERT_EQ(pending().size(), 1U) << "the first reprint was dropped";
    EXPECT_EQ(pending().at(0).at("kiosk"), "2");
    EXPECT_EQ(pending().at(0).at("reprint"), true);
}

TEST_F(Printing, ASecondCopySaysWhatIsTrueNowAndAFirstOneWhatWasSaidAtIssue)
{
    hall.open(1);
    const json first = issueAtKiosk();
    const json second = issueAtKiosk();
    EXPECT_EQ(pending().at(1).at("content").at("waitSeconds"), second.at("waitSeconds"));
    hall.as("counter-1").post("/counters/1/close");
    hall.as("usher").post("/tickets/" + std::string(first.at("id")) + "/cancel");
    hall.as("usher").post("/tickets/" + std::string(second.at("id")) + "/reprint");
    const json content = pending().back().at("content");
    EXPECT_EQ(content.at("ahead"), 0);
    EXPECT_EQ(content.at("waitSeconds").at("method"), "unknown") << "nobody serves now";
}

TEST_F(Printing, APrintOfUnknownEndIsRepeatedOnce)
{
    const json ticket = issueAtKiosk();
    const json again = pendingAfter(ticket, "unknown").at(0);
    const std::string job = again.at("id");
    take(job);
    end(job, "unknown");
    EXPECT_TRUE(pending().empty());
}

TEST_F(Printing, WhatBecameOfThePaperIsToldToTheKioskAndTheClerk)
{
    hall.open(1);
    const json ticket = issueAtKiosk();
    const std::string path = "/print-jobs/" + jobOf(ticket) + "/paper";
    Follower kiosk = hall.follow("kiosk-1", hall.seq());
    const auto tell = [&](const char* event) { return hall.as("bridge").post(path, {{"event", event}}); };
    EXPECT_EQ(tell("presented").code(), "job_state") << "before its end";
    pendingAfter(ticket, "printed");
    EXPECT_EQ(tell("presented").body.at("paper"), "presented");
    EXPECT_EQ(kiosk.until("print_job_paper").data.at("paper"), "presented");
    EXPECT_EQ(tell("retracted").body.at("paper"), "retracted");
    EXPECT_EQ(tell("taken").state(), "retracted");
    EXPECT_EQ(tell("eaten").code(), "bad_field");
    EXPECT_EQ(hall.as("bridge-2").post(path, {{"event", "taken"}}).code(), "forbidden");
    const json called = hall.as("counter-1").post("/counters/1/next").body;
    EXPECT_EQ(called.at("id"), ticket.at("id")) << "it keeps its place";
    EXPECT_EQ(called.at("paper"), "retracted");
}

TEST_F(Printing, WhatBecameOfThePaperIsntToldToOtherKiosks)
{
    const json ticket = issueAtKiosk();
    pendingAfter(ticket, "sent");
    Follower other = hall.follow("kiosk-2", hall.seq());
    hall.as("bridge").post("/print-jobs/" + jobOf(ticket) + "/paper", {{"event", "taken"}});
    hall.as("manager").post("/messages", {{"id", "m"}, {"zh", "好"}, {"en", "ok"}});
    EXPECT_EQ(other.next().name, "message_changed");
    EXPECT_FALSE(hall.as("kiosk-1").get("/tickets/" + std::string(ticket.at("id"))).body.contains("paper"))
        << "it is the clerk's to know";
}

TEST(PrintingLife, AJobThatNobodyTookExpires)
{
    TestClock clock(Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}});
    RunningHall hall({}, clock.journalClock());
    Follower follower = hall.follow("kiosk-1", hall.seq());
    const Said issued = hall.as("kiosk-1").post("/tickets", {{"service", "account"}});
    clock.pass(std::chrono::minutes{1});
    const Seen ended = follower.until("print_job_ended");
    EXPECT_EQ(ended.data.at("job"), issued.body.at("print").at("jobId"));
    EXPECT_EQ(ended.data.at("outcome"), "dropped");
    const std::string path = "/print-jobs/" + std::string(ended.data.at("job")) + "/take";
    EXPECT_EQ(hall.as("bridge").post(path).state(), "ended");
}

} // namespace starqueue::hall::test
