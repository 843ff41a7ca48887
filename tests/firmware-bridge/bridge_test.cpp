#include "event_loop.h"
#include "scripted_hall.h"

#include <firmware-bridge/bridge/bridge.h>
#include <firmware-bridge/bridge/hall_words.h>
#include <firmware-bridge/devices/device_set.h>
#include <firmware-bridge/devices/remote_hand.h>

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using namespace starqueue::devices;
using starqueue::bridge::testing::eventually;
using starqueue::bridge::testing::HallRequest;
using starqueue::bridge::testing::ScriptedHall;

namespace {

const QByteArray kConfig = R"(
[hall]
url = "http://127.0.0.1:1"
token_file = "token"
[[printer]]
id = "printer-1"
kiosk = "1"
port = "printer-1"
baud = 115200
[[bus]]
id = "bus-1"
port = "bus-1"
baud = 115200
timeout_ms = 300
[[display]]
id = "display-3"
bus = "bus-1"
address = 3
counter = "3"
[[panel]]
id = "panel-3"
bus = "bus-1"
address = 13
counter = "3"
[[keypad]]
id = "keypad-3"
bus = "bus-1"
address = 23
counter = "3"
)";

/// The whole bridge between a scripted hall and simulated devices on pseudo-terminals.
class BridgeTest : public ::testing::Test
{
protected:
    BridgeTest()
    {
        starqueue::bridge::testing::application();
        config = parseBridgeConfig(kConfig, folder.filePath(QStringLiteral("bridge.toml"))).value();
        hall = std::make_unique<ScriptedHall>();
        devices = std::make_unique<DeviceSet>(config, SimulationSettings());
        devices->printer("printer-1")->model().setSpeed({Instant(2), Instant(5), Instant(5)});
        hand = std::make_unique<RemoteHand>(*devices);
    }

    void SetUp() override { ASSERT_EQ(devices->start(), QString()); }

    void startBridge()
    {
        bridge = std::make_unique<Bridge>(config, starqueue::client::HallAddress{hall->url(), "token"});
        bridge->start();
    }

    QJsonObject tell(const QString& line) { return hand->obey(line); }
    QJsonObject display() { return tell("show display-3"); }
    QJsonObject panel() { return tell("show panel-3"); }

    bool deviceIs(const QString& device, const QString& state, const QString& fault = {})
    {
        return eventually([&] {
            const QJsonObject told = hall->device(device);
            return told["state"].toString() == state && told["fault"].toString() == fault;
        });
    }

    bool ends(const QString& job, const QString& outcome)
    {
        return eventually([&] { return hall->job(job)["outcome"].toString() == outcome; });
    }

    [[nodiscard]] QStringList papers(const QString& number)
    {
        QStringList found;
        const QJsonArray tickets = tell("paper printer-1")["tickets"].toArray();
        for (const QJsonValue& ticket : tickets)
            if (ticket["number"].toString() == number && ticket["text"].toString().contains("不必重新排队"))
                found += ticket["text"].toString();
        return found;
    }

    bool armPanel()
    {
        if (!deviceIs("panel-3", "ok"))
            return false;
        hall->inviteRating("12", 4711, "3", 60);
        return eventually([this] { return panel()["armed"].toBool(); });
    }

    QTemporaryDir folder;
    BridgeConfig config;
    std::unique_ptr<ScriptedHall> hall;
    std::unique_ptr<DeviceSet> devices;
    std::unique_ptr<RemoteHand> hand;
    std::unique_ptr<Bridge> bridge;
};

} // namespace

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
    PrinterSimulator& printer = *devices->printer("printer-1");
    for (int i = 0; i < 12; ++i) {
        hall->addJob(QStringLiteral("A%1").arg(100 + i));
        const auto pullAt = printer.received().size() + static_cast<qsizetype>(random() % 700);
        eventually([&] { return printer.received().size() >= pullAt; }, std::chrono::milliseconds(500));
        tell("unplug printer-1");
        ASSERT_TRUE(tell("plug printer-1")["ok"].toBool());
    }
    for (int i = 0; i < 12; ++i) {
        const QString number = QStringLiteral("A%1").arg(100 + i);
        ASSERT_TRUE(eventually([&] { return hall->outcomes(number).contains("printed"); })) << number.toStdString();
        const QStringList copies = papers(number);
        ASSERT_GE(copies.size(), 1) << number.toStdString();
        EXPECT_LE(copies.size() - copies.filter("REPRINT").size(), 1) << "an unmarked second ticket " << number.toStdString();
    }
}

