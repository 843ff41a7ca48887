#include "served.h"

namespace starqueue::hall::http::serve {

using test::HttpPeer;

TEST(ServerRequests, OneConnectionServesManyRequests)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    for (int i = 0; i < 50; ++i) {
        const auto answer = peer.request("POST", "/n?i=" + std::to_string(i), "body");
        ASSERT_TRUE(answer.has_value()) << answer.error();
        EXPECT_EQ(answer->body, "POST /n|i=" + std::to_string(i) + "|body");
        EXPECT_EQ(answer->header("content-type"), "text/plain");
        EXPECT_TRUE(answer->header("date").ends_with(" GMT"));
    }
}

TEST(ServerRequests, ARequestTornAtAnyByteIsTheSameRequest)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    const std::string text = HttpPeer::requestText("POST", "/torn?a=b", "four");
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
        ASSERT_TRUE(peer.send(text.substr(0, cut)));
        ASSERT_TRUE(peer.send(text.substr(cut)));
        const auto answer = peer.receive();
        ASSERT_TRUE(answer.has_value()) << cut << " " << answer.error();
        ASSERT_EQ(answer->body, "POST /torn|a=b|four") << cut;
    }
}

TEST(ServerRequests, ARequestMayComeByteByByte)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    for (const char byte : HttpPeer::requestText("POST", "/slow", "x"))
        ASSERT_TRUE(peer.send({&byte, 1}));
    EXPECT_EQ(peer.receive()->body, "POST /slow|x");
}

TEST(ServerRequests, PipelinedRequestsAreAnsweredInOrder)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    std::string all;
    for (int i = 0; i < 500; ++i)
        all += HttpPeer::requestText("POST", "/" + std::to_string(i), "b" + std::to_string(i));
    ASSERT_TRUE(peer.send(all));
    for (int i = 0; i < 500; ++i) {
        const std::string n = std::to_string(i);
        ASSERT_EQ(peer.receive()->body, std::string("POST /").append(n).append("|b").append(n));
    }
}

TEST(ServerRequests, PipelinedRequestsWaitForTheAnswerBeforeThem)
{
    Mailbox<Reply> replies;
    Served served(Limits{}, [&](const Request&, Reply reply) { replies.put(std::move(reply)); });
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/1") + HttpPeer::requestText("GET", "/2")));
    const Reply first = replies.take();
    EXPECT_EQ(replies.size(), 0U);
    first.send(200, "", "first");
    replies.take().send(200, "", "second");
    EXPECT_EQ(peer.receive()->body, "first");
    EXPECT_EQ(peer.receive()->body, "second");
}

TEST(ServerRequests, AHalfClosedClientStillGetsItsAnswers)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/1") + HttpPeer::requestText("GET", "/2")));
    peer.endSending();
    EXPECT_EQ(peer.receive()->body, "GET /1|");
    EXPECT_EQ(peer.receive()->body, "GET /2|");
    EXPECT_EQ(peer.receiveToEnd(), "");
}

TEST(ServerRequests, ConnectionCloseAndVersionOneZeroEndTheConnection)
{
    Served served(Limits{}, echo);
    HttpPeer closing = served.connect();
    const auto answer = closing.request("GET", "/", "", {{"Connection", "close"}});
    EXPECT_EQ(answer->header("connection"), "close");
    EXPECT_EQ(closing.receiveToEnd(), "");
    HttpPeer old = served.connect();
    ASSERT_TRUE(old.send("GET / HTTP/1.0\r\n\r\n"));
    EXPECT_EQ(old.receive()->status, 200);
    EXPECT_EQ(old.receiveToEnd(), "");
}

TEST(ServerRequests, VersionOneZeroMayKeepTheConnection)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(peer.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        EXPECT_EQ(peer.receive()->header("connection"), "keep-alive");
    }
}

TEST(ServerRequests, HeadGetsTheLengthWithoutTheBody)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    const auto answer = peer.request("HEAD", "/x");
    EXPECT_EQ(answer->header("content-length"), "8");
    EXPECT_EQ(peer.request("GET", "/y")->body, "GET /y|");
}

TEST(ServerRequests, WhoExpectsContinueIsToldToGoOn)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n"));
    EXPECT_EQ(peer.receive()->status, 100);
    ASSERT_TRUE(peer.send("body"));
    EXPECT_EQ(peer.receive()->body, "POST /|body");
}

TEST(ServerRequests, WhoSendsTheBodyAnywayIsNotToldToGoOn)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    EXPECT_EQ(peer.request("POST", "/", "body", {{"Expect", "100-continue"}})->status, 200);
}

TEST(ServerRequests, WhoExpectsContinueForTooMuchIsRefusedAtOnce)
{
    Served served(Limits{}, echo);
    HttpPeer peer = served.connect();
    ASSERT_TRUE(
        peer.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\nExpect: 100-continue\r\n\r\n"));
    EXPECT_EQ(peer.receive()->status, 413);
}

TEST(ServerRequests, EachEndpointIsToldApartAndPeersAreKnown)
{
    Mailbox<Request> requests;
    Served served(Limits{}, [&](Request request, const Reply& reply) {
        requests.put(std::move(request));
        reply.send(204, "", "");
    });
    const auto second = served.server().start("127.0.0.1", 0);
    ASSERT_TRUE(second.has_value());
    EXPECT_EQ(second->id, 1U);
    EXPECT_EQ(served.connect().request("GET", "/")->status, 204);
    EXPECT_EQ(HttpPeer::connect("127.0.0.1", second->port)->request("GET", "/")->status, 204);
    EXPECT_EQ(requests.take().endpoint, 0U);
    const Request request = requests.take();
    EXPECT_EQ(request.endpoint, 1U);
    EXPECT_EQ(request.peer, "127.0.0.1");
    EXPECT_TRUE(request.peerIsLoopback);
}

TEST(ServerRequests, AnEndpointThatCannotBeHadIsNamed)
{
    Served served(Limits{}, echo);
    const auto taken = served.server().start("127.0.0.1", served.port());
    ASSERT_FALSE(taken.has_value());
    EXPECT_EQ(taken.error().reason, ServerError::Reason::CannotListen);
    EXPECT_NE(taken.error().text.find(std::to_string(served.port())), std::string::npos);
    const auto bad = served.server().start("localhost", 0);
    ASSERT_FALSE(bad.has_value());
    EXPECT_EQ(bad.error().reason, ServerError::Reason::BadAddress);
}

} // namespace starqueue::hall::http::serve
