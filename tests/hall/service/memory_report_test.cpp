#include <hall/service/hall_process.h>

#include <hall/api/support/face.h>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstdio>

namespace starqueue::hall::test {

namespace {

using starqueue::test::HttpPeer;

constexpr int kPeers = 1000;
constexpr int kTickets = 30;

bool mayOpen(rlim_t descriptors)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min(std::max(limit.rlim_cur, descriptors), limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur >= descriptors;
}

void report(const HallProcess& hall, const char* what)
{
    std::printf("%-48s %6zu KiB\n", what, hall.residentKilobytes());
}

HttpPeer connected(const HallProcess& hall)
{
    auto peer = HttpPeer::connect("127.0.0.1", hall.port());
    if (!peer)
        throw std::runtime_error(peer.error());
    return std::move(*peer);
}

void standIdle(const HallProcess& hall)
{
    std::vector<HttpPeer> peers;
    for (int i = 0; i < kPeers; ++i) {
        peers.push_back(connected(hall));
        ASSERT_EQ(peers.back().request("GET", "/healthz")->status, 200);
    }
    report(hall, "1000 idle connections");
}

void listen(const HallProcess& hall, const HallFolder& folder)
{
    std::vector<HttpPeer> peers;
    for (int i = 0; i < kPeers; ++i) {
        peers.push_back(connected(hall));
        peers.back().send(HttpPeer::requestText("GET", "/api/v1/events", {},
                                                {{"Authorization", "Bearer " + folder.secret("display")}}));
        ASSERT_EQ(peers.back().receiveHead()->status, 200);
    }
    report(hall, "1000 listeners");
    Face usher(hall.port(), folder.secret("usher"));
    for (int i = 0; i < kTickets; ++i)
        ASSERT_EQ(usher.post("/tickets", {{"service", "account"}}).status, 201);
    for (HttpPeer& peer : peers)
        for (int i = 0; i < kTickets;) {
            const auto event = peer.receiveEvent();
            ASSERT_TRUE(event) << event.error();
            i += event->name == "ticket_issued" ? 1 : 0;
        }
    report(hall, "1000 listeners, each with 30 more events");
}

} // namespace

/// Figures, not a judgement: tests/hall/http holds the server to its limits.
TEST(MemoryReport, OfAThousandConnectionsAndAThousandListeners)
{
    if (!mayOpen(kPeers + 100))
        GTEST_SKIP() << "needs " << kPeers + 100 << " file descriptors";
    const HallFolder folder;
    HallProcess hall(folder);
    report(hall, "at start");
    for (int round = 0; round < 2; ++round) {
        standIdle(hall);
        listen(hall, folder);
        connected(hall).request("GET", "/healthz");
        report(hall, "all gone");
    }
}

} // namespace starqueue::hall::test
