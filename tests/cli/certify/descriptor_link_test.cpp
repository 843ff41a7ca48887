#include <cli/certify/descriptor_link.h>
#include <firmware-bridge/links/bare_terminal.h>

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace starqueue::certify;
using starqueue::bridge::test::BareTerminal;
using Trouble = starqueue::claim::PortTrouble::Kind;

namespace {

constexpr Wait kLong{10'000};

class DescriptorLinkTest : public ::testing::Test
{
protected:
    QTemporaryDir folder;
    QString path = folder.filePath(u"printer"_s);
    BareTerminal printer{path};
};

} // namespace

TEST_F(DescriptorLinkTest, ASerialPortTakesEachBaudAndPassesBytesUnchanged)
{
    ASSERT_TRUE(printer.plug());
    const auto link = openLink(path.toStdString());
    ASSERT_TRUE(link) << toText(link.error());
    for (const auto& [baud, speed] : {std::pair{1200, B1200}, std::pair{115200, B115200}}) {
        EXPECT_TRUE((*link)->setBaud(baud));
        EXPECT_EQ(printer.speed(), speed);
    }
    EXPECT_FALSE((*link)->setBaud(1234));
    ASSERT_TRUE((*link)->send(std::string("\n\r\x13\x00", 4)));
    EXPECT_EQ(printer.hear(), QByteArray("\n\r\x13\x00", 4));
    printer.say(QByteArray("\x37\x22\x0A\x00", 4));
    EXPECT_EQ((*link)->receive(kLong), std::string("\x37\x22\x0A\x00", 4));
    EXPECT_EQ((*link)->receive(Wait{0}), "");
}

TEST_F(DescriptorLinkTest, APortThatSomebodyHasNamesHim)
{
    ASSERT_TRUE(printer.plug());
    const auto first = openLink(path.toStdString());
    ASSERT_TRUE(first);
    const auto second = openLink(path.toStdString());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, Trouble::InUse);
    EXPECT_EQ(second.error().detail, "certify_tests (" + std::to_string(::getpid()) + ")");
}

TEST_F(DescriptorLinkTest, APipeHasOneDirectionAndNoBaud)
{
    ASSERT_EQ(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    const int reader = ::open(path.toLocal8Bit().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(reader, 0);
    const auto link = openLink(path.toStdString());
    ASSERT_TRUE(link) << toText(link.error());
    EXPECT_FALSE((*link)->readable());
    EXPECT_FALSE((*link)->setBaud(9600));
    ASSERT_TRUE((*link)->send("sheet"));
    std::array<char, 16> buffer{};
    EXPECT_EQ(::read(reader, buffer.data(), buffer.size()), 5);
    EXPECT_EQ((*link)->receive(kLong), "");
    ::close(reader);
}

TEST_F(DescriptorLinkTest, ANetworkPrinterIsReachedByItsAddress)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ASSERT_EQ(::bind(listener, reinterpret_cast<sockaddr*>(&address), length), 0);
    ASSERT_EQ(::listen(listener, 1), 0);
    ASSERT_EQ(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length), 0);
    const std::string port = "tcp:127.0.0.1:" + std::to_string(::ntohs(address.sin_port));
    {
        const auto link = openLink(port);
        ASSERT_TRUE(link) << toText(link.error());
        const int peer = ::accept(listener, nullptr, nullptr);
        ASSERT_TRUE((*link)->send("\x10\x04\x01"));
        std::array<char, 16> buffer{};
        EXPECT_EQ(::read(peer, buffer.data(), buffer.size()), 3);
        ASSERT_EQ(::write(peer, "\x12", 1), 1);
        EXPECT_EQ((*link)->receive(kLong), "\x12");
        ::close(peer);
    }
    ::close(listener);
    const auto gone = openLink(port);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().kind, Trouble::Missing);
}

TEST_F(DescriptorLinkTest, WhereNothingIsItIsMissing)
{
    EXPECT_EQ(openLink(path.toStdString()).error().kind, Trouble::Missing);
}
