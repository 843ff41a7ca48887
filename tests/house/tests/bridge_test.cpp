#include <house/kernel/kernel.h>

#include <firmware-bridge/bridge/bridge_toml.h>
#include <firmware-bridge/hall/memory_hall.h>

#include <firmware-bridge/bridge/bridge.h>
#include <firmware-bridge/simulators/memory/memory_ports.h>

#include <gtest/gtest.h>

#include <QJsonDocument>

#include <filesystem>

using namespace starqueue;
using namespace std::chrono_literals;
using starqueue::house::Kernel;

namespace {

std::ptrdiff_t threads()
{
    const std::filesystem::directory_iterator tasks("/proc/self/task");
    return std::distance(begin(tasks), end(tasks));
}

/// Names of open terminals, which serial ports are, beyond what the program was started with.
QStringList openTerminals()
{
    QStringList terminals;
    std::error_code gone; // the directory's own descriptor
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        const auto target = QString::fromStdString(std::filesystem::read_symlink(entry, gone).string());
        if (std::stoi(entry.path().filename()) > 2 &&
            (target.startsWith("/dev/tty") || target.startsWith("/dev/pt")))
            terminals += target;
    }
    return terminals;
}

/// The whole bridge, its hall and its devices in one thread, in virtual time.
struct BridgeHouse
{
    explicit BridgeHouse(std::uint64_t seed) : kernel(seed) { startBridge(); }

    void startBridge() { bridge.emplace(config, hall.address(), ports).start(); }
    void pass(std::chrono::nanoseconds time) { kernel.agenda.runUntil(kernel.agenda.now() + time); }

    template <typename Condition> bool within(std::chrono::nanoseconds time, const Condition& holds)
    {
        const auto end = kernel.agenda.now() + time;
        while (!holds())
            if (!kernel.agenda.runNext(end))
                return false;
        return true;
    }

    bool deviceIs(const QString& device, const QString& state, const QString& fault = {})
    {
        return within(60s, [&] {
            const QJsonObject told = hall.device(device);
            return told["state"].toString() == state && told["fault"].toString() == fault;
        });
    }

    bool ends(const QString& number, const QString& outcome)
    {
        return within(60s, [&] { return hall.outcomes(number).contains(outcome); });
    }

    int papers(const std::string& number)
    {
        int count = 0;
        for (const escpos::PaperTicket& ticket : ports.printer("printer-1").model().tickets())
            count += ticket.cut && ticket.largestText() == number ? 1 : 0;
        return count;
    }

    QString shown() { return ports.device("display-3").seen(bridge::steadyNow())["number"].toString(); }

    bool pressed(int score)
    {
        simulators::SimulatedPanel& panel = ports.panel("panel-3");
        hall.inviteRating("12", 4711, "3", 60);
        return within(20s, [&] { return panel.armed(bridge::steadyNow()); }) &&
               panel.press(score, bridge::steadyNow()).isEmpty();
    }

    bool rated()
    {
        return within(60s, [&] {
            return hall.ratings.size() == 1 &&
                   ports.panel("panel-3").seen(bridge::steadyNow())["pending"].toInt() == 0;
        });
    }

    Kernel kernel;
    bridge::BridgeConfig config =
        bridge::parseBridgeConfig(bridge::test::kConfig, "/no/such/folder/bridge.toml").value();
    bridge::test::MemoryHall hall;
    simulators::MemoryPorts ports{config};
    std::optional<bridge::Bridge> bridge;
};

/// What a hall hears in ten minutes in which everything happens once.
QStringList heardInTenMinutes(std::uint64_t seed)
{
    BridgeHouse house(seed);
    house.hall.addJob("A012");
    house.hall.setCounter("3", "calling", "A012");
    EXPECT_TRUE(house.ends("A012", "printed"));
    EXPECT_TRUE(house.pressed(5));
    EXPECT_TRUE(house.rated());
    house.pass(10min);
    QStringList heard;
    for (const auto& request : std::as_const(house.hall.requests))
        heard += request.method + request.path +
                 QString::fromUtf8(QJsonDocument(request.body).toJson(QJsonDocument::Compact));
    return heard;
}

} // namespace

