#include <firmware-bridge/bridge/bridge_fixture.h>
#include <support/heard_log.h>

#include <random>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using namespace starqueue::simulators;
using starqueue::test::HeardLog;

TEST_F(BridgeTest, APendingJobIsTakenPrintedAndReported)
{
    const QString job = hall->addJob("A012");
    startBridge();
    ASSERT_TRUE(ends(job, "printed"));
    ASSERT_EQ(papers("A012").size(), 1);
    EXPECT_FALSE(papers("A012").front().contains("REPRINT"));
    EXPECT_TRUE(deviceIs("printer-1", "ok"));
}

TEST_F(BridgeTest, AJobThatIsCreatedLaterIsPrintedToo)
{
    startBridge();
    ASSERT_TRUE(deviceIs("printer-1", "ok"));
    EXPECT_TRUE(ends(hall->addJob("A013"), "printed"));
    EXPECT_TRUE(ends(hall->addJob("A014"), "printed"));
}

TEST_F(BridgeTest, NothingIsPrintedUntilTheHallHasConfirmedTheTaking)
{
    int refusals = 2;
    hall->intercept = [&](const HallRequest& request) -> std::optional<int> {
        if (request.path.endsWith("/take") && refusals-- > 0) {
            EXPECT_FALSE(devices->printer("printer-1")->received().contains("A012"));
            return 503;
        }
        return std::nullopt;
    };
    const QString job = hall->addJob("A012");
    startBridge();
    EXPECT_TRUE(ends(job, "printed"));
    EXPECT_EQ(papers("A012").size(), 1);
}

TEST_F(BridgeTest, AJobLeftOverFromACrashIsReportedUnknownAndPrintedAgainMarked)
{
    const QString job = hall->addJob("A012");
    hall->intercept = [&](const HallRequest& request) -> std::optional<int> {
        if (request.path.endsWith("/result"))
            return 0; // the bridge dies before it could tell
        return std::nullopt;
    };
    startBridge();
    ASSERT_TRUE(eventually([this] { return papers("A012").size() == 1; }));
    bridge.reset();
    hall->intercept = nullptr;
    startBridge();
    ASSERT_TRUE(ends(job, "unknown"));
    ASSERT_TRUE(eventually([this] { return papers("A012").size() == 2; }));
    EXPECT_TRUE(papers("A012").back().contains("补打 / REPRINT"));
}

TEST_F(BridgeTest, JobsWaitInTheHallWhileThereIsNoPaperAndComeOutOnceAfterwards)
{
    tell("paper-out printer-1");
    startBridge();
    ASSERT_TRUE(deviceIs("printer-1", "fault", "paperOut"));
    const QString job = hall->addJob("A012");
    ASSERT_TRUE(eventually([this] { return hall->count("GET", "pending") > 1; }));
    EXPECT_EQ(hall->job(job)["state"].toString(), "pending");
    tell("paper-in printer-1");
    ASSERT_TRUE(ends(job, "printed"));
    ASSERT_EQ(papers("A012").size(), 1);
    EXPECT_FALSE(papers("A012").front().contains("REPRINT"));
}

TEST_F(BridgeTest, EveryTicketComesOutThoughTheCableIsPulledAgainAndAgain)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::minstd_rand random(seed);
    startBridge();
    ASSERT_TRUE(deviceIs("printer-1", "ok"));
    PrinterPort& printer = *devices->printer("printer-1");
    for (int i = 0; i < 12; ++i) {
        hall->addJob(u"A%1"_s.arg(100 + i));
        const auto pullAt = printer.received().size() + static_cast<qsizetype>(random() % 700);
        eventually([&] { return printer.received().size() >= pullAt; }, std::chrono::milliseconds(500));
        tell("unplug printer-1");
        ASSERT_TRUE(tell("plug printer-1")["ok"].toBool());
    }
    for (int i = 0; i < 12; ++i) {
        const QString number = u"A%1"_s.arg(100 + i);
        ASSERT_TRUE(eventually([&] { return hall->outcomes(number).contains("printed"); }))
            << number.toStdString();
        const QStringList copies = papers(number);
        ASSERT_GE(copies.size(), 1) << number.toStdString();
        EXPECT_LE(copies.size() - copies.filter("REPRINT").size(), 1)
            << "an unmarked second ticket " << number.toStdString();
    }
}

namespace {

/// A ticket that the end of the paper keeps in the printer.
struct StuckTicket : BridgeTest
{
    void SetUp() override
    {
        BridgeTest::SetUp();
        startBridge();
        ASSERT_TRUE(deviceIs("printer-1", "ok"));
        devices->printer("printer-1")->model().endPaperAfter(3);
        job = hall->addJob("A012");
        ASSERT_TRUE(deviceIs("printer-1", "fault", "paperOut"));
        ASSERT_EQ(hall->job(job)["state"].toString(), "taken");
    }
    void expectTheNextAlone()
    {
        EXPECT_TRUE(ends(job, "unknown"));
        devices->printer("printer-1")->model().endPaperAfter(-1);
        tell("paper-in printer-1");
        EXPECT_TRUE(ends(hall->addJob("A013"), "printed"));
        EXPECT_EQ(papers("A012").size(), 0);
        EXPECT_EQ(papers("A013").size(), 1);
    }

    QString job;
};

} // namespace

TEST_F(StuckTicket, OfWhoHasLeftDoesntComeOutAfterTheRefill)
{
    hall->sendAway(job, u"ticket_called"_s);
    expectTheNextAlone();
}

TEST_F(StuckTicket, OfWhoLeftWhileTheHallWasAwayDoesntComeOutEither)
{
    const HeardLog log;
    hall->setDown(true);
    hall->sendAway(job, {});
    ASSERT_TRUE(eventually([] { return HeardLog::has("hall lost"); })) << "else nothing is asked anew";
    hall->setDown(false);
    expectTheNextAlone();
}

TEST_F(BridgeTest, ThatIsToEndFinishesTheTicketInHandAndTakesNoOther)
{
    const QString job = hall->addJob("A012");
    const QString next = hall->addJob("A013");
    startBridge();
    ASSERT_TRUE(eventually([&] { return hall->job(job)["state"].toString() == "taken"; }));
    bool isFinished = false;
    QObject::connect(bridge.get(), &Bridge::finished, bridge.get(), [&isFinished] { isFinished = true; });
    bridge->finish(std::chrono::seconds(10));
    ASSERT_TRUE(eventually([&] { return isFinished; }));
    EXPECT_EQ(hall->job(job)["outcome"].toString(), "printed") << "the hall knows it";
    EXPECT_EQ(hall->job(next)["state"].toString(), "pending");
}

TEST_F(BridgeTest, ThatIsToEndWaitsForNoTicketThatIsHeldUp)
{
    tell("paper-out printer-1");
    startBridge();
    ASSERT_TRUE(deviceIs("printer-1", "fault", "paperOut"));
    bool isFinished = false;
    QObject::connect(bridge.get(), &Bridge::finished, bridge.get(), [&isFinished] { isFinished = true; });
    bridge->finish(std::chrono::seconds(10));
    EXPECT_TRUE(eventually([&] { return isFinished; })) << "none is in hand";
}
