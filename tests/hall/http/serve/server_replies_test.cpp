#include "served.h"

#include <stdexcept>
#include <thread>

namespace starqueue::hall::http::serve {

using test::HttpPeer;

TEST(ServerReplies, AReplyThatIsDroppedUnsentIsA500)
{
    Served served(Limits{}, [](const Request&, const Reply&) {});
    HttpPeer peer = served.connect();
    const auto answer = peer.request("GET", "/");
    EXPECT_EQ(answer->status, 500);
    EXPECT_NE(answer->body.find("\"code\":\"internal\""), std::string::npos);
    EXPECT_EQ(peer.request("GET", "/")->status, 500);
}

TEST(ServerReplies, OnlyTheFirstAnswerCounts)
{
    Mailbox<bool> results;
    Served served(Limits{}, [&](const Request&, const Reply& reply) {
        results.put(reply.send(200, "", "one"));
        results.put(reply.send(404, "", "two"));
        results.put(reply.stream().isOpen());
    });
    HttpPeer peer = served.connect();
    EXPECT_EQ(peer.request("GET", "/")->body, "one");
    EXPECT_EQ(peer.request("GET", "/")->body, "one");
    EXPECT_TRUE(results.take());
    EXPECT_FALSE(results.take());
    EXPECT_FALSE(results.take());
}

TEST(ServerReplies, OfManyThreadsExactlyOneAnswers)
{
    Mailbox<Reply> replies;
    Served served(Limits{}, [&](const Request&, Reply reply) { replies.put(std::move(reply)); });
    HttpPeer peer = served.connect();
    for (int round = 0; round < 50; ++round) {
        ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/")));
        std::atomic<int> first = 0;
        {
            const Reply reply = replies.take();
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&first, reply] { first += reply.send(200, "", "x") ? 1 : 0; });
        }
        EXPECT_EQ(first, 1);
        EXPECT_EQ(peer.receive()->body, "x");
    }
}

TEST(ServerReplies, AHandlerThatThrowsIsA500AndCounted)
{
    Served served(Limits{}, [](const Request&, const Reply&) { throw std::runtime_error("oops"); });
    HttpPeer peer = served.connect();
    EXPECT_EQ(peer.request("GET", "/")->status, 500);
    EXPECT_EQ(served.server().counts().handlerFailures, 1U);
}

TEST(ServerReplies, AHeaderCannotBreakOutOfItsLine)
{
    Served served(Limits{}, [](const Request& request, const Reply& reply) {
        if (request.path == "/value")
            reply.send(200, "", "x", {{"Location", "/a\r\nSet-Cookie: b"}});
        else if (request.path == "/name")
            reply.send(200, "", "x", {{"A: b\r\nC", "d"}});
        else if (request.path == "/type")
            reply.send(200, "text/plain\nX: y", "x");
        else
            reply.send(42, "", "x");
    });
    HttpPeer peer = served.connect();
    for (const auto* path : {"/value", "/name", "/type", "/status"})
        EXPECT_EQ(peer.request("GET", path)->status, 500) << path;
}

TEST(ServerReplies, NoContentHasNoLengthAndTheConnectionGoesOn)
{
    Served served(Limits{}, [](const Request&, const Reply& reply) { reply.send(204, "", "ignored"); });
    HttpPeer peer = served.connect();
    for (int i = 0; i < 3; ++i) {
        const auto answer = peer.request("GET", "/");
        EXPECT_EQ(answer->status, 204);
        EXPECT_EQ(answer->header("content-length"), "");
    }
}

TEST(ServerReplies, AClientThatIsGoneIsNoError)
{
    Mailbox<Reply> replies;
    Served served(Limits{}, [&](const Request& request, Reply reply) {
        if (request.path == "/ping")
            reply.send(200, "", "pong");
        else
            replies.put(std::move(reply));
    });
    for (int i = 0; i < 20; ++i) {
        HttpPeer gone = served.connect();
        ASSERT_TRUE(gone.send(HttpPeer::requestText("GET", "/")));
        const Reply reply = replies.take();
        gone.close();
        EXPECT_TRUE(reply.send(200, "", std::string(100'000, 'x')));
    }
    EXPECT_EQ(served.connect().request("GET", "/ping")->body, "pong");
}

TEST(ServerReplies, AReplyMayOutliveItsServer)
{
    Mailbox<Reply> replies;
    Limits limits;
    limits.stopTime = std::chrono::milliseconds(20);
    std::optional<Reply> late;
    {
        Served served(limits, [&](const Request&, Reply reply) { replies.put(std::move(reply)); });
        HttpPeer peer = served.connect();
        ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/")));
        late = replies.take();
    }
    EXPECT_TRUE(late->send(200, "", "too late"));
    EXPECT_FALSE(late->stream().isOpen());
}

} // namespace starqueue::hall::http::serve
