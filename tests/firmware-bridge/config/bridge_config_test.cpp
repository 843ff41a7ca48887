#include <firmware-bridge/config/bridge_config.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;

namespace {

const QByteArray kHall = "[hall]\nurl = \"http://127.0.0.1:8470\"\ntoken_file = \"tokens/bridge\"\n";

QString faultsOf(const QByteArray& text)
{
    const auto config = parseBridgeConfig(text, u"/etc/hall/bridge.toml"_s);
    return config ? QString() : config.error().join(QLatin1Char('\n'));
}

} // namespace

TEST(BridgeConfig, TheExampleIsReadWhole)
{
    const auto config = loadBridgeConfig(QString(STARQUEUE_EXAMPLE));
    ASSERT_TRUE(config) << config.error().join(QLatin1Char('\n')).toStdString();
    EXPECT_EQ(config->printers.size(), 1U);
    EXPECT_EQ(config->printers.front().kiosk, "1");
    EXPECT_EQ(config->buses.size(), 1U);
    ASSERT_EQ(config->devices.size(), 12U);
    EXPECT_EQ(config->devices.front().address, 1);
    EXPECT_EQ(config->devices.back().address, 16);
    EXPECT_EQ(config->devices.back().counter, "6");
}

TEST(BridgeConfig, RelativePathsCountFromTheFile)
{
    const auto config = parseBridgeConfig(
        kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\nport = \"ports/p\"\n", "/etc/hall/bridge.toml");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->printers.front().line.path, "/etc/hall/ports/p");
    EXPECT_EQ(config->tokenFile, "/etc/hall/tokens/bridge");
}

TEST(BridgeConfig, AFaultNamesFileLineKeyValueAndWhatWouldBeRight)
{
    const QString faults =
        faultsOf(kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\nport = \"p\"\nbaud = 1234\n");
    for (const char* part : {"bridge.toml:8", "baud", "1234", "19200"})
        EXPECT_TRUE(faults.contains(QLatin1String(part)))
            << part << " is missing in: " << faults.toStdString();
}

TEST(BridgeConfig, EverythingWrongIsRefusedAndNamed)
{
    const QByteArray bus = "[[bus]]\nid = \"b\"\nport = \"b\"\n";
    const std::vector<std::pair<QByteArray, const char*>> wrong{
        {"", "[hall]"},
        {"[hall]\nurl = \"here\"\ntoken_file = \"t\"\n", "address of a hall"},
        {"[hall]\nurl = 3\ntoken_file = \"t\"\n", "must be a text"},
        {kHall + "[[printer]]\nid = \"p\"\n", "kiosk"},
        {kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\nport = \"p\"\nflow = \"maybe\"\n", "xonxoff"},
        {kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\nport = \"p\"\nbauds = 1\n", "bauds"},
        {kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\nport = \"p\"\nqr = \"yes\"\n", "true or false"},
        {kHall + "[printer]\nid = \"p\"\n", "[[printer]]"},
        {kHall + "[[prinder]]\nid = \"p\"\n", "prinder"},
        {kHall + "[[display]]\nid = \"d\"\nbus = \"b\"\naddress = 1\ncounter = \"1\"\n", "[[bus]]"},
        {kHall + bus + "[[display]]\nid = \"d\"\nbus = \"b\"\naddress = 300\ncounter = \"1\"\n", "247"},
        {kHall + bus +
             "[[display]]\nid = \"d\"\nbus = \"b\"\naddress = 1\ncounter = \"1\"\n"
             "[[panel]]\nid = \"e\"\nbus = \"b\"\naddress = 1\ncounter = \"1\"\n",
         "free"},
        {kHall + bus + bus, "used twice"},
        {kHall + "x = [", "not TOML"},
    };
    for (const auto& [text, part] : wrong)
        EXPECT_TRUE(faultsOf(text).contains(QLatin1String(part)))
            << part << " is missing in: " << faultsOf(text).toStdString();
}

