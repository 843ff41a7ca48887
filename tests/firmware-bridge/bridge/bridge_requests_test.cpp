#include <firmware-bridge/bridge/bridge_fixture.h>

#include <firmware-bridge/claim/port_claim.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using namespace starqueue::simulators;

namespace {

class BridgeRequests : public BridgeTest
{
protected:
    void testDevice(const QString& id) { hall->emitEvent(u"device_test_requested"_s, {{u"device"_s, id}}); }
    /// Whether the hall is told that the test of `id` ended so.
    bool tested(const QString& id, const QString& outcome, const QString& fault = {})
    {
        return eventually([&] {
            const QJsonObject told = hall->told(u"/devices/%1/test-result"_s.arg(id));
            return told["outcome"].toString() == outcome && told["fault"].toString() == fault;
        });
    }
    void askToRelease(int seconds)
    {
        hall->emitEvent(
            u"device_asked"_s,
            {{u"device"_s, u"printer-1"_s}, {u"request"_s, u"release"_s}, {u"seconds"_s, seconds}});
    }
};

} // namespace

TEST_F(BridgeRequests, APrintersTestTellsHowItEnded)
{
    startBridge();
    ASSERT_TRUE(deviceIs("printer-1", "ok"));
    testDevice("printer-1");
    EXPECT_TRUE(tested("printer-1", "passed"));
    tell("paper-out printer-1");
    ASSERT_TRUE(deviceIs("printer-1", "fault", "paperOut"));
    testDevice("printer-1");
    EXPECT_TRUE(tested("printer-1", "failed", "paperOut"));
}

TEST_F(BridgeRequests, ATestOfTheBusSaysThatSomebodyMustLook)
{
    startBridge();
    ASSERT_TRUE(deviceIs("panel-3", "ok"));
    testDevice("panel-3");
    EXPECT_TRUE(tested("panel-3", "done"));
}

TEST_F(BridgeRequests, AReleasedPrinterIsLeftAloneAndTakenBack)
{
    startBridge();
    ASSERT_TRUE(deviceIs("printer-1", "ok"));
    askToRelease(3); // in the first two seconds of a run nothing is told to be offline
    ASSERT_TRUE(deviceIs("printer-1", "offline", "released"));
    const QString job = hall->addJob("A012");
    EXPECT_EQ(hall->job(job)["state"].toString(), "pending");
    EXPECT_TRUE(ends(job, "printed")) << "once it is taken back";
    EXPECT_EQ(papers("A012").size(), 1);
    EXPECT_TRUE(deviceIs("printer-1", "ok"));
}

TEST_F(BridgeRequests, AReleasedPrinterIsGivenBackBeforeItsTime)
{
    startBridge();
    ASSERT_TRUE(deviceIs("printer-1", "ok"));
    askToRelease(600);
    ASSERT_TRUE(deviceIs("printer-1", "offline", "released"));
    EXPECT_TRUE(starqueue::claim::PortClaim::take(folder.filePath(u"printer-1"_s).toStdString()));
    askToRelease(1);
    EXPECT_TRUE(deviceIs("printer-1", "ok"));
    EXPECT_FALSE(starqueue::claim::PortClaim::take(folder.filePath(u"printer-1"_s).toStdString()));
}

TEST_F(BridgeRequests, TheWireJournalIsSentWhenSomebodyAsksAndWhenThereIsAFault)
{
    startBridge();
    ASSERT_TRUE(deviceIs("printer-1", "ok"));
    const auto journal = [this] { return hall->told(u"/devices/printer-1/journal"_s)["journal"].toString(); };
    EXPECT_EQ(journal(), "") << "nobody has asked";
    hall->emitEvent(u"device_asked"_s, {{u"device"_s, u"printer-1"_s}, {u"request"_s, u"journal"_s}});
    ASSERT_TRUE(eventually([&] { return journal().contains(u"> 10 04"_s); })) << journal().toStdString();
    const auto sent = [this] { return hall->count("PUT", "/journal"); };
    EXPECT_EQ(sent(), 1);
    tell("cover-open printer-1");
    EXPECT_TRUE(eventually([&] { return sent() == 2; }));
}

TEST_F(BridgeRequests, APortThatIsMisspeltIsToldFromOneThatWasUnplugged)
{
    config.printers.front().line.path = folder.filePath(u"ports/typo"_s);
    startBridge();
    EXPECT_TRUE(deviceIs("printer-1", "offline", "portMissing"));
}
