#include <hall/api/context/device_detail_store.h>
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
    EXPECT_EQ(invent("p", {{"text", std::string(5'000, 'x')}}).code(), "bad_field");
    EXPECT_EQ(invent(std::string(41, 'p'), json::object()).code(), "bad_field");
    for (int i = 0; i < 512; ++i)
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
    EXPECT_GE(accepted, 1'024) << "all devices of the largest bridge, twice";
    EXPECT_LT(accepted, 1'500);
    const auto before = hall.seq();
    const bool isOk = accepted % 2 == 0;
    EXPECT_EQ(put(printer(isOk ? "ok" : "offline")).code(), "limit_reached");
    EXPECT_EQ(hall.seq(), before);
    EXPECT_EQ(put(printer(isOk ? "offline" : "ok")).status, 200) << "what is so already is no change";
}

TEST_F(Devices, AreTestedByTheirBridgeWhenSomebodyAsks)
{
    put(printer("ok"));
    Follower bridge = hall.follow("bridge", hall.seq());
    EXPECT_EQ(hall.as("technician").post("/devices/printer-1/test").status, 202);
    EXPECT_EQ(bridge.until("device_test_requested").data.at("device"), "printer-1");
}

} // namespace starqueue::hall::test