TEST(BridgeInTheHouse, PrintsShowsAndRatesInOneThreadWithoutASerialPort)
{
    BridgeHouse house(1);
    house.hall.addJob("A012");
    house.hall.setCounter("3", "calling", "A012");
    EXPECT_TRUE(house.ends("A012", "printed"));
    EXPECT_EQ(house.papers("A012"), 1);
    EXPECT_TRUE(house.within(10s, [&] { return house.shown() == "A012"; }));
    ASSERT_TRUE(house.pressed(5));
    EXPECT_TRUE(house.rated());
    for (const char* device : {"printer-1", "display-3", "panel-3", "keypad-3"})
        EXPECT_TRUE(house.deviceIs(device, "ok")) << device;
    EXPECT_EQ(threads(), 1);
    EXPECT_EQ(openTerminals(), QStringList());
}

TEST(BridgeInTheHouse, ABusWhoseCableIsPulledIsBackWhenItIsPlugged)
{
    BridgeHouse house(2);
    ASSERT_TRUE(house.deviceIs("panel-3", "ok"));
    ASSERT_TRUE(house.pressed(4));
    house.ports.bus("bus-1").unplug();
    ASSERT_TRUE(house.deviceIs("panel-3", "offline", "unplugged"));
    house.hall.setCounter("3", "calling", "A013");
    house.pass(30s);
    house.ports.bus("bus-1").plug();
    EXPECT_TRUE(house.deviceIs("panel-3", "ok"));
    EXPECT_TRUE(house.within(10s, [&] { return house.shown() == "A013"; }));
    EXPECT_TRUE(house.rated());
}

TEST(BridgeInTheHouse, ABusThatHangsIsClosedAndOpenedAgain)
{
    BridgeHouse house(3);
    ASSERT_TRUE(house.deviceIs("display-3", "ok"));
    house.ports.bus("bus-1").setHanging(true);
    ASSERT_TRUE(house.deviceIs("display-3", "offline", "unplugged"));
    house.ports.bus("bus-1").setHanging(false);
    EXPECT_TRUE(house.deviceIs("display-3", "ok"));
}

TEST(BridgeInTheHouse, APressIsRatedOnceThoughManyFramesAreDamaged)
{
    BridgeHouse house(4);
    house.ports.bus("bus-1").setNoise({60, 1}, {60, 2});
    ASSERT_TRUE(house.pressed(3));
    EXPECT_TRUE(house.rated());
    house.pass(5min);
    EXPECT_EQ(house.hall.ratings.size(), 1);
    EXPECT_TRUE(house.within(5min, [&] {
        const QJsonObject details = house.hall.device("panel-3")["details"].toObject();
        return details["counts"].toObject()["crcErrors"].toInt() > 0;
    }));
}

TEST(BridgeInTheHouse, ThatAPanelIsArmedIsToldThoughTheHallFailsForHalfItsWindow)
{
    BridgeHouse house(9);
    const auto mended = house.kernel.agenda.now() + 40s;
    int told = 0;
    house.hall.intercept = [&](const bridge::test::HallRequest& request) -> std::optional<int> {
        if (!request.path.endsWith("/armed"))
            return std::nullopt;
        const bool fails = house.kernel.agenda.now() < mended;
        told += fails ? 0 : 1;
        return fails ? std::optional(503) : std::nullopt;
    };
    ASSERT_TRUE(house.deviceIs("panel-3", "ok"));
    house.hall.inviteRating("12", 4711, "3", 60);
    house.pass(60s);
    EXPECT_EQ(told, 1);
}

