#include <firmware-bridge/bridged_hall.h>
#include <firmware-bridge/event_loop.h>

#include <firmware-bridge/relay/device_state_reporter.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using namespace std::chrono_literals;
using client::api::DeviceCounts;
using client::api::DeviceState;

namespace {

class DeviceStateReporterTest : public ::testing::Test
{
protected:
    static client::api::DeviceReport panel(DeviceState state)
    {
        client::api::DeviceReport report;
        report.kind = client::api::DeviceKind::Panel;
        report.counter = u"3"_s;
        report.state = state;
        return report;
    }
    [[nodiscard]] QJsonObject counts() const
    {
        return hall.device("panel-3")["details"].toObject()["counts"].toObject();
    }
    [[nodiscard]] bool stateIs(const QString& state)
    {
        return eventually([&] { return hall.device("panel-3")["state"].toString() == state; });
    }

    QCoreApplication& app = application(); // before what needs its event loop
    BridgedHall hall;
    client::HallClient client{client::HallAddress{hall.url(), "token"}};
};

} // namespace

TEST_F(DeviceStateReporterTest, CountsGoWithTheNextTransitionAndAreNoRequestOfTheirOwn)
{
    DeviceStateReporter reporter(client);
    reporter.set("panel-3", panel(DeviceState::Ok));
    ASSERT_TRUE(stateIs("ok"));
    reporter.setCount("panel-3", &DeviceCounts::crcErrors, 7);
    reporter.setCount("panel-3", &DeviceCounts::unmatchedPresses, 1);
    reporter.set("panel-3", panel(DeviceState::Fault));
    ASSERT_TRUE(stateIs("fault"));
    EXPECT_EQ(hall.count("PUT", "/devices/"), 2);
    EXPECT_EQ(counts(), (QJsonObject{{"crcErrors", 7}, {"unmatchedPresses", 1}}));
}

TEST_F(DeviceStateReporterTest, CountsAreReportedWithoutATransitionWhenTheirPauseIsOver)
{
    DeviceStateReporter reporter(client, {.counts = 20ms});
    reporter.set("panel-3", panel(DeviceState::Ok));
    ASSERT_TRUE(stateIs("ok"));
    reporter.setCount("panel-3", &DeviceCounts::crcErrors, 7);
    EXPECT_TRUE(eventually([&] { return counts()["crcErrors"].toInt() == 7; }));
}

TEST_F(DeviceStateReporterTest, AStateIsReportedAgainUntilTheHallHasDecidedAboutIt)
{
    for (const int status : {507, 429}) { // full, and changed too often
        int refusals = 3;
        hall.intercept = [&](const HallRequest&) -> std::optional<int> {
            return refusals-- > 0 ? std::optional(status) : std::nullopt;
        };
        DeviceStateReporter reporter(client, {.timeout = 10ms, .again = 10ms});
        reporter.set("panel-3", panel(status == 507 ? DeviceState::Fault : DeviceState::Warning));
        EXPECT_TRUE(stateIs(status == 507 ? "fault" : "warning")) << status;
    }
}
