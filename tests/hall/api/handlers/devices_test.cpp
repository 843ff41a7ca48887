#include <hall/api/devices/device_detail_store.h>
#include <hall/api/devices/wire_journal_store.h>
#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

json printer(const std::string& state, const json& fault = nullptr, int paper = 0)
{
    return {{"kind", "printer"},
            {"kiosk", "1"},
            {"state", state},
            {"fault", fault},
            {"details", {{"paper", paper}}}};
}

class Devices : public ::testing::Test
{
protected:
    Said put(json state, const std::string& bridge = "bridge")
    {
        return hall.as(bridge).put("/devices/printer-1/state", std::move(state));
    }
    std::string printerOnBoard()
    {
        return hall.as("kiosk-1").get("/board").body.at("kiosks").at(0).at("printer");
    }

    RunningHall hall;
};

} // namespace

TEST_F(Devices, OnlyAChangeOfStateIsJournalled)
{
    EXPECT_EQ(put(printer("ok")).status, 200);
    const auto before = hall.seq();
    EXPECT_EQ(put(printer("ok")).status, 200);
    EXPECT_EQ(put(printer("ok", nullptr, 7)).status, 200) << "other details";
    EXPECT_EQ(hall.seq(), before);
    EXPECT_EQ(put(printer("fault", "paperOut")).body.at("fault"), "paperOut");
    EXPECT_EQ(put(printer("fault", "coverOpen")).status, 200);
    EXPECT_EQ(hall.seq(), before + 2);
}

TEST_F(Devices, OfAKioskStandOnTheBoardBeforeATouch)
{
    put(printer("ok"));
    EXPECT_EQ(printerOnBoard(), "ok");
    put(printer("warning", "nearEnd"));
    EXPECT_EQ(printerOnBoard(), "nearEnd");
    put(printer("fault", "paperOut"));
    EXPECT_EQ(printerOnBoard(), "paperOut");
    put(printer("offline", "unplugged"));
    EXPECT_EQ(printerOnBoard(), "offline");
}

TEST_F(Devices, BelongToTheBridgeThatReportsThemUntilTheyAreOffline)
{
    put(printer("ok"));
    EXPECT_EQ(put(printer("fault", "cutter"), "bridge-2").code(), "forbidden");
    put(printer("offline"));
    EXPECT_EQ(put(printer("ok"), "bridge-2").status, 200);
    EXPECT_EQ(put(printer("ok")).code(), "forbidden");
}

TEST_F(Devices, AreListedWithTheirDetails)
{
    put(printer("ok", nullptr, 42));
    const json device = hall.as("technician").get("/devices").body.at(0);
    EXPECT_EQ(device.at("id"), "printer-1");
    EXPECT_EQ(device.at("details").at("paper"), 42);
    EXPECT_EQ(device.at("counter"), nullptr);
}

TEST_F(Devices, ShowDetailsThatCameAfterTheLastTransition)
{
    put(printer("ok", nullptr, 42));
    const auto before = hall.seq();
    put(printer("ok", nullptr, 43));
    EXPECT_EQ(hall.seq(), before) << "details alone are journalled";
    EXPECT_EQ(hall.as("technician").get("/devices").body.at(0).at("details").at("paper"), 43);
}

TEST_F(Devices, SayTheirFaultAndItsRemedyInBothLanguages)
{
    const auto printerNow = [&] { return hall.as("technician").get("/devices").body.at(0); };
    put(printer("ok"));
    EXPECT_EQ(printerNow().at("connected"), false);
    EXPECT_EQ(printerNow().at("says").at("en"), "its bridge isn't connected");
    EXPECT_EQ(printerNow().at("paper"), nullptr);
    Follower bridge = hall.follow("bridge", hall.seq());
    hall.as("technician").post("/devices/printer-1/test");
    bridge.until("device_test_requested"); // it follows
    EXPECT_EQ(printerNow().at("connected"), true);
    EXPECT_EQ(printerNow().at("says").at("zh"), "就绪");
    EXPECT_EQ(printerNow().at("remedy"), nullptr);
    EXPECT_EQ(printerNow().at("paper"), "full");
    json oneWay = printer("ok");
    oneWay["details"] = {{"sensesPaper", false}};
    put(oneWay);
    EXPECT_EQ(printerNow().at("paper"), nullptr) << "nobody knows";
    for (const char* fault :
         {"starting",      "nearEnd",         "paperOut",     "coverOpen", "cutter",      "jam",
          "presenter",     "ticketWaiting",   "cooling",      "feed",      "broken",      "doesntConfirm",
          "otherLanguage", "wrongBaud",       "noPermission", "portInUse", "portMissing", "silent",
          "unplugged",     "blocked",         "released",     "eeprom",    "ringFull",    "stuckKey",
          "segments",      "statusUnanswered"}) {
        put(printer("fault", fault));
        EXPECT_NE(printerNow().at("says").at("zh"), fault);
        for (const char* language : {"zh", "en"})
            EXPECT_FALSE(printerNow().at("remedy").at(language).get<std::string>().empty()) << fault;
        const json board = hall.as("kiosk-1").get("/board").body.at("kiosks").at(0);
        EXPECT_EQ(board.at("remedy"), printerNow().at("remedy")) << "said once";
    }
    put(printer("fault", "ofTomorrow"));
    EXPECT_EQ(printerNow().at("says").at("en"), "ofTomorrow");
    put(printer("fault", "paperOut"));
    EXPECT_EQ(printerNow().at("paper"), "out");
}

