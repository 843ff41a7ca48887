#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

class Devices : public ::testing::Test
{
protected:
    Devices() { report(DeviceState::Ok, ""); }

    void report(DeviceState state, const std::string& fault)
    {
        hall.must(ReportDevice{
            {.id = "p1", .kind = DeviceKind::Printer, .kiosk = "1", .state = state, .fault = fault}});
    }
    void print(PrintOutcome outcome)
    {
        hall.issueAt("1", kAccount);
        const PrintJobId job = hall.state.printJobs.back().id;
        hall.must(TakePrintJob{job, "a"});
        hall.must(EndPrintJob{job, outcome});
    }
    [[nodiscard]] const Device& printer() const { return hall.state.devices.at("p1"); }

    Hall hall;
};

TEST_F(Devices, ThatPrintAreKnownByTheirLastProof)
{
    EXPECT_EQ(printer().lastPrinted, Instant{});
    print(PrintOutcome::Printed);
    const Instant proved = hall.now;
    hall.pass(Seconds{5});
    print(PrintOutcome::Sent);
    report(DeviceState::Fault, "paperOut");
    EXPECT_EQ(printer().lastPrinted, proved) << "sent is no proof, and a change of state none either";
}

TEST_F(Devices, KeepTheLastProofAndTheLastTestOverNight)
{
    print(PrintOutcome::Printed);
    hall.must(TestDevice{"p1"});
    hall.must(EndDeviceTest{"p1", TestOutcome::Failed, "silent"});
    const Device before = printer();
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(printer(), before);
}

TEST_F(Devices, TellHowTheirTestEnded)
{
    hall.must(TestDevice{"p1"});
    EXPECT_TRUE(printer().test.isOpen());
    hall.pass(Seconds{3});
    hall.must(EndDeviceTest{"p1", TestOutcome::Passed, ""});
    EXPECT_EQ(printer().test.ended, hall.now);
    EXPECT_EQ(printer().test.outcome, TestOutcome::Passed);
    hall.must(EndDeviceTest{"p1", TestOutcome::Failed, "silent"});
    EXPECT_EQ(hall.count<DeviceTested>(), 1U) << "nobody has asked since";
    EXPECT_EQ(hall.refusalOf(EndDeviceTest{"p1", TestOutcome::None, ""}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(EndDeviceTest{"p2", TestOutcome::Passed, ""}), RefusalCode::UnknownDevice);
}

TEST_F(Devices, AreAskedForThingsThatOnlyTheirBridgeCanDo)
{
    hall.must(AskDevice{"p1", DeviceRequest::Release, Seconds{600}});
    EXPECT_EQ(hall.last<DeviceAsked>().request, DeviceRequest::Release);
    EXPECT_EQ(hall.refusalOf(AskDevice{"p1", DeviceRequest::Release, Seconds{601}}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(AskDevice{"p2", DeviceRequest::Journal, {}}), RefusalCode::UnknownDevice);
}

} // namespace
} // namespace starqueue::queue::test
