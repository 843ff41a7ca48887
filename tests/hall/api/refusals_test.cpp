#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

class Refusals : public ::testing::Test
{
protected:
    Said at(const std::string& command, json body = json::object())
    {
        return hall.as("counter-1").post("/counters/1/" + command, std::move(body));
    }
    Said onTicket(const json& ticket, const std::string& command, json body = json::object())
    {
        return hall.as("usher").post("/tickets/" + std::string(ticket.at("id")) + "/" + command,
                                     std::move(body));
    }

    RunningHall hall;
};

} // namespace

TEST_F(Refusals, OfAClosedCounterSayThatItIsClosed)
{
    for (const char* command : {"close", "resume", "help", "next", "recall", "start", "no-show", "finish"})
        expectRefused(at(command), "counter_closed", "closed");
    expectRefused(at("pause", {{"reason", "tea"}}), "counter_closed", "closed");
    expectRefused(at("handover", {{"clerk", "x"}}), "counter_closed", "closed");
    expectRefused(at("undo"), "nothing_to_undo", "closed");
}

TEST_F(Refusals, OfAnOpenCounterSayThatNobodyIsThere)
{
    hall.open(1);
    for (const char* command : {"recall", "start", "no-show", "finish"})
        expectRefused(at(command), "counter_idle", "open");
    expectRefused(at("park", {{"reason", "form"}}), "counter_idle", "open");
    expectRefused(at("open", {{"clerk", "x"}}), "counter_open", "open");
    expectRefused(at("resume"), "counter_open", "open");
    expectRefused(at("undo"), "nothing_to_undo", "open");
    EXPECT_EQ(at("next").status, 204);
}

TEST_F(Refusals, OfABusyCounterSayWhetherItCallsOrServes)
{
    hall.issue();
    const json other = hall.issue();
    hall.open(1);
    at("next");
    expectRefused(at("next"), "counter_busy", "calling");
    expectRefused(at("finish"), "ticket_state", "called");
    at("start");
    expectRefused(at("next"), "counter_busy", "serving");
    expectRefused(at("close"), "counter_busy", "serving");
    expectRefused(at("call", {{"number", other.at("number")}, {"reason", "r"}}), "counter_busy", "serving");
    for (const char* command : {"start", "recall", "no-show"})
        expectRefused(at(command), "ticket_state", "serving");
    at("help");
    expectRefused(at("undo"), "undo_conflict", "counter_help_asked");
}

TEST_F(Refusals, OfATransferToTheTicketsOwnServiceNameTheTicketsState)
{
    const json ticket = hall.issue("account");
    expectRefused(onTicket(ticket, "move", {{"service", "account"}}), "ticket_state", "waiting");
    hall.open(1);
    at("next");
    at("start");
    expectRefused(at("transfer", {{"service", "account"}}), "ticket_state", "serving");
}

TEST_F(Refusals, CountTheCharactersOfAReasonInAnyScript)
{
    hall.open(1);
    std::string reason;
    for (int i = 0; i < 200; ++i)
        reason += "茶";
    EXPECT_EQ(at("pause", {{"reason", reason + "茶"}}).code(), "bad_field");
    EXPECT_EQ(at("pause", {{"reason", reason}}).status, 200);
}

TEST_F(Refusals, OfAPausedCounterSayThatItIsPaused)
{
    hall.issue();
    hall.open(1);
    at("pause", {{"reason", "tea"}});
    expectRefused(at("next"), "counter_paused", "paused");
    expectRefused(at("pause", {{"reason", "tea"}}), "counter_paused", "paused");
}

TEST_F(Refusals, OfATicketNameItsState)
{
    const json ticket = hall.issue();
    expectRefused(onTicket(ticket, "requeue"), "ticket_state", "waiting");
    onTicket(ticket, "cancel");
    expectRefused(onTicket(ticket, "cancel"), "ticket_state", "cancelled");
    expectRefused(onTicket(ticket, "move", {{"service", "plans"}}), "ticket_state", "cancelled");
    expectRefused(onTicket(ticket, "statutory", {{"statutory", "elderly"}}), "ticket_state", "cancelled");
    expectRefused(onTicket(ticket, "reprint", {{"kiosk", "1"}}), "ticket_state", "cancelled");
    hall.open(1);
    expectRefused(at("call", {{"number", ticket.at("number")}, {"reason", "r"}}), "ticket_state",
                  "cancelled");
    expectRefused(at("unpark", {{"ticket", ticket.at("id")}}), "ticket_state", "cancelled");
}

