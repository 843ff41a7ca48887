#include "served.h"

#include <thread>

#include <poll.h>

namespace starqueue::hall::http::serve {

using std::chrono::milliseconds;
using test::HttpPeer;

TEST(ServerLimits, ARequestThatDoesNotArriveWholeInTimeIsRefused)
{
    Limits limits;
    limits.requestTime = milliseconds(50);
    Served served(limits, echo);
    for (const std::string& begun :
         {std::string("G"), std::string("GET / HTTP/1.1\r\nHost: a\r\n"),
          std::string("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf")}) {
        HttpPeer peer = served.connect();
        ASSERT_TRUE(peer.send(begun));
        const auto answer = peer.receive();
        ASSERT_TRUE(answer.has_value()) << answer.error();
        EXPECT_EQ(answer->status, 408);
        EXPECT_EQ(peer.receiveToEnd(), "");
    }
}

TEST(ServerLimits, ASlowClientThatKeepsSendingGainsNoTime)
{
    Limits limits;
    limits.requestTime = milliseconds(100);
    Served served(limits, echo);
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send("GET / HTTP/1.1\r\nHost: a\r\n"));
    // A byte or two whenever 5 ms brought no word from the server: with an idle limit this would go on for
    // ever.
    pollfd waiting{peer.descriptor(), POLLIN, 0};
    int rounds = 0;
    while (poll(&waiting, 1, 5) == 0 && ++rounds < 3000)
        peer.send("X: y\r\n");
    EXPECT_EQ(peer.receive()->status, 408);
}

TEST(ServerLimits, ASilentClientIsClosedWithoutAWord)
{
    Limits limits;
    limits.idleTime = milliseconds(300);
    Served served(limits, echo);
    HttpPeer fresh = served.connect();
    EXPECT_EQ(fresh.receiveToEnd(), "");
    HttpPeer used = served.connect();
    EXPECT_EQ(used.request("GET", "/")->status, 200);
    EXPECT_EQ(used.receiveToEnd(), "");
}

TEST(ServerLimits, AHandlerMayTakeLongerThanAnyClientLimit)
{
    Limits limits;
    limits.idleTime = limits.requestTime = limits.answerTime = milliseconds(200);
    Mailbox<Reply> replies;
    Served served(limits, [&](const Request&, Reply reply) { replies.put(std::move(reply)); });
    HttpPeer waiting = served.connect();
    ASSERT_TRUE(waiting.send(HttpPeer::requestText("GET", "/")));
    const Reply reply = replies.take();
    // Another client's idle time runs out meanwhile: proof that time was kept.
    EXPECT_EQ(served.connect().receiveToEnd(), "");
    reply.send(200, "", "late");
    EXPECT_EQ(waiting.receive()->body, "late");
}

TEST(ServerLimits, SilentStrangersShutNobodyOut)
{
    Limits limits;
    limits.connections = 3;
    Served served(limits, [](const Request& request, const Reply& reply) {
        if (request.path == "/known")
            reply.vouch();
        reply.send(200, "text/plain", request.path);
    });
    HttpPeer known = served.connect();
    EXPECT_EQ(known.request("GET", "/known")->status, 200);
    HttpPeer silent = served.connect();
    HttpPeer half = served.connect();
    ASSERT_TRUE(half.send("GET / HTTP/1.1\r\nHost"));
    std::vector<HttpPeer> newcomers;
    for (int i = 0; i < 10; ++i) {
        newcomers.push_back(served.connect());
        EXPECT_EQ(newcomers.back().request("GET", "/")->status, 200);
    }
    EXPECT_EQ(silent.receiveToEnd(), "");
    EXPECT_EQ(half.receiveToEnd(), "");
    EXPECT_EQ(known.request("GET", "/")->status, 200) << "is known by what it asked before";
    EXPECT_EQ(served.server().counts().refusedClients, 0U);
    EXPECT_GE(served.server().counts().evictedClients, 10U);
}

