#include "served.h"

#include <atomic>
#include <thread>

namespace starqueue::hall::http::serve {

using test::HttpPeer;

TEST(ServerStop, WhatIsInFlightIsAnsweredFirst)
{
    Mailbox<Reply> replies;
    Served served(Limits{}, [&](const Request&, Reply reply) { replies.put(std::move(reply)); });
    HttpPeer busy = served.connect();
    HttpPeer idle = served.connect();
    ASSERT_TRUE(busy.send(HttpPeer::requestText("GET", "/1") + HttpPeer::requestText("GET", "/2")));
    std::optional<Reply> reply = replies.take();
    std::jthread stopping([&] { served.server().stop(); });
    EXPECT_EQ(idle.receiveToEnd(), "");
    reply->send(200, "", "kept");
    const auto answer = busy.receive();
    ASSERT_TRUE(answer.has_value()) << answer.error();
    EXPECT_EQ(answer->body, "kept");
    EXPECT_EQ(answer->header("connection"), "close");
    EXPECT_EQ(busy.receiveToEnd(), "");
    busy.close();
    stopping.join();
    EXPECT_EQ(replies.size(), 0U);
}

TEST(ServerStop, WhoHasJustComeIsStillAnswered)
{
    Limits limits;
    limits.firstTime = std::chrono::seconds(20);
    Mailbox<Reply> replies;
    Served served(limits, [&](const Request&, Reply reply) { replies.put(std::move(reply)); });
    HttpPeer busy = served.connect();
    HttpPeer waiting = served.connect(); // before the next, which is answered: so it is accepted
    HttpPeer known = served.connect();
    ASSERT_TRUE(busy.send(HttpPeer::requestText("GET", "/busy")));
    const Reply reply = replies.take();
    ASSERT_TRUE(known.send(HttpPeer::requestText("GET", "/known")));
    replies.take().send(200, "", "known");
    ASSERT_EQ(known.receive()->body, "known");
    std::jthread stopping([&] { served.server().stop(); });
    EXPECT_EQ(known.receiveToEnd(), "") << "and so the stop has begun";
    ASSERT_TRUE(waiting.send(HttpPeer::requestText("GET", "/late")));
    replies.take().send(200, "", "late");
    const auto late = waiting.receive();
    ASSERT_TRUE(late.has_value()) << late.error();
    EXPECT_EQ(late->body, "late");
    EXPECT_EQ(late->header("connection"), "close");
    reply.send(200, "", "busy");
    EXPECT_EQ(busy.receive()->body, "busy");
    waiting.close();
    busy.close();
}

TEST(ServerStop, WhoHasJustComeAndDoesntAskHoldsNothingUp)
{
    Limits limits;
    limits.firstTime = std::chrono::milliseconds(20);
    limits.stopTime = std::chrono::hours(1);
    Served served(limits, echo);
    HttpPeer silent = served.connect();
    EXPECT_EQ(served.connect().request("GET", "/")->status, 200);
    served.server().stop();
    EXPECT_EQ(silent.receiveToEnd(), "");
}

TEST(ServerStop, WhoIsNotAnsweredInTimeGets503)
{
    Limits limits;
    limits.stopTime = std::chrono::milliseconds(30);
    Mailbox<Reply> replies;
    Served served(limits, [&](const Request&, Reply reply) { replies.put(std::move(reply)); });
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/")));
    const Reply reply = replies.take();
    served.server().stop();
    EXPECT_EQ(peer.receive()->status, 503);
    EXPECT_EQ(peer.receiveToEnd(), "");
}

TEST(ServerStop, StreamsEndAndTheirOwnersAreToldBeforeItReturns)
{
    std::atomic<int> closed = 0;
    Mailbox<Listener> listeners;
    Served served(Limits{}, [&](const Request&, const Reply& reply) {
        listeners.put(reply.stream({[&] { ++closed; }, {}}));
    });
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/")));
    const Listener listener = listeners.take();
    ASSERT_TRUE(peer.receiveHead().has_value());
    served.server().stop();
    EXPECT_EQ(closed, 1);
    EXPECT_FALSE(listener.isOpen());
    EXPECT_FALSE(listener.push(std::make_shared<const std::string>("data: x\n\n")));
    EXPECT_EQ(peer.receiveToEnd(), ":\n") << "the comment that begins it";
}

TEST(ServerStop, StoppedItListensNoMoreAndCannotStartAgain)
{
    Served served(Limits{}, echo);
    EXPECT_EQ(served.connect().request("GET", "/")->status, 200);
    served.server().stop();
    EXPECT_FALSE(HttpPeer::connect("127.0.0.1", served.port()).has_value());
    const auto again = served.server().start("127.0.0.1", 0);
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().reason, ServerError::Reason::Stopped);
    served.server().stop();
}

TEST(ServerStop, AServerThatNeverStartedEndsQuietly)
{
    Server server(Limits{}, echo);
    server.stop();
}

TEST(ServerStop, StoppingUnderLoadLosesNoAnswerThatWasBegun)
{
    std::atomic<int> handled = 0;
    Served served(Limits{}, [&](const Request& request, const Reply& reply) {
        ++handled;
        echo(request, reply);
    });
    std::atomic<int> answered = 0;
    std::vector<std::jthread> clients;
    for (int i = 0; i < 4; ++i) {
        // Connected here: 200 answers to the others might come before this thread begins.
        clients.emplace_back([&answered, peer = served.connect()]() mutable {
            while (peer.request("GET", "/").has_value())
                ++answered;
        });
    }
    while (answered < 200)
        std::this_thread::yield();
    served.server().stop();
    clients.clear();
    EXPECT_EQ(answered, handled);
}

} // namespace starqueue::hall::http::serve
