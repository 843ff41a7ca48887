#include "served.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace starqueue::hall::http::serve {

using test::HttpPeer;

namespace {

/// All descriptors that this process may have, but for those asked back.
class NoMoreDescriptors
{
public:
    NoMoreDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_limit);
        const rlimit few{std::min<rlim_t>(m_limit.rlim_cur, kFew), m_limit.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &few);
        for (int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC); next >= 0; next = ::dup(next))
            m_taken.push_back(next);
    }
    ~NoMoreDescriptors()
    {
        while (!m_taken.empty())
            giveOne();
        ::setrlimit(RLIMIT_NOFILE, &m_limit);
    }
    NoMoreDescriptors(const NoMoreDescriptors&) = delete;
    NoMoreDescriptors& operator=(const NoMoreDescriptors&) = delete;

    void giveOne()
    {
        ::close(m_taken.back());
        m_taken.pop_back();
    }

private:
    static constexpr rlim_t kFew = 256;

    rlimit m_limit{};
    std::vector<int> m_taken;
};

} // namespace

TEST(ServerAccept, WhoComesWithoutADescriptorLeftIsServedOnceThereIsOne)
{
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP()
        << "the sanitizer needs a pipe of its own to look at memory, and takes what it can't see for broken";
#endif
    Served served(Limits{}, echo);
    NoMoreDescriptors none;
    none.giveOne();
    HttpPeer peer = served.connect(); // the kernel's half of it
    ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/")));
    none.giveOne();
    EXPECT_EQ(peer.receive()->status, 200);
}

TEST(ServerAccept, AnIpv4ClientOfAnIpv6EndpointIsShownAsIpv4)
{
    Server server(Limits{}, [](const Request& request, const Reply& reply) {
        reply.send(200, "", request.peer + (request.peerIsLoopback ? " loopback" : ""));
    });
    const auto endpoint = server.start("::", 0);
    if (!endpoint)
        GTEST_SKIP() << endpoint.error().text;
    auto peer = HttpPeer::connect("127.0.0.1", endpoint->port);
    if (!peer)
        GTEST_SKIP() << "IPv6 endpoints take no IPv4 here: " << peer.error();
    EXPECT_EQ(peer->request("GET", "/")->body, "127.0.0.1 loopback");
}

} // namespace starqueue::hall::http::serve
