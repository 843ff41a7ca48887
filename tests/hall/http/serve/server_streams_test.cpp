#include "served.h"

#include <atomic>
#include <thread>

namespace starqueue::hall::http::serve {

using test::HttpPeer;

namespace {

Listener::Chunk event(const std::string& id, const std::string& data)
{
    return std::make_shared<const std::string>("event: e\nid: " + id + "\ndata: " + data + "\n\n");
}

/// A server whose every request becomes a listener.
struct Streams : ::testing::Test
{
    Limits limits;
    Mailbox<Listener> listeners;
    std::atomic<int> closed = 0;
    Mailbox<int> closings;
    Mailbox<int> drainings;
    std::optional<Served> server;

    Served& serve()
    {
        return server.emplace(limits, [this](const Request&, const Reply& reply) {
            Listener::Signals signals{[this] { closings.put(++closed); }, [this] { drainings.put(1); }};
            listeners.put(reply.stream(std::move(signals), {{"X-Accel-Buffering", "no"}}));
        });
    }

    HttpPeer follow(int receiveBufferBytes = 0)
    {
        HttpPeer peer = server->connect(receiveBufferBytes);
        EXPECT_TRUE(peer.send(HttpPeer::requestText("GET", "/events")));
        return peer;
    }
};

} // namespace

TEST_F(Streams, EventsArriveInTheOrderPushed)
{
    serve();
    HttpPeer peer = follow();
    const Listener listener = listeners.take();
    for (int i = 0; i < 1000; ++i)
        ASSERT_TRUE(listener.push(event(std::to_string(i), "x")));
    const auto head = peer.receiveHead();
    EXPECT_EQ(head->status, 200);
    EXPECT_EQ(head->header("content-type"), "text/event-stream");
    EXPECT_EQ(head->header("cache-control"), "no-store");
    EXPECT_EQ(head->header("connection"), "close");
    EXPECT_EQ(head->header("x-accel-buffering"), "no");
    for (int i = 0; i < 1000; ++i)
        ASSERT_EQ(peer.receiveEvent()->id, std::to_string(i));
}

TEST_F(Streams, SomethingFollowsTheHeadAtOnceAsAProxyKeepsItElse)
{
    limits.heartbeat = std::chrono::hours(1);
    serve();
    HttpPeer peer = follow();
    const Listener listener = listeners.take();
    ASSERT_TRUE(peer.receiveHead().has_value());
    EXPECT_EQ(peer.receiveLine(), ":") << "a comment";
    ASSERT_TRUE(listener.push(event("1", "x")));
    EXPECT_EQ(peer.receiveEvent()->id, "1");
}

TEST_F(Streams, AThousandListenersShareOneChunk)
{
    limits.connections = 1100;
    serve();
    std::vector<HttpPeer> peers;
    std::vector<Listener> all;
    for (int i = 0; i < 1000; ++i) {
        peers.push_back(follow());
        all.push_back(listeners.take());
    }
    const auto chunk = event("1", "shared");
    for (const Listener& listener : all)
        ASSERT_TRUE(listener.push(chunk));
    for (HttpPeer& peer : peers) {
        ASSERT_TRUE(peer.receiveHead().has_value());
        ASSERT_EQ(peer.receiveEvent()->data, "shared");
    }
    EXPECT_EQ(server->server().counts().listeners, 1000U);
}

TEST_F(Streams, ACommentKeepsAQuietStreamAlive)
{
    limits.heartbeat = std::chrono::milliseconds(20);
    serve();
    HttpPeer peer = follow();
    const Listener listener = listeners.take();
    ASSERT_TRUE(peer.receiveHead().has_value());
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(peer.receiveEvent()->isComment);
}

TEST_F(Streams, AListenerThatDoesNotReadIsDroppedAtItsBacklog)
{
    limits.kernelSendBufferBytes = 16 * 1024;
    serve();
    HttpPeer slow = follow(16 * 1024);
    const Listener toSlow = listeners.take();
    HttpPeer quick = follow();
    const Listener toQuick = listeners.take();
    ASSERT_TRUE(slow.receiveHead().has_value());
    ASSERT_TRUE(quick.receiveHead().has_value());
    const auto chunk = event("1", std::string(8000, 'x'));
    std::size_t most = 0;
    for (int i = 0; i < 10'000 && toSlow.isOpen(); ++i) {
        toSlow.push(chunk);
        most = std::max(most, toSlow.backlog());
        ASSERT_TRUE(toQuick.push(chunk));
        ASSERT_EQ(quick.receiveEvent()->id, "1");
    }
    EXPECT_EQ(closings.take(), 1);
    EXPECT_FALSE(toSlow.isOpen());
    EXPECT_TRUE(toQuick.isOpen());
    EXPECT_LE(most, limits.listenerBacklogBytes);
    EXPECT_EQ(server->server().counts().droppedListeners, 1U);
    EXPECT_TRUE(slow.receiveToEnd().has_value());
}

TEST_F(Streams, OneChunkAboveTheBacklogDropsTheListener)
{
    serve();
    HttpPeer peer = follow();
    const Listener listener = listeners.take();
    EXPECT_FALSE(listener.push(event("1", std::string(limits.listenerBacklogBytes, 'x'))));
    EXPECT_FALSE(listener.isOpen());
    EXPECT_EQ(closings.take(), 1);
    EXPECT_FALSE(listener.push(event("2", "x")));
}

TEST_F(Streams, ALongPastIsReplayedAtTheClientsPace)
{
    limits.kernelSendBufferBytes = 16 * 1024;
    serve();
    HttpPeer peer = follow(16 * 1024);
    const Listener listener = listeners.take();
    std::jthread replay([&] {
        for (int i = 0; i < 2000; ++i) {
            ASSERT_TRUE(listener.push(event(std::to_string(i), std::string(1000, 'x'))));
            while (listener.backlog() > limits.listenerBacklogBytes / 2)
                drainings.take();
        }
    });
    ASSERT_TRUE(peer.receiveHead().has_value());
    for (int i = 0; i < 2000; ++i)
        ASSERT_EQ(peer.receiveEvent()->id, std::to_string(i));
}

TEST_F(Streams, AClientThatLeavesClosesItsListenerOnce)
{
    serve();
    HttpPeer peer = follow();
    const Listener listener = listeners.take();
    ASSERT_TRUE(peer.receiveHead().has_value());
    peer.close();
    EXPECT_EQ(closings.take(), 1);
    EXPECT_FALSE(listener.isOpen());
    listener.close();
    server->server().stop();
    EXPECT_EQ(closed, 1);
}

TEST_F(Streams, TheLastHandleTakesTheStreamWithIt)
{
    serve();
    HttpPeer peer = follow();
    {
        const Listener listener = listeners.take();
        ASSERT_TRUE(listener.push(event("1", "last")));
    }
    ASSERT_TRUE(peer.receiveHead().has_value());
    EXPECT_EQ(peer.receiveEvent()->data, "last");
    EXPECT_EQ(peer.receiveToEnd(), "");
    EXPECT_EQ(closings.take(), 1);
}

TEST_F(Streams, HeadGetsTheHeaderOfAStreamAlone)
{
    serve();
    HttpPeer peer = server->connect();
    const auto answer = peer.request("HEAD", "/events");
    EXPECT_EQ(answer->header("content-type"), "text/event-stream");
    EXPECT_EQ(peer.receiveToEnd(), "");
    EXPECT_EQ(closings.take(), 1);
    EXPECT_FALSE(listeners.take().isOpen());
}

TEST_F(Streams, PushesFromManyThreadsAllArriveWhole)
{
    serve();
    HttpPeer peer = follow();
    const Listener listener = listeners.take();
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 100; ++i)
                listener.push(event(std::to_string(t), std::to_string(i)));
        });
    }
    ASSERT_TRUE(peer.receiveHead().has_value());
    std::array<int, 4> next{};
    for (int i = 0; i < 400; ++i) {
        const auto got = peer.receiveEvent();
        ASSERT_TRUE(got.has_value());
        EXPECT_EQ(got->data, std::to_string(next.at(std::stoul(got->id))++));
    }
}

} // namespace starqueue::hall::http::serve
