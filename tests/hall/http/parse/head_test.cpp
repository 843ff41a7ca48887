#include <hall/http/parse/head.h>

#include <gtest/gtest.h>

#include <string>

namespace starqueue::hall::http::parse {

namespace {

int statusOf(const std::string& head)
{
    const auto parsed = parseHead(head, Limits{});
    return parsed ? 200 : parsed.error().status;
}

std::string get(const std::string& lines)
{
    return "GET / HTTP/1.1\r\n" + lines + "\r\n";
}

} // namespace

TEST(HeadScan, FindsTheEndWhereverTheHeadIsTorn)
{
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (std::size_t cut = 0; cut < head.size(); ++cut) {
        HeadScan scan;
        ASSERT_EQ(scan.scan(head.substr(0, cut)), HeadScan::State::NeedMore) << cut;
        ASSERT_EQ(scan.scan(head + "body"), HeadScan::State::Complete) << cut;
        ASSERT_EQ(scan.length(), head.size());
    }
}

TEST(HeadScan, StopsAtBytesThatReadersDisagreeAbout)
{
    const std::string bad[] = {
        "GET / HTTP/1.1\nHost: a\n\n",
        "GET / HTTP/1.1\r\nHost: a\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\rX: b\r\n",
        std::string("GET / HTTP/1.1\r\nHost: \0a\r\n", 26),
        "GET / HTTP/1.1\r\nHost: a\r\n folded",
        "GET / HTTP/1.1\r\nHost: a\r\n\tfolded",
        "GET / HTTP/1.1\r\nHost: a\x01\r\n\r\n",
        "\nGET / HTTP/1.1\r\n",
        " GET / HTTP/1.1\r\n",
    };
    for (const std::string& text : bad)
        EXPECT_EQ(HeadScan().scan(text), HeadScan::State::Malformed) << text;
}

TEST(Head, NoFlippedBitMakesTheParserCrashOrInventABody)
{
    const std::string head = "POST /a?b=c HTTP/1.1\r\nHost: hall\r\nContent-Length: 4\r\n\r\n";
    for (std::size_t bit = 0; bit < head.size() * 8; ++bit) {
        std::string flipped = head;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        if (HeadScan().scan(flipped) != HeadScan::State::Complete)
            continue;
        const auto parsed = parseHead(flipped, Limits{});
        if (parsed) {
            EXPECT_LE(parsed->contentLength, Limits{}.bodyBytes) << flipped;
        } else {
            EXPECT_GE(parsed.error().status, 400);
        }
    }
}

TEST(Head, KeepsMethodTargetAndHeaders)
{
    const auto head = parseHead(
        "PUT /a%20b?x=%E7%AA%97&open HTTP/1.1\r\nHost: h:1\r\nX-Thing:  one two \r\n\r\n", Limits{});
    ASSERT_TRUE(head.has_value());
    EXPECT_EQ(head->request.method, "PUT");
    EXPECT_EQ(head->request.path, "/a b");
    EXPECT_EQ(head->request.parameter("x"), "窗");
    EXPECT_EQ(head->request.parameter("open"), "");
    EXPECT_EQ(head->request.parameter("Open"), std::nullopt);
    EXPECT_EQ(head->request.header("x-THING"), "one two");
    EXPECT_EQ(head->request.header("absent"), std::nullopt);
}

TEST(Head, NeedsExactlyOneProperHost)
{
    EXPECT_EQ(statusOf(get("Host: hall\r\n")), 200);
    EXPECT_EQ(statusOf(get("Host: [::1]:8470\r\n")), 200);
    EXPECT_EQ(statusOf(get("")), 400);
    EXPECT_EQ(statusOf(get("Host: \r\n")), 400);
    EXPECT_EQ(statusOf(get("Host: a\r\nHost: a\r\n")), 400);
    EXPECT_EQ(statusOf(get("Host: a/b\r\n")), 400);
    EXPECT_EQ(statusOf(get("Host: a@b\r\n")), 400);
    EXPECT_EQ(statusOf("GET / HTTP/1.0\r\n\r\n"), 200);
    EXPECT_EQ(statusOf("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
}

TEST(Head, RefusesEveryAmbiguousLength)
{
    const auto status = [](const std::string& lines) { return statusOf(get("Host: a\r\n" + lines)); };
    EXPECT_EQ(status("Content-Length: 4\r\n"), 200);
    EXPECT_EQ(status("Content-Length: 4\r\nContent-Length: 4\r\n"), 400);
    EXPECT_EQ(status("Content-Length: 4\r\nContent-Length: 5\r\n"), 400);
    EXPECT_EQ(status("Content-Length: 4, 4\r\n"), 400);
    EXPECT_EQ(status("Content-Length: +4\r\n"), 400);
    EXPECT_EQ(status("Content-Length: -4\r\n"), 400);
    EXPECT_EQ(status("Content-Length: 0x4\r\n"), 400);
    EXPECT_EQ(status("Content-Length: 4 4\r\n"), 400);
    EXPECT_EQ(status("Content-Length: \r\n"), 400);
    EXPECT_EQ(status("Content-Length : 4\r\n"), 400);
    EXPECT_EQ(status("Content-Length: 18446744073709551616\r\n"), 400);
    EXPECT_EQ(status("Content-Length: 18446744073709551615\r\n"), 413);
    EXPECT_EQ(status("Content-Length: 65536\r\n"), 200);
    EXPECT_EQ(status("Content-Length: 65537\r\n"), 413);
}

TEST(Head, RefusesEveryTransferEncoding)
{
    const auto status = [](const std::string& lines) { return statusOf(get("Host: a\r\n" + lines)); };
    EXPECT_EQ(status("Transfer-Encoding: chunked\r\n"), 411);
    EXPECT_EQ(status("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 411);
    EXPECT_EQ(status("Transfer-Encoding: identity\r\n"), 411);
    EXPECT_EQ(status("Transfer-Encoding: xchunked\r\n"), 411);
    EXPECT_EQ(status("transfer-encoding:\tchunked\r\n"), 411);
    EXPECT_EQ(status("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n"), 400);
    EXPECT_EQ(status("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n"), 400);
    EXPECT_EQ(status("Content-Length: 4\r\nTransfer-Encoding: gzip\r\n"), 400);
    EXPECT_EQ(status("Transfer-Encoding : chunked\r\n"), 400);
}

TEST(Head, SpeaksTwoVersionsOnly)
{
    EXPECT_EQ(statusOf("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), 505);
    EXPECT_EQ(statusOf("GET / HTTP/1.2\r\nHost: a\r\n\r\n"), 505);
    EXPECT_EQ(statusOf("GET / HTTP/0.9\r\nHost: a\r\n\r\n"), 505);
    EXPECT_EQ(statusOf("GET / HTTX/1.1\r\nHost: a\r\n\r\n"), 400);
    EXPECT_EQ(statusOf("GET / http/1.1\r\nHost: a\r\n\r\n"), 400);
    EXPECT_EQ(statusOf("GET / HTTP/1.1 \r\nHost: a\r\n\r\n"), 400);
    EXPECT_EQ(statusOf("GET /\r\nHost: a\r\n\r\n"), 400);
    EXPECT_EQ(statusOf("GET  / HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
    EXPECT_EQ(statusOf("\r\n\r\n"), 400);
    EXPECT_EQ(statusOf(":\r\n\r\n"), 400);
}

TEST(Head, TakesSoManyHeaderLinesAndNoMore)
{
    std::string lines = "Host: a\r\n";
    for (int i = 1; i < 100; ++i)
        lines += "X: y\r\n";
    EXPECT_EQ(statusOf(get(lines)), 200);
    EXPECT_EQ(statusOf(get(lines + "X: y\r\n")), 431);
}

TEST(Head, KnowsHowLongAConnectionLasts)
{
    const auto keeps = [](const std::string& text) { return parseHead(text, Limits{})->keepAlive; };
    EXPECT_TRUE(keeps("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    EXPECT_FALSE(keeps("GET / HTTP/1.1\r\nHost: a\r\nConnection: foo, Close\r\n\r\n"));
    EXPECT_FALSE(keeps("GET / HTTP/1.0\r\n\r\n"));
    EXPECT_TRUE(keeps("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
}

TEST(Head, UnderstandsOneExpectationOnly)
{
    const auto lines = "Host: a\r\nContent-Length: 1\r\nExpect: ";
    EXPECT_TRUE(parseHead(get(lines + std::string("100-Continue\r\n")), Limits{})->expectsContinue);
    EXPECT_EQ(statusOf(get(lines + std::string("200-ok\r\n"))), 417);
}

} // namespace starqueue::hall::http::parse
