#include "served.h"

#include <atomic>

namespace starqueue::hall::http::serve {

using test::HttpPeer;

namespace {

/// What a server says to bytes that must be refused; the connection must end and no handler be called.
struct Refused : ::testing::Test
{
    std::atomic<int> handled = 0;
    Served served{Limits{}, [this](const Request& request, const Reply& reply) {
                      ++handled;
                      echo(request, reply);
                  }};

    int statusOf(const std::string& bytes)
    {
        HttpPeer peer = served.connect();
        EXPECT_TRUE(peer.send(bytes));
        const auto answer = peer.receive();
        if (!answer)
            return 0;
        EXPECT_EQ(answer->header("connection"), "close");
        EXPECT_EQ(answer->header("content-type"), "application/problem+json");
        EXPECT_EQ(peer.receiveToEnd(), "");
        return answer->status;
    }
};

} // namespace

TEST_F(Refused, SmuggledRequestsReachNoHandler)
{
    const std::string inner = "GET /admin HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto post = [&](const std::string& lines, const std::string& body) {
        return "POST / HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n" + body;
    };
    EXPECT_EQ(statusOf(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + inner)),
              400);
    EXPECT_EQ(statusOf(post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n" + inner)),
              400);
    EXPECT_EQ(statusOf(post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n" + inner)), 411);
    EXPECT_EQ(statusOf(post("Content-Length: 0\r\nContent-Length: 5\r\n", inner)), 400);
    EXPECT_EQ(statusOf(post("Content-Length: 0\r\nContent-Length: 0\r\n", inner)), 400);
    EXPECT_EQ(statusOf(post("Content-Length: 0, 5\r\n", inner)), 400);
    EXPECT_EQ(statusOf(post("X: y\n", inner)), 400);
    EXPECT_EQ(statusOf(post(std::string("X: \0y\r\n", 7), inner)), 400);
    EXPECT_EQ(statusOf(post("X: y\r\n Content-Length: 5\r\n", inner)), 400);
    EXPECT_EQ(statusOf(post("Host: b\r\n", inner)), 400);
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\n\r\n" + inner), 400);
    EXPECT_EQ(statusOf("GET / HTTP/3.0\r\nHost: a\r\n\r\n" + inner), 505);
    EXPECT_EQ(handled, 0);
    EXPECT_EQ(served.server().counts().refusedRequests, 12U);
}

TEST_F(Refused, MalformedBytesAreRefusedBeforeTheHeaderEnds)
{
    EXPECT_EQ(statusOf("GET / HTTP/1.1\n"), 400);
    EXPECT_EQ(statusOf(std::string("\x16\x03\x01\x02", 4)), 400);
    EXPECT_EQ(statusOf("GET / HTTP/1.1\r\nA: b\r\n c"), 400);
}

TEST_F(Refused, ARequestBehindAGoodOneIsRefusedAfterItsAnswer)
{
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send(HttpPeer::requestText("GET", "/good") + "BAD\r\n\r\n"));
    EXPECT_EQ(peer.receive()->status, 200);
    EXPECT_EQ(peer.receive()->status, 400);
    EXPECT_EQ(peer.receiveToEnd(), "");
}

TEST_F(Refused, AHeaderAsLongAsTheLimitIsTakenAndALongerOneIsNot)
{
    const std::string start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    const std::size_t limit = Limits{}.headerBytes;
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send(start + std::string(limit - start.size() - 4, 'x') + "\r\n\r\n"));
    EXPECT_EQ(peer.receive()->status, 200);
    EXPECT_EQ(statusOf(start + std::string(limit - start.size() - 3, 'x') + "\r\n\r\n"), 431);
    EXPECT_EQ(statusOf(start + std::string(200'000, 'x')), 431);
    EXPECT_EQ(statusOf("GET /" + std::string(200'000, 'x')), 431);
}

TEST_F(Refused, ABodyAsLongAsTheLimitIsTakenAndALongerOneIsNot)
{
    const std::size_t limit = Limits{}.bodyBytes;
    HttpPeer peer = served.connect();
    EXPECT_EQ(peer.request("POST", "/", std::string(limit, 'b'))->status, 200);
    EXPECT_EQ(statusOf(HttpPeer::requestText("POST", "/", std::string(limit + 1, 'b'))), 413);
}

TEST_F(Refused, TheReasonIsAProblemDocument)
{
    HttpPeer peer = served.connect();
    ASSERT_TRUE(peer.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"));
    EXPECT_EQ(peer.receive()->body,
              R"({"type":"about:blank","title":"Length Required","status":411,)"
              R"("detail":"Send a Content-Length instead of Transfer-Encoding.","code":"length_required"})");
}

} // namespace starqueue::hall::http::serve