TEST_F(BridgeTest, ACallStandsOnItsCountersDisplayAndGoesWhenTheHallSaysSo)
{
    startBridge();
    ASSERT_TRUE(deviceIs("display-3", "ok"));
    hall->setCounter("3", "calling", "A012");
    ASSERT_TRUE(eventually([this] { return display()["number"].toString() == "A012"; }));
    EXPECT_EQ(display()["mode"].toString(), "calling");
    EXPECT_EQ(display()["counter"].toInt(), 3);
    hall->setCounter("3", "serving", "A012");
    ASSERT_TRUE(eventually([this] { return display()["mode"].toString() == "serving"; }));
    hall->setCounter("3", "open", "");
    EXPECT_TRUE(eventually([this] { return display()["mode"].toString() == "idle"; }));
}

TEST_F(BridgeTest, ADisplayThatRestartsShowsItsCallAgain)
{
    startBridge();
    hall->setCounter("3", "calling", "A012");
    ASSERT_TRUE(eventually([this] { return display()["number"].toString() == "A012"; }));
    tell("power-cycle display-3");
    EXPECT_EQ(display()["number"].toString(), "--");
    EXPECT_TRUE(eventually([this] { return display()["number"].toString() == "A012"; }));
}

TEST_F(BridgeTest, ACableThatIsPulledMakesItsDevicesOfflineUntilItIsBack)
{
    startBridge();
    for (const char* device : {"display-3", "panel-3", "keypad-3"})
        ASSERT_TRUE(deviceIs(QString::fromLatin1(device), "ok")) << device;
    tell("unplug bus-1");
    for (const char* device : {"display-3", "panel-3", "keypad-3"})
        ASSERT_TRUE(deviceIs(QString::fromLatin1(device), "offline", "unplugged")) << device;
    tell("plug bus-1");
    for (const char* device : {"display-3", "panel-3", "keypad-3"})
        ASSERT_TRUE(deviceIs(QString::fromLatin1(device), "ok")) << device;
}

TEST_F(BridgeTest, ADeadPanelIsReportedSilent)
{
    startBridge();
    ASSERT_TRUE(deviceIs("panel-3", "ok"));
    tell("die panel-3");
    EXPECT_TRUE(deviceIs("panel-3", "offline", "silent"));
    EXPECT_TRUE(deviceIs("display-3", "ok"));
}

TEST_F(BridgeTest, APressReachesTheHallAndOnlyThenIsAcknowledged)
{
    startBridge();
    ASSERT_TRUE(armPanel());
    EXPECT_TRUE(eventually([this] { return hall->count("POST", "/rating-sessions/12/armed") == 1; }));
    hall->intercept = [&](const HallRequest& request) -> std::optional<int> {
        if (request.path.endsWith("/rating")) {
            EXPECT_EQ(panel()["pending"].toInt(), 1) << "acknowledged before the hall had answered";
        }
        return std::nullopt;
    };
    ASSERT_TRUE(tell("press panel-3 5")["ok"].toBool());
    ASSERT_TRUE(eventually([this] { return hall->ratings.size() == 1; }));
    EXPECT_EQ(hall->ratings.front()["score"].toInt(), 5);
    EXPECT_EQ(hall->ratings.front()["session"].toString(), "12");
    EXPECT_TRUE(eventually([this] { return panel()["pending"].toInt() == 0; }));
}

TEST_F(BridgeTest, APressMadeWhileTheHallIsAwayStaysOnThePanelAndCountsOnce)
{
    startBridge();
    ASSERT_TRUE(armPanel());
    hall->setDown(true);
    ASSERT_TRUE(tell("press panel-3 4")["ok"].toBool());
    eventually([] { return false; }, std::chrono::milliseconds(1500));
    EXPECT_EQ(panel()["pending"].toInt(), 1);
    bridge.reset(); // and the bridge crashes, too
    hall->setDown(false);
    startBridge();
    ASSERT_TRUE(eventually([this] { return panel()["pending"].toInt() == 0; }));
    ASSERT_EQ(hall->ratings.size(), 1);
    EXPECT_EQ(hall->ratings.front()["score"].toInt(), 4);
}