TEST_F(Refusals, OfACodeThatWaitsAlreadyNameTheTicketsState)
{
    const json code{{"identity", {{"kind", "scan"}, {"value", "VIP-0005"}}}};
    hall.issueAtKiosk("account", code);
    json again = code;
    again["service"] = "plans";
    expectRefused(hall.as("kiosk-1").post("/tickets", again), "already_waiting", "waiting");
}

TEST_F(Refusals, OfAParkedTicketSendToTheCounterThatParkedIt)
{
    const json ticket = hall.issue();
    hall.open(1);
    hall.open(2);
    at("next");
    at("park", {{"reason", "form"}});
    const json body{{"ticket", ticket.at("id")}};
    expectRefused(hall.as("counter-2").post("/counters/2/unpark", body), "not_eligible", "parked");
    EXPECT_EQ(at("unpark", body).status, 200);
}

TEST_F(Refusals, OfTooManyRequeuesNameTheLimit)
{
    const json ticket = hall.issue();
    hall.open(1);
    for (int i = 0; i < 3; ++i) {
        at("next");
        at("no-show");
        EXPECT_EQ(onTicket(ticket, "requeue").status, 200);
    }
    at("next");
    at("no-show");
    expectRefused(onTicket(ticket, "requeue"), "limit_reached", "no_show");
}

TEST_F(Refusals, OfAClosedServiceOrDaySayThatItIsClosed)
{
    hall.as("manager").post("/services/sim/close");
    expectRefused(hall.as("usher").post("/tickets", {{"service", "sim"}}), "service_closed", "closed");
    expectRefused(hall.as("manager").post("/day/open"), "day_open", "open");
    hall.as("manager").post("/day/close");
    expectRefused(hall.as("usher").post("/tickets", {{"service", "account"}}), "day_closed", "closed");
    expectRefused(hall.as("manager").post("/day/close"), "day_closed", "closed");
    expectRefused(at("open", {{"clerk", "x"}}), "day_closed", "closed");
    EXPECT_EQ(hall.as("manager").post("/day/open").code(), "date_not_later");
}

TEST_F(Refusals, OfADayFarAheadAskForAnAdministrator)
{
    hall.as("manager").post("/day/close");
    EXPECT_EQ(hall.as("manager").post("/day/open", {{"date", "2099-01-01"}, {"confirm", true}}).code(),
              "forbidden");
    EXPECT_EQ(hall.as("admin").post("/day/open", {{"date", "2099-01-01"}, {"confirm", true}}).status, 200);
}

TEST_F(Refusals, OfWhatIsUnknownAreNotFound)
{
    EXPECT_EQ(hall.as("usher").get("/tickets/999").code(), "not_found");
    EXPECT_EQ(hall.as("usher").get("/tickets/abc").code(), "not_found");
    EXPECT_EQ(hall.as("usher").post("/tickets", {{"service", "haircut"}}).code(), "not_found");
    EXPECT_EQ(hall.as("duty-manager").post("/counters/99/close").code(), "not_found");
    EXPECT_EQ(hall.as("manager").post("/services/haircut/close").code(), "not_found");
    EXPECT_EQ(hall.as("bridge").post("/print-jobs/999/take").code(), "not_found");
    EXPECT_EQ(hall.as("bridge").post("/rating-sessions/999/armed").code(), "not_found");
    EXPECT_EQ(hall.as("technician").post("/devices/none/test").code(), "not_found");
    EXPECT_EQ(hall.as("usher").get("/nothing").code(), "not_found");
    EXPECT_EQ(hall.as("usher").send("DELETE", "/tickets", "").code(), "method_not_allowed");
}

TEST_F(Refusals, ComeAfterThirtyLookUpsOfOneIdentityAMinute)
{
    const json unknown{{"kind", "phone"}, {"value", "13811111111"}};
    const json ticket = hall.issue();
    Said last;
    for (int i = 0; i < 31; ++i)
        last = onTicket(ticket, "identify", {{"identity", unknown}});
    EXPECT_EQ(last.status, 429);
    EXPECT_EQ(last.code(), "limit_reached");
}

TEST_F(Refusals, OfAThrottledIdentityLeaveTheKioskOpenToEverybodyElse)
{
    const std::string ticket = hall.issueAtKiosk().at("id");
    Face& kiosk = hall.as("kiosk-1");
    for (int i = 0; i < 40; ++i) {
        const json other{{"kind", "phone"}, {"value", "138" + std::to_string(10000000 + i)}};
        EXPECT_EQ(kiosk.post("/tickets/" + ticket + "/identify", {{"identity", other}}).status, 200) << i;
    }
}

} // namespace starqueue::hall::test
