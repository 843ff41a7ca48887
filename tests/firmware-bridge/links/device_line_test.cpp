#include <firmware-bridge/event_loop.h>
#include <firmware-bridge/links/bare_terminal.h>
#include <firmware-bridge/links/wire_log.h>

#include <firmware-bridge/links/usb_line.h>
#include <firmware-bridge/serial/serial_line.h>

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

enum class Made { Serial, Usb };

/// What wires over a device file have in common.
class DeviceLine : public ::testing::TestWithParam<Made>
{
protected:
    DeviceLine()
    {
        starqueue::bridge::test::application();
        std::signal(SIGPIPE, SIG_IGN);
        wire = GetParam() == Made::Serial ? std::unique_ptr<Wire>(std::make_unique<SerialLine>(
                                                SerialSettings{path, 115200, SerialSettings::Flow::XonXoff}))
                                          : std::make_unique<UsbLine>(path);
        log = std::make_unique<WireLog>(*wire);
    }

    bool tells(const QString& what)
    {
        return eventually([&] { return log->last() == what; });
    }

    QTemporaryDir folder;
    QString path = folder.filePath(u"printer"_s);
    BareTerminal printer{path};
    std::unique_ptr<Wire> wire;
    std::unique_ptr<WireLog> log;
};

} // namespace

TEST_P(DeviceLine, BytesPassInBothDirectionsUnchanged)
{
    ASSERT_TRUE(printer.plug());
    wire->start();
    ASSERT_TRUE(tells(u"opened"_s));
    const QByteArray sent("\x1B@\n\r\x00\x1D(k\xFF\x7F", 10);
    ASSERT_TRUE(wire->send(sent));
    QByteArray arrived;
    EXPECT_TRUE(eventually([&] { return (arrived += printer.hear()) == sent; }));
    printer.say(QByteArray("\x37\x22@@@A\x00\x12", 8));
    EXPECT_TRUE(eventually([&] { return log->heard == QByteArray("\x37\x22@@@A\x00\x12", 8); }));
}

TEST_P(DeviceLine, APathWhereNothingIsIsMissingAndOnceItWasThereUnplugged)
{
    wire->start();
    ASSERT_TRUE(tells(u"refused: isn't there"_s));
    EXPECT_FALSE(wire->send("x"));
    ASSERT_TRUE(printer.plug());
    ASSERT_TRUE(tells(u"opened"_s));
    printer.unplug();
    ASSERT_TRUE(tells(u"refused: was unplugged"_s));
    EXPECT_EQ(log->told,
              QStringList({u"refused: isn't there"_s, u"opened"_s, u"lost"_s, u"refused: was unplugged"_s}));
    ASSERT_TRUE(printer.plug());
    EXPECT_TRUE(tells(u"opened"_s));
}

TEST_P(DeviceLine, AFileThatIsNoDeviceIsNeverWrittenTo)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    wire->start();
    ASSERT_TRUE(tells(u"refused: isn't there: what is there is no device"_s));
    EXPECT_FALSE(wire->send("x"));
    EXPECT_EQ(QFile(path).size(), 0);
}

TEST_P(DeviceLine, APortThatAnotherProgramHasIsInUseByItUntilItLetsGo)
{
    ASSERT_TRUE(printer.plug());
    auto other = starqueue::claim::PortClaim::take(path.toStdString());
    ASSERT_TRUE(other);
    wire->start();
    ASSERT_TRUE(eventually([&] { return !log->told.isEmpty(); }));
    EXPECT_EQ(log->last(), u"refused: is in use by firmware_bridge_tests (%1)"_s.arg(::getpid()));
    other->release();
    EXPECT_TRUE(tells(u"opened"_s));
    EXPECT_FALSE(starqueue::claim::PortClaim::take(path.toStdString())) << "the wire doesn't hold it";
}

INSTANTIATE_TEST_SUITE_P(Links, DeviceLine, testing::Values(Made::Serial, Made::Usb),
                         [](const auto& made) { return made.param == Made::Serial ? "Serial" : "Usb"; });

namespace {

class SerialLineTest : public DeviceLine
{};
class UsbLineTest : public DeviceLine
{};

} // namespace

TEST_P(SerialLineTest, UnderXoffItIsBlockedAndNotLostAndSendsWhatWaitedAfterXon)
{
    ASSERT_TRUE(printer.plug());
    wire->start();
    ASSERT_TRUE(tells(u"opened"_s));
    printer.say("\x13");
    // XOFF has no sign of its arrival: what is sent before passes.
    ASSERT_TRUE(eventually([&] { return wire->send("\x10\x04\x01") && log->last() == u"blocked"_s; }));
    QByteArray arrived = printer.hear();
    printer.say("\x12");
    ASSERT_TRUE(eventually([&] { return log->heard.endsWith('\x12'); }));
    EXPECT_EQ(printer.hear(), QByteArray()) << "a status byte restarts what XOFF has stopped";
    printer.say("\x11");
    EXPECT_TRUE(tells(u"free"_s));
    EXPECT_TRUE(eventually([&] { return (arrived += printer.hear()).endsWith("\x10\x04\x01"); }));
    EXPECT_FALSE(log->told.contains(u"lost"_s));
}

TEST_P(UsbLineTest, APrinterThatTakesNothingBlocksItAndGetsEverythingOnceItTakesMore)
{
    ASSERT_TRUE(printer.plug());
    wire->start();
    ASSERT_TRUE(tells(u"opened"_s));
    const QByteArray much(100'000, 'x');
    ASSERT_TRUE(wire->send(much));
    ASSERT_TRUE(tells(u"blocked"_s));
    QByteArray arrived;
    EXPECT_TRUE(eventually([&] { return (arrived += printer.hear()).size() == much.size(); }));
    EXPECT_TRUE(tells(u"free"_s));
    EXPECT_FALSE(log->told.contains(u"lost"_s));
}

TEST_P(UsbLineTest, OneWithOneDirectionIsWrittenToAndNeverRead)
{
    ASSERT_EQ(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    wire->start();
    ASSERT_TRUE(tells(u"refused: isn't there"_s)) << "nobody listens";
    const int reader = ::open(path.toLocal8Bit().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(reader, 0);
    ASSERT_TRUE(tells(u"opened"_s));
    ASSERT_TRUE(wire->send("ticket"));
    std::array<char, 16> buffer{};
    EXPECT_TRUE(eventually([&] { return ::read(reader, buffer.data(), buffer.size()) == 6; }));
    EXPECT_EQ(log->heard, QByteArray());
    ::close(reader);
    wire->send("another");
    EXPECT_TRUE(tells(u"refused: was unplugged"_s));
}

INSTANTIATE_TEST_SUITE_P(Links, SerialLineTest, testing::Values(Made::Serial),
                         [](const auto&) { return "XonXoff"; });
INSTANTIATE_TEST_SUITE_P(Links, UsbLineTest, testing::Values(Made::Usb), [](const auto&) { return "Usb"; });
