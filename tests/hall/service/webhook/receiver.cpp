#include <hall/service/webhook/receiver.h>

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <chrono>

namespace starqueue::hall::test {

namespace {

constexpr auto kPatience = std::chrono::seconds(60);

std::vector<Receiver::Got> taken(const std::vector<Receiver::Got>& all)
{
    std::vector<Receiver::Got> some;
    std::ranges::copy_if(all, std::back_inserter(some),
                         [](const Receiver::Got& got) { return got.answered < 300; });
    return some;
}

} // namespace

Receiver::Receiver()
{
    begin();
}

void Receiver::begin()
{
    m_server = std::make_unique<http::Server>(
        http::Limits{},
        [this](const http::Request& request, const http::Reply& reply) { take(request, reply); });
    const auto endpoint = m_server->start("127.0.0.1", m_port);
    ASSERT_TRUE(endpoint) << endpoint.error().text;
    m_port = endpoint->port;
}

void Receiver::end()
{
    m_server.reset();
}

void Receiver::answerWith(int status)
{
    const sync::Lock lock(m_mutex);
    m_status = status;
}

void Receiver::take(const http::Request& request, const http::Reply& reply)
{
    const auto text = [&request](std::string_view name) {
        return std::string(request.header(name).value_or(""));
    };
    const sync::Lock lock(m_mutex);
    m_got.push_back({text("X-StarQueue-Event"), text("X-StarQueue-Signature"), request.body, m_status});
    reply.send(m_status, "text/plain", "");
    m_came.notifyAll();
}

std::vector<Receiver::Got> Receiver::waitFor(std::size_t count)
{
    const auto end = std::chrono::steady_clock::now() + kPatience;
    sync::Lock lock(m_mutex);
    while (m_got.size() < count && m_came.waitUntil(lock, end)) {
    }
    EXPECT_GE(m_got.size(), count);
    return m_got;
}

std::vector<Receiver::Got> Receiver::waitForTaken(std::size_t count)
{
    const auto end = std::chrono::steady_clock::now() + kPatience;
    sync::Lock lock(m_mutex);
    while (taken(m_got).size() < count && m_came.waitUntil(lock, end)) {
    }
    EXPECT_GE(taken(m_got).size(), count);
    return taken(m_got);
}

std::string signatureOf(const std::string& body, const std::string& secret)
{
    unsigned char code[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(body.data()), body.size());
    crypto_auth_hmacsha256_final(&state, code);
    char hex[2 * sizeof(code) + 1];
    sodium_bin2hex(hex, sizeof(hex), code, sizeof(code));
    return "sha256=" + std::string(hex);
}

} // namespace starqueue::hall::test
