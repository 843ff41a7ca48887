#include "served.h"

#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace starqueue::hall::http::serve {

using test::HttpPeer;

namespace {

/// Answers /errand from an errand with the names of the two threads, everything else at once.
void answerAside(Server& server, const Request& request, const Reply& reply)
{
    if (request.path != "/errand")
        return echo(request, reply);
    const auto handling = std::this_thread::get_id();
    const bool lent = server.lend([reply, handling] {
        reply.send(200, "", handling == std::this_thread::get_id() ? "same thread" : "another thread");
    });
    EXPECT_TRUE(lent);
}

/// A server whose handler can lend.
class Lending
{
public:
    Lending()
        : m_served(Limits{}, [this](const Request& request, const Reply& reply) {
              answerAside(m_served.server(), request, reply);
          })
    {}

    Server& server() { return m_served.server(); }
    HttpPeer connect() { return m_served.connect(); }

private:
    Served m_served;
};

/// An errand that is under way until it is let go.
class Blocked
{
public:
    explicit Blocked(Server& server)
    {
        EXPECT_TRUE(server.lend([state = m_state, until = m_state->letGo.get_future().share()] {
            state->begun.set_value();
            until.wait();
        }));
    }

    void awaitBegin() { m_state->begun.get_future().wait(); }
    void letGo() { m_state->letGo.set_value(); }

private:
    struct State
    {
        std::promise<void> begun;
        std::promise<void> letGo;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace

TEST(ServerLend, AHandlersErrandRunsOnTheThreadThatTookTheRequest)
{
    Lending lending;
    HttpPeer peer = lending.connect();
    for (int i = 0; i < 200; ++i)
        ASSERT_EQ(peer.request("GET", "/errand")->body, "same thread");
}

TEST(ServerLend, WhileAnErrandBlocksOthersAreServed)
{
    Lending lending;
    Blocked blocked(lending.server());
    blocked.awaitBegin();
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(lending.connect().request("GET", "/")->status, 200);
    blocked.letGo();
}

TEST(ServerLend, WhatAnErrandAnsweredIsSentWhileTheNextOneBlocks)
{
    Lending lending;
    Blocked first(lending.server());
    first.awaitBegin();
    HttpPeer peer = lending.connect();
    ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/errand")));
    while (lending.server().counts().requests == 0)
        std::this_thread::yield();
    Blocked second(lending.server());
    first.letGo();
    EXPECT_EQ(peer.receive()->status, 200);
    second.letGo();
}

TEST(ServerLend, WithoutThreadsNothingIsTaken)
{
    Server server(Limits{}, echo);
    EXPECT_FALSE(server.lend([] { FAIL() << "there is no thread for this"; }));
    ASSERT_TRUE(server.start("127.0.0.1", 0).has_value());
    server.stop();
    EXPECT_FALSE(server.lend([] { FAIL() << "there is no thread for this any more"; }));
}

TEST(ServerLend, StopRunsWhatWasTaken)
{
    Lending lending;
    Blocked blocked(lending.server());
    blocked.awaitBegin();
    std::atomic<int> done = 0;
    for (int i = 0; i < 10; ++i)
        ASSERT_TRUE(lending.server().lend([&] { ++done; }));
    std::jthread stopping([&] { lending.server().stop(); });
    blocked.letGo();
    stopping.join();
    EXPECT_EQ(done, 10);
}

TEST(ServerLend, ManyClientsWithErrandsAllGetTheirAnswers)
{
    Lending lending;
    std::vector<std::jthread> clients;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 8; ++i)
        clients.emplace_back([&] {
            HttpPeer peer = lending.connect();
            for (int n = 0; n < 200; ++n)
                answered += peer.request("GET", "/errand")->status == 200 ? 1 : 0;
        });
    clients.clear();
    EXPECT_EQ(answered, 1600);
}

} // namespace starqueue::hall::http::serve
