#include <hall/api/support/face.h>

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <random>
#include <stdexcept>

namespace starqueue::hall::test {

using starqueue::test::HttpAnswer;
using starqueue::test::HttpPeer;

namespace {

Said said(const tl::expected<HttpAnswer, std::string>& answer)
{
    if (!answer) {
        ADD_FAILURE() << answer.error();
        return {};
    }
    json body = json::parse(answer->body, nullptr, false);
    return {answer->status, body.is_discarded() ? json(nullptr) : std::move(body), *answer};
}

} // namespace

void expectRefused(const Said& said, const std::string& code, const std::string& state)
{
    EXPECT_EQ(said.status, 409) << said.raw.body;
    EXPECT_EQ(said.code(), code) << said.raw.body;
    EXPECT_EQ(said.state(), state) << said.raw.body;
    EXPECT_EQ(said.raw.header("content-type"), "application/problem+json");
    EXPECT_FALSE(said.body.value("detail", "").empty());
}

std::string newRequestId()
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    std::string id;
    for (std::size_t i = 0; i < 36; ++i)
        id += i == 8 || i == 13 || i == 18 || i == 23 ? '-' : "0123456789abcdef"[random() % 16];
    return id;
}

Face::Face(std::uint16_t port, std::string token) : m_port(port), m_token(std::move(token)) {}

Said Face::post(const std::string& path, json body)
{
    if (!body.contains("requestId"))
        body["requestId"] = newRequestId();
    return send("POST", path, body.dump());
}

Said Face::put(const std::string& path, json body)
{
    if (!body.contains("requestId"))
        body["requestId"] = newRequestId();
    return send("PUT", path, body.dump());
}

Said Face::send(const std::string& method, const std::string& path, const std::string& body)
{
    if (!m_peer) {
        auto peer = HttpPeer::connect("127.0.0.1", m_port);
        if (!peer) {
            ADD_FAILURE() << peer.error();
            return {};
        }
        m_peer = std::move(*peer);
    }
    HttpPeer::Headers headers;
    if (!m_token.empty())
        headers.emplace_back("Authorization", "Bearer " + m_token);
    auto answer = m_peer->request(method, "/api/v1" + path, body, headers);
    if (!answer || answer->header("connection") == "close")
        m_peer.reset();
    Said answered = said(answer);
    if (m_watcher)
        m_watcher(method, path, body, answered);
    return answered;
}

std::uint16_t freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    const bool isBound = ::bind(descriptor, any, size) == 0 && ::getsockname(descriptor, any, &size) == 0;
    ::close(descriptor);
    if (!isBound)
        throw std::runtime_error("no port is free");
    return ntohs(address.sin_port);
}

Said call(std::uint16_t port, const std::string& method, const std::string& target, const std::string& body,
          const HttpPeer::Headers& headers)
{
    auto peer = HttpPeer::connect("127.0.0.1", port);
    if (!peer) {
        ADD_FAILURE() << peer.error();
        return {};
    }
    return said(peer->request(method, target, body, headers));
}

} // namespace starqueue::hall::test