TEST_F(Devices, ThatPrintShowTheirLastProofAndTheDaysCounts)
{
    put(printer("ok"));
    for (const char* outcome : {"printed", "sent", "unknown"}) {
        const json ticket = hall.as("kiosk-1").post("/tickets", {{"service", "account"}}).body;
        const std::string job = "/print-jobs/" + std::string(ticket.at("print").at("jobId"));
        hall.as("bridge").post(job + "/take");
        hall.as("bridge").post(job + "/result", {{"outcome", outcome}});
    }
    const json device = hall.as("technician").get("/devices").body.at(0);
    EXPECT_TRUE(device.at("lastPrintedAt").is_string());
    EXPECT_EQ(device.at("today").at("printed"), 1);
    EXPECT_EQ(device.at("today").at("sent"), 1);
    EXPECT_EQ(device.at("today").at("unknown"), 1);
    EXPECT_EQ(device.at("today").at("open"), 1) << "the reprint of the last";
    EXPECT_EQ(device.at("today").at("reprints"), 1);
}

TEST_F(Devices, AreTestedAndTheOutcomeReachesWhoAsked)
{
    put(printer("ok"));
    Follower technician = hall.follow("technician", hall.seq());
    const json asked = hall.as("technician").post("/devices/printer-1/test").body.at("test");
    EXPECT_EQ(asked.at("endedAt"), nullptr);
    EXPECT_EQ(asked.at("says").at("en"), "the test is under way");
    const json result{{"outcome", "failed"}, {"fault", "coverOpen"}};
    EXPECT_EQ(hall.as("bridge-2").post("/devices/printer-1/test-result", result).code(), "forbidden");
    EXPECT_EQ(hall.as("bridge").post("/devices/printer-1/test-result", result).status, 200);
    EXPECT_EQ(technician.until("device_tested").data.at("fault"), "coverOpen");
    const json test = hall.as("technician").get("/devices").body.at(0).at("test");
    EXPECT_EQ(test.at("outcome"), "failed");
    EXPECT_EQ(test.at("remedy").at("en"), "close the cover until it clicks");
    EXPECT_TRUE(test.at("endedAt").is_string());
}

TEST_F(Devices, LeaveTheirPortToATechnician)
{
    put(printer("ok"));
    Follower bridge = hall.follow("bridge", hall.seq());
    EXPECT_EQ(hall.as("technician").post("/devices/printer-1/release").status, 202);
    EXPECT_EQ(bridge.until("device_asked").data.at("seconds"), 120);
    EXPECT_EQ(hall.as("admin").post("/devices/printer-1/release", {{"seconds", 601}}).code(), "bad_field");
    EXPECT_EQ(hall.as("manager").post("/devices/printer-1/release").code(), "forbidden");
    EXPECT_EQ(hall.as("admin").post("/devices/p2/release").code(), "not_found");
}

