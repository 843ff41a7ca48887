#include "memory_loop.h"

#include <hall/http/server.h>

#include <gtest/gtest.h>

namespace starqueue::hall::http::network {

namespace {

using namespace std::chrono_literals;

/// A started server whose network and clock are the test's.
class SimulatedNetwork : public testing::Test
{
protected:
    SimulatedNetwork() { EXPECT_TRUE(m_server.start("127.0.0.1", 80).has_value()); }

    static void handle(Server& server, const Request& request, const Reply& reply, Listener& listener)
    {
        if (request.path == "/events")
            listener = reply.stream();
        else if (request.path == "/lent")
            EXPECT_TRUE(server.lend([reply] { reply.send(200, "", "lent"); }));
        else
            reply.send(200, "", "done");
    }

    std::unique_ptr<MemoryLoop> m_made = std::make_unique<MemoryLoop>();
    MemoryLoop& m_loop = *m_made;
    Listener m_listener;
    Server m_server{
        Limits{},
        [this](const Request& request, const Reply& reply) { handle(m_server, request, reply, m_listener); },
        std::move(m_made)};
};

} // namespace

TEST_F(SimulatedNetwork, ARequestIsAnsweredWithoutKernelAndThreads)
{
    const auto line = m_loop.connect();
    line->toServer = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    m_loop.settle();
    EXPECT_TRUE(line->toClient.starts_with("HTTP/1.1 200 OK\r\n")) << line->toClient;
    EXPECT_TRUE(line->toClient.ends_with("\r\n\r\ndone")) << line->toClient;
}

TEST_F(SimulatedNetwork, LentWorkAnswers)
{
    const auto line = m_loop.connect();
    line->toServer = "GET /lent HTTP/1.1\r\nHost: a\r\n\r\n";
    m_loop.settle();
    EXPECT_TRUE(line->toClient.ends_with("\r\n\r\nlent")) << line->toClient;
}

TEST_F(SimulatedNetwork, ARequestThatStallsIsRefusedByTheLoopsClock)
{
    const auto line = m_loop.connect();
    line->toServer = "GET / HTTP/1.1\r\nHost:";
    m_loop.advance(Limits{}.requestTime - 1ms);
    EXPECT_EQ(line->toClient, "");
    m_loop.advance(300ms);
    EXPECT_TRUE(line->toClient.starts_with("HTTP/1.1 408 ")) << line->toClient;
}

TEST_F(SimulatedNetwork, AStreamsHeartbeatFollowsTheLoopsClock)
{
    const auto line = m_loop.connect();
    line->toServer = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n";
    m_loop.settle();
    line->toClient.clear();
    m_loop.advance(Limits{}.heartbeat * 3 + 300ms);
    EXPECT_EQ(line->toClient, ":\n\n:\n\n:\n\n");
}

TEST_F(SimulatedNetwork, AStopClosesIdleConnectionsAndEndsOnTheCallersThread)
{
    const auto idle = m_loop.connect();
    const auto busy = m_loop.connect();
    busy->toServer = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n";
    m_loop.settle();
    m_server.stop();
    EXPECT_TRUE(idle->isClosed);
    EXPECT_TRUE(busy->isClosed);
    EXPECT_FALSE(m_listener.isOpen());
}

} // namespace starqueue::hall::http::network