TEST(ServerLimits, WhoWaitsForAnAnswerOrFollowsIsNotClosedForANewcomer)
{
    Limits limits;
    limits.connections = 2;
    Mailbox<Reply> replies;
    Mailbox<Listener> listeners;
    Served served(limits, [&](const Request& request, const Reply& reply) {
        if (request.path == "/events")
            listeners.put(reply.stream());
        else
            replies.put(reply);
    });
    HttpPeer follower = served.connect();
    ASSERT_TRUE(follower.send(HttpPeer::requestText("GET", "/events")));
    const Listener listener = listeners.take();
    HttpPeer asking = served.connect();
    ASSERT_TRUE(asking.send(HttpPeer::requestText("GET", "/")));
    const Reply reply = replies.take();
    EXPECT_EQ(served.connect().receive()->status, 503);
    reply.send(200, "", "late");
    EXPECT_EQ(asking.receive()->body, "late");
    EXPECT_TRUE(listener.isOpen());
}

TEST(ServerLimits, KnownConnectionsBeyondTheLimitAreTurnedAway)
{
    Limits limits;
    limits.connections = 3;
    Served served(limits, [](const Request& request, const Reply& reply) {
        reply.vouch();
        echo(request, reply);
    });
    std::vector<HttpPeer> peers;
    for (int i = 0; i < 3; ++i) {
        peers.push_back(served.connect());
        EXPECT_EQ(peers.back().request("GET", "/")->status, 200);
    }
    HttpPeer fourth = served.connect();
    EXPECT_EQ(fourth.receive()->status, 503);
    EXPECT_EQ(served.server().counts().refusedClients, 1U);
    peers.front().endSending();
    EXPECT_EQ(peers.front().receiveToEnd(), "");
    EXPECT_EQ(served.connect().request("GET", "/")->status, 200);
}

TEST(ServerLimits, WhatAClientSaysOfItsAddressIsNotBelieved)
{
    Limits limits;
    limits.connectionsPerPeer = 1;
    limits.loopbackExempt = false;
    Served served(limits,
                  [](const Request& request, const Reply& reply) { reply.send(200, "", request.peer); });
    HttpPeer first = served.connect();
    EXPECT_EQ(
        first.request("GET", "/", {}, {{"X-Forwarded-For", "192.0.2.7"}, {"Forwarded", "for=192.0.2.7"}})
            ->body,
        "127.0.0.1");
    EXPECT_EQ(served.connect().receive()->status, 503);
}

TEST(ServerLimits, OneAddressHasItsOwnLimitAndLoopbackHasNone)
{
    Limits limits;
    limits.connectionsPerPeer = 2;
    limits.loopbackExempt = false;
    Served strict(limits, echo);
    HttpPeer first = strict.connect();
    HttpPeer second = strict.connect();
    EXPECT_EQ(first.request("GET", "/")->status, 200);
    EXPECT_EQ(second.request("GET", "/")->status, 200);
    EXPECT_EQ(strict.connect().receive()->status, 503);
    limits.loopbackExempt = true;
    Served exempt(limits, echo);
    std::vector<HttpPeer> peers;
    for (int i = 0; i < 5; ++i) {
        peers.push_back(exempt.connect());
        EXPECT_EQ(peers.back().request("GET", "/")->status, 200);
    }
}

TEST(ServerLimits, WhoDoesNotTakeTheAnswerInTimeIsClosed)
{
    Limits limits;
    limits.answerTime = milliseconds(50);
    limits.kernelSendBufferBytes = 16 * 1024;
    const auto big = std::make_shared<const std::string>(8 * 1024 * 1024, 'x');
    Served served(limits, [&](const Request&, const Reply& reply) { reply.send(200, "text/plain", big); });
    HttpPeer peer = served.connect(16 * 1024);
    ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/")));
    while (served.server().counts().requests == 0 || served.server().counts().connections != 0)
        std::this_thread::yield();
    const auto got = peer.receiveToEnd();
    ASSERT_TRUE(got.has_value());
    EXPECT_LT(got->size(), big->size());
}

TEST(ServerLimits, WhoTakesABigAnswerGetsAllOfIt)
{
    const auto big = std::make_shared<const std::string>(8 * 1024 * 1024, 'x');
    Served served(Limits{}, [&](const Request&, const Reply& reply) { reply.send(200, "text/plain", big); });
    HttpPeer peer = served.connect(16 * 1024);
    EXPECT_EQ(peer.request("GET", "/")->body, *big);
    EXPECT_EQ(peer.request("GET", "/")->body, *big);
}

} // namespace starqueue::hall::http::serve