TEST_F(Devices, GiveTheirWireJournalToATechnician)
{
    put(printer("ok"));
    const char* path = "/devices/printer-1/journal";
    EXPECT_EQ(hall.as("technician").get(path).code(), "not_found");
    Follower bridge = hall.follow("bridge", hall.seq());
    EXPECT_EQ(hall.as("technician").post(path).status, 202);
    EXPECT_EQ(bridge.until("device_asked").data.at("request"), "journal");
    const auto before = hall.seq();
    EXPECT_EQ(hall.as("bridge").put(path, {{"journal", "a\nb"}}).status, 204);
    for (const json& unfit : {json("\x1B"), json(std::string(49'153, 'x')), json(""), json(7)})
        EXPECT_EQ(hall.as("bridge").put(path, {{"journal", unfit}}).code(), "bad_field");
    EXPECT_EQ(hall.seq(), before) << "nothing of it is journalled";
    EXPECT_EQ(hall.as("admin").get(path).body.at("journal"), "a\nb");
    EXPECT_EQ(hall.as("bridge-2").put(path, {{"journal", "c"}}).code(), "forbidden");
    EXPECT_EQ(hall.as("bridge").put("/devices/p2/journal", {{"journal", "c"}}).code(), "forbidden");
    EXPECT_EQ(hall.as("manager").get(path).code(), "forbidden");
}

TEST(WireJournalStore, ForgetsTheOldestBeyondItsBound)
{
    WireJournalStore journals;
    for (std::size_t i = 0; i <= WireJournalStore::kMostDevices; ++i)
        journals.set("p" + std::to_string(i), {Instant{Millis{static_cast<std::int64_t>(i)}}, "x"});
    EXPECT_EQ(journals.find("p0"), nullptr);
    EXPECT_NE(journals.find("p1"), nullptr);
}

TEST(DeviceDetailStore, AreMetricsWhereTheyCount)
{
    DeviceDetailStore details;
    details.set("panel-3", {{"bus", "bus-1"}, {"counts", {{"crcErrors", 7}, {"note", "x"}}}});
    details.set("printer-1", {{"port", "/dev/ttyUSB0"}});
    const std::string text = details.metrics();
    EXPECT_NE(text.find("starqueue_device_errors_total{device=\"panel-3\",kind=\"crcErrors\"} 7\n"),
              std::string::npos);
    EXPECT_EQ(text.find("printer-1"), std::string::npos);
    EXPECT_EQ(text.find("note"), std::string::npos);
}

TEST_F(Devices, ThatABridgeInventsCantGrowTheJournal)
{
    const auto invent = [&](const std::string& id, const json& details) {
        return hall.as("bridge").put("/devices/" + id + "/state",
                                     {{"kind", "panel"}, {"state", "ok"}, {"details", details}});
    };
    constexpr int kMost = 32 + 16 * 7; // of two kiosks and five counters
    EXPECT_EQ(invent("p", {{"text", std::string(5'000, 'x')}}).code(), "bad_field");
    EXPECT_EQ(invent(std::string(41, 'p'), json::object()).code(), "bad_field");
    for (int i = 0; i < kMost; ++i)
        EXPECT_EQ(invent("p" + std::to_string(i), json::object()).status, 200);
    const auto before = hall.seq();
    const Said said = invent("one-more", json::object());
    EXPECT_EQ(said.code(), "limit_reached");
    EXPECT_EQ(said.state(), "devices");
    EXPECT_EQ(hall.seq(), before);
    EXPECT_EQ(invent("p0", {{"port", "/dev/ttyS0"}}).status, 200) << "those that are known go on";
}

TEST_F(Devices, OfABridgeThatFlapsWithoutEndCantGrowTheJournal)
{
    int accepted = 0;
    while (accepted < 2'000 && put(printer(accepted % 2 == 0 ? "ok" : "offline")).status == 200)
        ++accepted;
    EXPECT_GE(accepted, 800) << "all devices of a hall of 40 counters, several times";
    EXPECT_LT(accepted, 1'300);
    const auto before = hall.seq();
    const bool isOk = accepted % 2 == 0;
    EXPECT_EQ(put(printer(isOk ? "ok" : "offline")).code(), "limit_reached");
    EXPECT_EQ(hall.seq(), before);
    EXPECT_EQ(put(printer(isOk ? "offline" : "ok")).status, 200) << "what is so already is no change";
    const json panel{{"kind", "panel"}, {"counter", "1"}, {"state", "ok"}};
    EXPECT_EQ(hall.as("bridge").put("/devices/panel-1/state", panel).status, 200) << "one that was calm";
}

TEST_F(Devices, AreTestedByTheirBridgeWhenSomebodyAsks)
{
    put(printer("ok"));
    Follower bridge = hall.follow("bridge", hall.seq());
    EXPECT_EQ(hall.as("technician").post("/devices/printer-1/test").status, 202);
    EXPECT_EQ(bridge.until("device_test_requested").data.at("device"), "printer-1");
}

} // namespace starqueue::hall::test