TEST_F(BridgeTest, AnAnswerThatGetsLostMakesNoSecondRating)
{
    startBridge();
    ASSERT_TRUE(armPanel());
    int lost = 2;
    hall->intercept = [&](const HallRequest& request) -> std::optional<int> {
        if (request.path.endsWith("/rating") && lost-- > 0) {
            hall->ratings += request.body; // committed, but the answer never leaves
            const QJsonObject press = request.body["press"].toObject();
            hall->ratedKeys += QStringLiteral("%1:%2:%3").arg(press["uid"].toString()).arg(press["epoch"].toInt()).arg(press["seq"].toInt());
            if (hall->ratings.size() > 1)
                hall->ratings.removeLast();
            return 0;
        }
        return std::nullopt;
    };
    tell("press panel-3 5");
    ASSERT_TRUE(eventually([this] { return panel()["pending"].toInt() == 0; }));
    EXPECT_EQ(hall->ratings.size(), 1);
    EXPECT_GE(hall->repeatedRatings, 1);
}

TEST_F(BridgeTest, APressThatBelongsToNoSessionIsAcknowledgedAndNotRated)
{
    startBridge();
    ASSERT_TRUE(deviceIs("panel-3", "ok"));
    const Instant now = steadyNow();
    devices->panel("panel-3")->write(0, encodePanelOrders({0, 0, 999, 30, 0, 80, 0, 54321}), now);
    ASSERT_EQ(devices->panel("panel-3")->press(1, now), QString());
    EXPECT_TRUE(eventually([this] { return panel()["pending"].toInt() == 0; }));
    EXPECT_EQ(hall->count("POST", "/rating"), 0);
}

TEST_F(BridgeTest, AnInvitationToADeadPanelIsReportedAsFailed)
{
    tell("die panel-3");
    startBridge();
    ASSERT_TRUE(deviceIs("display-3", "ok"));
    hall->inviteRating("12", 4711, "3", 60);
    EXPECT_TRUE(eventually([this] { return hall->count("POST", "/rating-sessions/12/failed") == 1; }));
}

TEST_F(BridgeTest, AnEndedSessionDisarmsItsPanel)
{
    startBridge();
    ASSERT_TRUE(armPanel());
    hall->emitEvent("rating_expired", {{"session", "12"}, {"counter", "3"}});
    EXPECT_TRUE(eventually([this] { return !panel()["armed"].toBool(); }));
}

TEST_F(BridgeTest, TheNextKeyCallsNextOnceWithTheRequestIdOfItsPress)
{
    startBridge();
    ASSERT_TRUE(deviceIs("keypad-3", "ok"));
    ASSERT_TRUE(tell("key keypad-3 next")["ok"].toBool());
    ASSERT_TRUE(eventually([this] { return tell("show keypad-3")["pending"].toInt() == 0; }));
    ASSERT_EQ(hall->count("POST", "/counters/3/next"), 1);
    const QJsonObject seen = tell("show keypad-3");
    const QUuid expected = keypadRequestId(0x0001A200 + 23, seen["epoch"].toInt(), seen["headSeq"].toInt());
    for (const HallRequest& request : std::as_const(hall->requests))
        if (request.path == "/counters/3/next") {
            EXPECT_EQ(request.body["requestId"].toString(), expected.toString(QUuid::WithoutBraces));
        }
}

TEST_F(BridgeTest, AKeyPressedBeforeAPowerCutCallsNobodyLater)
{
    tell("key keypad-3 next");
    tell("power-cycle keypad-3");
    startBridge();
    ASSERT_TRUE(eventually([this] { return tell("show keypad-3")["pending"].toInt() == 0; }));
    EXPECT_EQ(hall->count("POST", "/counters/"), 0);
}

TEST_F(BridgeTest, AReloadReplacesABusAndSaysWhatNeedsARestart)
{
    startBridge();
    ASSERT_TRUE(deviceIs("display-3", "ok"));
    BridgeConfig changed = config;
    changed.hallUrl = QUrl("http://127.0.0.1:2");
    for (FieldDeviceConfig& device : changed.devices)
        device.counter = QStringLiteral("4");
    EXPECT_EQ(bridge->reload(changed), QStringList{"[hall]"});
    hall->setCounter("4", "calling", "B001");
    EXPECT_TRUE(eventually([this] { return display()["number"].toString() == "B001"; }));
}