TEST(BridgeInTheHouse, AKeyIsNotSentAnewAfterTheMachineStoodStillForSeconds)
{
    BridgeHouse house(10);
    int sent = 0;
    house.hall.intercept = [&](const bridge::test::HallRequest& request) -> std::optional<int> {
        const bool isKey = request.path.endsWith("/counters/3/next");
        sent += isKey ? 1 : 0;
        return isKey ? std::optional(503) : std::nullopt;
    };
    ASSERT_TRUE(house.deviceIs("keypad-3", "ok"));
    ASSERT_TRUE(house.ports.panel("keypad-3").press(1, bridge::steadyNow()).isEmpty());
    ASSERT_TRUE(house.within(1s, [&] { return sent == 1; }));
    house.pass(100ms);
    house.kernel.clock.advanceTo(house.kernel.clock.elapsed() + 5s);
    house.pass(10s);
    EXPECT_EQ(sent, 1);
    EXPECT_EQ(house.ports.panel("keypad-3").seen(bridge::steadyNow())["pending"].toInt(), 0);
}

TEST(BridgeInTheHouse, AStateThatALateReportHasOverwrittenIsToldAgain)
{
    BridgeHouse house(11);
    ASSERT_TRUE(house.deviceIs("printer-1", "ok"));
    house.pass(10s);
    const auto told = [&house] { return house.hall.count("PUT", "/devices/printer-1/state"); };
    const int before = told();
    house.hall.emitEvent("device_changed", {{"device", "printer-1"}});
    house.hall.emitEvent("device_changed", {{"device", "printer-of-another"}});
    EXPECT_TRUE(house.within(5s, [&] { return told() > before; }));
    house.pass(10s);
    EXPECT_EQ(told(), before + 1);
}

TEST(BridgeInTheHouse, ATicketComesOutThoughThePrintersAdapterIsPulledInTheMiddle)
{
    BridgeHouse house(5);
    ASSERT_TRUE(house.deviceIs("printer-1", "ok"));
    simulators::MemoryPrinter& printer = house.ports.printer("printer-1");
    house.hall.addJob("A011"); // until one is out, the paper is cut before a ticket
    ASSERT_TRUE(house.ends("A011", "printed"));
    house.hall.addJob("A012");
    ASSERT_TRUE(house.within(10s, [&] { return printer.model().waitingCommands() > 0; }));
    printer.cable().unplug();
    ASSERT_TRUE(house.deviceIs("printer-1", "offline", "unplugged"));
    printer.cable().plug();
    EXPECT_TRUE(house.ends("A012", "unknown"));
    EXPECT_TRUE(house.ends("A012", "printed"));
}

TEST(BridgeInTheHouse, APrinterBehindACutOrSlowCableIsSaidNotToBeWellUntilItCanBeHeard)
{
    BridgeHouse house(6);
    ASSERT_TRUE(house.deviceIs("printer-1", "ok"));
    simulators::MemoryCable& cable = house.ports.printer("printer-1").cable();
    cable.setCut(true);
    ASSERT_TRUE(house.deviceIs("printer-1", "offline", "silent"));
    cable.setCut(false);
    ASSERT_TRUE(house.deviceIs("printer-1", "ok"));
    cable.setDelay(2s); // what it answers comes too late to prove anything
    ASSERT_TRUE(house.deviceIs("printer-1", "warning", "doesntConfirm"));
    cable.setDelay(20ms);
    EXPECT_TRUE(house.deviceIs("printer-1", "ok"));
}

TEST(BridgeInTheHouse, ABridgeThatStartsAnewFindsItsDevicesAndALeftJob)
{
    BridgeHouse house(7);
    ASSERT_TRUE(house.deviceIs("printer-1", "ok"));
    house.hall.intercept = [](const bridge::test::HallRequest& request) {
        return request.path.endsWith("/result") ? std::optional(0) : std::nullopt;
    };
    house.hall.addJob("A012");
    ASSERT_TRUE(house.within(20s, [&] { return house.papers("A012") == 1; }));
    house.bridge.reset();
    house.hall.intercept = nullptr;
    house.startBridge();
    EXPECT_TRUE(house.ends("A012", "unknown"));
    EXPECT_TRUE(house.within(20s, [&] { return house.papers("A012") == 2; }));
}

TEST(BridgeInTheHouse, DoesTheSameTwiceOnOneSeed)
{
    const QStringList first = heardInTenMinutes(8);
    EXPECT_EQ(first, heardInTenMinutes(8));
    EXPECT_GT(first.size(), 50);
}
