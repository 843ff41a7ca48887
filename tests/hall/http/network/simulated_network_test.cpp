#include <support/one_thread/memory_loop.h>

#include <hall/http/server.h>

#include <gtest/gtest.h>

namespace starqueue::hall::http::network {

namespace {

using namespace std::chrono_literals;
using starqueue::test::MemoryLoop;
using starqueue::test::OrderedAgenda;

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

    OrderedAgenda m_agenda;
    std::unique_ptr<MemoryLoop> m_made = std::make_unique<MemoryLoop>(m_agenda);
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
    line->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    m_agenda.settle();
    EXPECT_TRUE(line->received().starts_with("HTTP/1.1 200 OK\r\n")) << line->received();
    EXPECT_TRUE(line->received().ends_with("\r\n\r\ndone")) << line->received();
}

TEST_F(SimulatedNetwork, AnAnswerBearsTheLoopsDate)
{
    const auto line = m_loop.connect();
    line->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    m_agenda.settle();
    EXPECT_NE(line->received().find("\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"), std::string::npos)
        << line->received();
}

TEST_F(SimulatedNetwork, LentWorkAnswers)
{
    const auto line = m_loop.connect();
    line->send("GET /lent HTTP/1.1\r\nHost: a\r\n\r\n");
    m_agenda.settle();
    EXPECT_TRUE(line->received().ends_with("\r\n\r\nlent")) << line->received();
}

TEST_F(SimulatedNetwork, ARequestThatStallsIsRefusedByTheLoopsClock)
{
    const auto line = m_loop.connect();
    line->send("GET / HTTP/1.1\r\nHost:");
    m_agenda.pass(Limits{}.requestTime - 1ms);
    EXPECT_EQ(line->received(), "");
    m_agenda.pass(300ms);
    EXPECT_TRUE(line->received().starts_with("HTTP/1.1 408 ")) << line->received();
}

TEST_F(SimulatedNetwork, AStreamsHeartbeatFollowsTheLoopsClock)
{
    const auto line = m_loop.connect();
    line->send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
    m_agenda.settle();
    line->take();
    m_agenda.pass(Limits{}.heartbeat * 3 + 300ms);
    EXPECT_EQ(line->received(), ":\n\n:\n\n:\n\n");
}

TEST_F(SimulatedNetwork, AStopClosesIdleConnectionsAndEndsOnTheCallersThread)
{
    const auto idle = m_loop.connect();
    const auto busy = m_loop.connect();
    busy->send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
    m_agenda.settle();
    m_server.stop();
    EXPECT_TRUE(idle->isClosed());
    EXPECT_TRUE(busy->isClosed());
    EXPECT_FALSE(m_listener.isOpen());
}

} // namespace starqueue::hall::http::network
