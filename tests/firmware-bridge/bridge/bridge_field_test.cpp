#include <firmware-bridge/bridge/bridge_fixture.h>
#include <support/heard_log.h>

#include <firmware-bridge/claim/port_claim.h>
#include <firmware-bridge/relay/keypad_keys.h>

#include <gtest/gtest.h>

#include <unistd.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using namespace starqueue::simulators;
using starqueue::test::HeardLog;

TEST_F(BridgeTest, ACallStandsOnItsCountersDisplayAndGoesWhenTheHallSaysSo)
{
    startBridge();
    ASSERT_TRUE(deviceIs("display-3", "ok"));
    hall->setCounter("3", "open", "");
    ASSERT_TRUE(eventually([this] { return display()["mode"].toString() == "idle"; }));
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

TEST_F(BridgeTest, ABusWhosePortAnotherProgramHasSaysSoByEachOfItsDevices)
{
    auto other = starqueue::claim::PortClaim::take(config.buses.front().settings.path.toStdString());
    ASSERT_TRUE(other) << toText(other.error());
    startBridge();
    for (const char* device : {"display-3", "panel-3", "keypad-3"}) {
        ASSERT_TRUE(deviceIs(QString::fromLatin1(device), "offline", "portInUse")) << device;
        EXPECT_EQ(hall->device(QString::fromLatin1(device))["details"].toObject()["detail"].toString(),
                  u"firmware_bridge_tests (%1)"_s.arg(::getpid()));
    }
    other->release();
    for (const char* device : {"display-3", "panel-3", "keypad-3"})
        EXPECT_TRUE(deviceIs(QString::fromLatin1(device), "ok")) << device;
    EXPECT_EQ(
        starqueue::claim::PortClaim::take(config.buses.front().settings.path.toStdString()).error().kind,
        starqueue::claim::PortTrouble::Kind::InUse)
        << "the bridge claims it in its turn";
}

TEST_F(BridgeTest, ABusWithoutAPortSaysThatThereIsNone)
{
    tell("unplug bus-1");
    startBridge();
    EXPECT_TRUE(deviceIs("panel-3", "offline", "portMissing"));
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
    const HeardLog log;
    ASSERT_TRUE(tell("press panel-3 4")["ok"].toBool());
    ASSERT_TRUE(eventually([] { return HeardLog::has("stays on its panel"); }));
    EXPECT_EQ(panel()["pending"].toInt(), 1);
    bridge.reset(); // and the bridge crashes, too
    hall->setDown(false);
    startBridge();
    ASSERT_TRUE(eventually([this] { return panel()["pending"].toInt() == 0; }));
    ASSERT_EQ(hall->ratings.size(), 1);
    EXPECT_EQ(hall->ratings.front()["score"].toInt(), 4);
}

TEST_F(BridgeTest, APressThatIsSentAgainSaysTheSameInstantAndComesAfterItsSessionHasEnded)
{
    startBridge();
    ASSERT_TRUE(armPanel());
    QSet<qint64> instants;
    int refusals = 2;
    hall->intercept = [&](const HallRequest& request) -> std::optional<int> {
        if (!request.path.endsWith("/rating"))
            return std::nullopt;
        instants += request.body["press"].toObject()["pressedAt"].toInteger();
        return refusals-- > 0 ? std::optional(500) : std::nullopt;
    };
    tell("press panel-3 5");
    ASSERT_TRUE(eventually([&] { return refusals < 2; }));
    hall->endSession("12");
    ASSERT_TRUE(eventually([this] { return hall->ratings.size() == 1; }));
    EXPECT_EQ(instants.size(), 1) << "the press moved while it waited";
}

TEST_F(BridgeTest, ABridgeThatRestartsFindsTheSessionOfAPressAlthoughItHasEnded)
{
    startBridge();
    ASSERT_TRUE(armPanel());
    hall->setDown(true);
    ASSERT_TRUE(tell("press panel-3 4")["ok"].toBool());
    bridge.reset();
    hall->endSession("12");
    hall->setDown(false);
    startBridge();
    ASSERT_TRUE(eventually([this] { return panel()["pending"].toInt() == 0; }));
    ASSERT_EQ(hall->ratings.size(), 1);
    EXPECT_EQ(hall->ratings.front()["session"].toString(), "12");
}

TEST_F(BridgeTest, AnInvitationIsArmedAlthoughTheHallCouldNotTellItsTimeOrSessionsAtFirst)
{
    int refusals = 2;
    hall->intercept = [&](const HallRequest& request) -> std::optional<int> {
        const bool asked = request.path == "/hall" || request.path.startsWith("/rating-sessions?");
        return asked && refusals-- > 0 ? std::optional(503) : std::nullopt;
    };
    startBridge();
    ASSERT_TRUE(armPanel());
}

TEST_F(BridgeTest, ARefusalThatNamesNoReasonLeavesThePressOnItsPanel)
{
    startBridge();
    ASSERT_TRUE(armPanel());
    int refusals = 1;
    hall->intercept = [&](const HallRequest& request) -> std::optional<int> {
        const bool refused = request.path.endsWith("/rating") && refusals-- > 0;
        return refused ? std::optional(-404) : std::nullopt;
    };
    tell("press panel-3 5");
    EXPECT_TRUE(eventually([this] { return hall->ratings.size() == 1; }));
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
            hall->ratedKeys += u"%1:%2:%3"_s.arg(press["uid"].toString())
                                   .arg(press["epoch"].toInt())
                                   .arg(press["seq"].toInt());
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
    const SteadyTime now = steadyNow();
    devices->panel("panel-3")->write(0, encodePanelOrders({0, 0, 999, 30, 0, 80, 0, 54321}), now);
    ASSERT_EQ(devices->panel("panel-3")->press(1, now), QString());
    EXPECT_TRUE(eventually([this] { return panel()["pending"].toInt() == 0; }));
    EXPECT_EQ(hall->count("POST", "/rating"), 0);
    tell("die panel-3");
    ASSERT_TRUE(deviceIs("panel-3", "offline", "silent"));
    EXPECT_EQ(hall->device("panel-3")["details"].toObject()["counts"].toObject()["unmatchedPresses"].toInt(),
              1);
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
    tell("die keypad-3");
    ASSERT_TRUE(deviceIs("keypad-3", "offline", "silent"));
    EXPECT_EQ(hall->device("keypad-3")["details"].toObject()["counts"].toObject()["droppedPresses"].toInt(),
              1);
}

TEST_F(BridgeTest, AReloadReplacesABusAndSaysWhatNeedsARestart)
{
    startBridge();
    ASSERT_TRUE(deviceIs("display-3", "ok"));
    BridgeConfig changed = config;
    changed.hallUrl = QUrl("http://127.0.0.1:2");
    for (FieldDeviceConfig& device : changed.devices)
        device.counter = u"4"_s;
    EXPECT_EQ(bridge->reload(changed), QStringList{"[hall]"});
    hall->setCounter("4", "calling", "B001");
    EXPECT_TRUE(eventually([this] { return display()["number"].toString() == "B001"; }));
}