TEST(BridgeConfig, APrintersPaperTicketAndLogoAreRead)
{
    const QTemporaryDir folder;
    QFile layout(folder.filePath(u"ticket.toml"_s));
    ASSERT_TRUE(layout.open(QIODevice::WriteOnly));
    layout.write("language = \"both\"\n[[row]]\ntext = \"{number}\"\nsize = 4\n");
    layout.close();
    const QByteArray printer =
        "[[printer]]\nid = \"p\"\nkiosk = \"1\"\nport = \"p\"\ncolumns = 32\nlogo = 2\nraster_rows = true\n";
    const QString file = folder.filePath(u"bridge.toml"_s);
    const auto config = parseBridgeConfig(kHall + printer + "ticket = \"ticket.toml\"\n", file);
    ASSERT_TRUE(config) << config.error().join(u'\n').toStdString();
    const PrinterProfile& profile = config->printers.front().profile;
    EXPECT_EQ(profile.dots, 384);
    EXPECT_EQ(profile.logo, 2);
    EXPECT_TRUE(profile.rasterRows);
    EXPECT_EQ(profile.layout.language, TicketTemplate::Language::Both);
    ASSERT_EQ(profile.layout.rows.size(), 1U);
    EXPECT_EQ(profile.layout.rows.front().size, 4);
}

TEST(BridgeConfig, AWrongTicketIsRefusedInItsOwnFile)
{
    const QTemporaryDir folder;
    QFile layout(folder.filePath(u"ticket.toml"_s));
    ASSERT_TRUE(layout.open(QIODevice::WriteOnly));
    layout.write("[[row]]\ntext = \"{phone}\"\n");
    layout.close();
    const QByteArray printer = kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\nport = \"p\"\n";
    const QString file = folder.filePath(u"bridge.toml"_s);
    const auto wrong = parseBridgeConfig(printer + "ticket = \"ticket.toml\"\n", file);
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(wrong.error().front().startsWith(u"ticket.toml:2:9: "_s))
        << wrong.error().front().toStdString();
    const auto missing = parseBridgeConfig(printer + "ticket = \"none.toml\"\n", file);
    ASSERT_FALSE(missing);
    EXPECT_TRUE(missing.error().front().contains(u"can't be read"_s))
        << missing.error().front().toStdString();
}

TEST(BridgeConfig, RowsOfDotsAreRefusedForAPrinterWithoutStatus)
{
    EXPECT_TRUE(faultsOf(kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\nport = \"p\"\nstatus = false\n"
                                 "raster_rows = true\n")
                    .contains(u"must be false for a printer without status"_s));
}

TEST(BridgeConfig, AMissingFileIsSaid)
{
    EXPECT_FALSE(loadBridgeConfig(u"/nowhere/bridge.toml"_s));
}

TEST(BridgeConfig, APrintersPortMayBeAUsbPrinterOrANetworkAddress)
{
    const auto linkOf = [](const QByteArray& keys) {
        const auto config = parseBridgeConfig(kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\n" + keys,
                                              u"/etc/hall/bridge.toml"_s);
        EXPECT_TRUE(config);
        return config ? config->printers.front().line : LinkSettings();
    };
    const LinkSettings usb = linkOf("port = \"/dev/usb/lp0\"\n");
    EXPECT_EQ(usb.kind, LinkSettings::Kind::UsbPrinter);
    EXPECT_EQ(usb.path, "/dev/usb/lp0");
    const LinkSettings named = linkOf("port = \"/dev/kiosk-printer\"\nlink = \"usb\"\n");
    EXPECT_EQ(named.kind, LinkSettings::Kind::UsbPrinter);
    EXPECT_EQ(named.path, "/dev/kiosk-printer");
    const LinkSettings network = linkOf("port = \"tcp:192.0.2.7:9100\"\n");
    EXPECT_EQ(network.kind, LinkSettings::Kind::Tcp);
    EXPECT_EQ(network.path, "tcp:192.0.2.7:9100");
    EXPECT_EQ(network.host, "192.0.2.7");
}

TEST(BridgeConfig, WhatIsOnlyASerialPortsIsRefusedElsewhere)
{
    const QByteArray printer = kHall + "[[printer]]\nid = \"p\"\nkiosk = \"1\"\n";
    for (const char* part : {"baud", "is a serial port's"})
        EXPECT_TRUE(
            faultsOf(printer + "port = \"tcp:192.0.2.7\"\nbaud = 9600\n").contains(QLatin1String(part)));
    EXPECT_TRUE(
        faultsOf(printer + "port = \"/dev/usb/lp0\"\nflow = \"none\"\n").contains("is a serial port's"));
    EXPECT_TRUE(faultsOf(printer + "port = \"tcp:\"\n").contains("tcp:192.0.2.7:9100"));
    EXPECT_TRUE(faultsOf(printer + "port = \"tcp:a\"\nlink = \"usb\"\n").contains("link"));
}
