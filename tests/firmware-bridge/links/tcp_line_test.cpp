#include <firmware-bridge/event_loop.h>
#include <firmware-bridge/links/wire_log.h>

#include <firmware-bridge/links/link_settings.h>
#include <firmware-bridge/links/tcp_line.h>

#include <QPointer>
#include <QTcpServer>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

class TcpLineTest : public ::testing::Test
{
protected:
    TcpLineTest()
    {
        starqueue::bridge::test::application();
        listen(0);
    }

    void listen(quint16 port)
    {
        printer = std::make_unique<QTcpServer>();
        QObject::connect(printer.get(), &QTcpServer::newConnection, printer.get(), [this] {
            peer = printer->nextPendingConnection();
            ++connections;
        });
        ASSERT_TRUE(printer->listen(QHostAddress::LocalHost, port));
    }

    void connectTo(quint16 port, const TcpLine::Pauses& pauses = {})
    {
        wire = std::make_unique<TcpLine>(u"127.0.0.1"_s, port, pauses);
        log = std::make_unique<WireLog>(*wire);
        wire->start();
    }

    bool tells(const QString& what)
    {
        return eventually([&] { return log->last() == what; });
    }

    bool hears(const QByteArray& bytes)
    {
        return eventually([&] { return (heard += peer ? peer->readAll() : QByteArray()) == bytes; });
    }

    std::unique_ptr<QTcpServer> printer;
    QPointer<QTcpSocket> peer;
    int connections = 0;
    QByteArray heard;
    std::unique_ptr<TcpLine> wire;
    std::unique_ptr<WireLog> log;
};

} // namespace

TEST_F(TcpLineTest, BytesPassInBothDirections)
{
    connectTo(printer->serverPort());
    ASSERT_TRUE(tells(u"opened"_s));
    ASSERT_TRUE(wire->send("\x10\x04\x01"));
    ASSERT_TRUE(hears("\x10\x04\x01"));
    peer->write("\x12");
    EXPECT_TRUE(eventually([&] { return log->heard == "\x12"; }));
}

TEST_F(TcpLineTest, WhereNobodyListensItIsMissingAndFoundLater)
{
    const quint16 port = printer->serverPort();
    printer.reset();
    connectTo(port);
    ASSERT_TRUE(tells(u"refused: isn't there: Connection refused"_s));
    EXPECT_FALSE(wire->send("x"));
    listen(port);
    EXPECT_TRUE(tells(u"opened"_s));
}

TEST_F(TcpLineTest, AConnectionThatThePrinterClosesIsMadeAnew)
{
    connectTo(printer->serverPort());
    ASSERT_TRUE(tells(u"opened"_s));
    ASSERT_TRUE(eventually([&] { return !peer.isNull(); }));
    peer->close();
    ASSERT_TRUE(eventually([&] { return connections == 2; }));
    EXPECT_TRUE(tells(u"opened"_s));
    EXPECT_EQ(log->told, QStringList({u"opened"_s, u"lost"_s, u"opened"_s}));
}

TEST_F(TcpLineTest, AnIdleConnectionIsClosedForOthersAndMadeAnewForATicket)
{
    connectTo(printer->serverPort(), {.idle = std::chrono::milliseconds(50)});
    ASSERT_TRUE(eventually([&] { return peer && peer->state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_EQ(log->told, QStringList{u"opened"_s}) << "for the driver it is open";
    ASSERT_TRUE(wire->send("tick"));
    ASSERT_TRUE(wire->send("et"));
    EXPECT_TRUE(hears("ticket"));
    EXPECT_EQ(connections, 2);
    EXPECT_FALSE(log->told.contains(u"lost"_s));
}

TEST_F(TcpLineTest, WhatCantBeSentAfterSleepingIsLostAndNotSentLater)
{
    const quint16 port = printer->serverPort();
    connectTo(port, {.idle = std::chrono::milliseconds(50)});
    ASSERT_TRUE(eventually([&] { return peer && peer->state() == QAbstractSocket::UnconnectedState; }));
    printer.reset();
    ASSERT_TRUE(wire->send("ticket"));
    ASSERT_TRUE(tells(u"refused: was unplugged: Connection refused"_s));
    EXPECT_TRUE(log->told.contains(u"lost"_s));
    peer = nullptr;
    listen(port);
    ASSERT_TRUE(tells(u"opened"_s));
    ASSERT_TRUE(wire->send("next"));
    EXPECT_TRUE(hears("next"));
}

TEST_F(TcpLineTest, APrinterThatTakesNothingBlocksIt)
{
    connectTo(printer->serverPort());
    ASSERT_TRUE(eventually([&] { return !peer.isNull(); }));
    peer->setReadBufferSize(1);
    const QByteArray much(20'000'000, 'x');
    ASSERT_TRUE(wire->send(much));
    ASSERT_TRUE(tells(u"blocked"_s));
    peer->setReadBufferSize(0);
    qsizetype arrived = 0;
    EXPECT_TRUE(eventually([&] { return (arrived += peer->readAll().size()) == much.size(); }));
    EXPECT_TRUE(tells(u"free"_s));
    EXPECT_FALSE(log->told.contains(u"lost"_s));
}

TEST(LinkSettings, APortNamesItsKind)
{
    using Kind = LinkSettings::Kind;
    EXPECT_EQ(linkNamed(u"/dev/serial/by-id/x"_s)->kind, Kind::Serial);
    EXPECT_EQ(linkNamed(u"/dev/usb/lp0"_s)->kind, Kind::UsbPrinter);
    const auto printer = linkNamed(u"tcp:192.0.2.7:9101"_s);
    ASSERT_TRUE(printer);
    EXPECT_EQ(printer->kind, Kind::Tcp);
    EXPECT_EQ(printer->host, u"192.0.2.7"_s);
    EXPECT_EQ(printer->port, 9101);
    EXPECT_EQ(linkNamed(u"tcp:printer.example"_s)->port, 9100);
    EXPECT_EQ(linkNamed(u"tcp:[2001:db8::7]"_s)->host, u"2001:db8::7"_s);
    EXPECT_EQ(linkNamed(u"tcp:[2001:db8::7]:9100"_s)->host, u"2001:db8::7"_s);
    for (const QString& wrong : {u"tcp:"_s, u"tcp::9100"_s, u"tcp:a:0"_s, u"tcp:a:70000"_s, u"tcp:a:x"_s})
        EXPECT_FALSE(linkNamed(wrong)) << wrong.toStdString();
}
