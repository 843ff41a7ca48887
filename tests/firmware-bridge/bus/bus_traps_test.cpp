// Traps of the bus below its schedule: what Qt's Modbus client does and doesn't do.
#include <firmware-bridge/bus/bus_fixture.h>
#include <firmware-bridge/bus/modbus_bus.h>
#include <firmware-bridge/bus/modbus_client.h>
#include <firmware-bridge/event_loop.h>
#include <firmware-bridge/links/bare_terminal.h>
#include <firmware-bridge/ports/port_thread.h>

#include <QTemporaryDir>

#include <set>

using namespace starqueue::bridge;
using starqueue::bridge::test::BareTerminal;
using starqueue::bridge::test::eventually;

namespace {

constexpr qsizetype kReadRequest = 8; ///< bytes of one

/// Opens at once, and no request that it takes ever ends.
class MuteBusClient : public BusClient
{
public:
    void open() override { emit opened(); }
    void close() override { ++closed; }
    void request(const BusRequest&) override { ++requests; }

    int requests = 0;
    int closed = 0;
};

std::vector<std::unique_ptr<FieldDevice>> onePanel()
{
    std::vector<std::unique_ptr<FieldDevice>> devices;
    devices.push_back(std::make_unique<RatingPanel>(u"panel"_s, 11));
    return devices;
}

/// Qt's client on the near end of a pseudo-terminal, and what it tells.
struct ModbusClientTest : ::testing::Test
{
    ModbusClientTest()
    {
        starqueue::bridge::test::application();
        settings.path = folder.filePath(u"bus"_s);
        settings.timeout = 100ms;
    }

    void open()
    {
        ASSERT_TRUE(bus.plug());
        client = std::make_unique<ModbusClient>(settings);
        QObject::connect(client.get(), &BusClient::opened, client.get(), [this] { isOpen = true; });
        QObject::connect(client.get(), &BusClient::failed, client.get(), [this] { hasFailed = true; });
        QObject::connect(client.get(), &BusClient::lost, client.get(), [this] {
            isLost = true;
            client->close();
        });
        client->open();
        ASSERT_TRUE(eventually([this] { return isOpen; }));
    }

    QTemporaryDir folder;
    BareTerminal bus{folder.filePath(u"bus"_s)};
    BusSettings settings;
    std::unique_ptr<ModbusClient> client;
    bool isOpen = false;
    bool hasFailed = false;
    bool isLost = false;
};

} // namespace

TEST(PortThread, TrapADriverIsMadeInTheThreadThatItLivesIn)
{
    starqueue::bridge::test::application();
    const QThread* madeIn = nullptr;
    const QObject* driver = nullptr;
    PortThread host(u"bus"_s);
    host.open([&] {
        auto made = std::make_unique<QObject>();
        madeIn = QThread::currentThread();
        driver = made.get();
        return made;
    });
    EXPECT_NE(madeIn, QThread::currentThread());
    EXPECT_EQ(madeIn, driver->thread());
}

TEST_F(BusScheduleTest, TrapEachDeviceIsReadInOneFixedBlockSoThatALateAnswerIsOnlyAnOldOne)
{
    panel().arm(4711, 30, 0, now);
    pass(1s);
    ASSERT_EQ(panelModel().press(5, now), QString());
    pass(2s);
    const PressReport press = std::get<PressReport>(reports.back());
    panel().acknowledge(press.epoch, press.seq);
    panel().disarm();
    pass(40s); // it rests
    std::map<int, std::set<std::pair<int, int>>> blocks;
    for (const BusRequest& request : asked)
        if (const auto* read = std::get_if<RegisterBlock>(&request.what))
            blocks[request.address].insert({read->start, read->count});
    ASSERT_EQ(blocks.size(), 3U);
    for (const auto& [address, ofDevice] : blocks)
        EXPECT_EQ(ofDevice.size(), 1U) << address;
}

TEST(ModbusBus, TrapARequestThatNeverEndsIsEndedByTheWatchdogAndTheBusOpenedAnew)
{
    starqueue::bridge::test::application();
    auto made = std::make_unique<MuteBusClient>();
    MuteBusClient& client = *made;
    ModbusBus bus(std::move(made), onePanel(), steadyNow);
    bus.start();
    EXPECT_TRUE(eventually([&client] { return client.requests >= 2; }));
    EXPECT_GE(client.closed, 1);
}

TEST_F(ModbusClientTest, TrapADeadDeviceIsAskedOnceAndNotFourTimes)
{
    open();
    client->request({11, RegisterBlock{RegisterBlock::Table::Input, 0, 16}});
    ASSERT_TRUE(eventually([this] { return hasFailed; }));
    EXPECT_EQ(bus.hear().size(), kReadRequest);
}

TEST_F(ModbusClientTest, TrapAnUnpluggedBusIsToldThoughTheClientStaysConnected)
{
    open();
    bus.unplug();
    EXPECT_TRUE(eventually([this] { return isLost; }));
}
