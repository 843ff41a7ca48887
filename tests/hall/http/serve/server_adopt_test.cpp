#include "served.h"

#include <gmock/gmock.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <unistd.h>

// A server at a socket that somebody else has opened, as systemd does.

namespace starqueue::hall::http::serve {

using test::HttpPeer;
using testing::HasSubstr;

namespace {

struct OpenedSocket
{
    int descriptor = -1;
    std::uint16_t port = 0;
};

OpenedSocket openedSocket(int type = SOCK_STREAM, bool listens = true)
{
    const int descriptor = ::socket(AF_INET, type, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size), 0);
    EXPECT_EQ(listens ? ::listen(descriptor, 16) : 0, 0);
    EXPECT_EQ(::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size), 0);
    return {descriptor, ntohs(address.sin_port)};
}

HttpPeer connected(std::uint16_t port)
{
    auto peer = HttpPeer::connect("127.0.0.1", port);
    if (!peer)
        throw std::runtime_error(peer.error());
    return std::move(*peer);
}

bool isOpen(int descriptor)
{
    return ::fcntl(descriptor, F_GETFD) != -1;
}

} // namespace

TEST(ServerAdopt, AnswersWhoCameBeforeTheServerWasThere)
{
    const OpenedSocket opened = openedSocket();
    HttpPeer early = connected(opened.port);
    ASSERT_TRUE(early.send(HttpPeer::requestText("GET", "/early")));
    Server server(Limits{}, echo);
    const auto endpoint = server.adopt(opened.descriptor);
    ASSERT_TRUE(endpoint.has_value()) << endpoint.error().text;
    EXPECT_EQ(early.receive()->body, "GET /early|");
    EXPECT_EQ(endpoint->address, "127.0.0.1");
    EXPECT_EQ(endpoint->port, opened.port);
}

TEST(ServerAdopt, LeavesToProgramsThatItStartsNothingOfTheSocket)
{
    const OpenedSocket opened = openedSocket();
    Server server(Limits{}, echo);
    ASSERT_TRUE(server.adopt(opened.descriptor).has_value());
    EXPECT_EQ(::fcntl(opened.descriptor, F_GETFD), FD_CLOEXEC);
}

TEST(ServerAdopt, CountsEndpointsOfBothKinds)
{
    Server server(Limits{}, [](const Request& request, const Reply& reply) {
        reply.send(200, "", std::to_string(request.endpoint));
    });
    const auto first = server.start("127.0.0.1", 0);
    const OpenedSocket opened = openedSocket();
    const auto second = server.adopt(opened.descriptor);
    ASSERT_TRUE(first.has_value() && second.has_value());
    EXPECT_EQ(second->id, 1U);
    EXPECT_EQ(connected(opened.port).request("GET", "/")->body, "1");
}

TEST(ServerAdopt, RefusesWhatIsNoListeningSocketAndClosesIt)
{
    for (const OpenedSocket& wrong : {openedSocket(SOCK_STREAM, false), openedSocket(SOCK_DGRAM, false),
                                      OpenedSocket{::open("/dev/null", O_RDONLY)}}) {
        Server server(Limits{}, echo);
        const auto endpoint = server.adopt(wrong.descriptor);
        ASSERT_FALSE(endpoint.has_value());
        EXPECT_THAT(endpoint.error().text, HasSubstr("handed over"));
        EXPECT_FALSE(isOpen(wrong.descriptor));
    }
}

TEST(ServerAdopt, AStoppedServerTakesNoneAndClosesIt)
{
    Server server(Limits{}, echo);
    server.stop();
    const OpenedSocket opened = openedSocket();
    const auto endpoint = server.adopt(opened.descriptor);
    ASSERT_FALSE(endpoint.has_value());
    EXPECT_EQ(endpoint.error().reason, ServerError::Reason::Stopped);
    EXPECT_FALSE(isOpen(opened.descriptor));
}

} // namespace starqueue::hall::http::serve
