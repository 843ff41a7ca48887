#pragma once

#include <hall/http/server.h>
#include <sync/mutex.h>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace starqueue::hall::test {

/// Another system that a hall's webhook tells of its services: over real HTTP, on a free port of loopback.
class Receiver
{
public:
    struct Got
    {
        std::string event; ///< of the header
        std::string signature;
        std::string body;
        int answered = 0;

        [[nodiscard]] nlohmann::json document() const { return nlohmann::json::parse(body); }
    };

    Receiver();

    /// Listens again on the same port.
    void begin();
    /// Connections are refused from now on.
    void end();
    /// What it answers from now on.
    void answerWith(int status);
    /// Waits until so many were posted in all; a failure after half a minute.
    std::vector<Got> waitFor(std::size_t count);
    /// Waits until so many were taken, and gives those.
    std::vector<Got> waitForTaken(std::size_t count);

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port) + "/queue"; }

private:
    void take(const http::Request& request, const http::Reply& reply);

    sync::Mutex m_mutex;
    sync::Condition m_came;
    std::vector<Got> m_got GUARDED_BY(m_mutex);
    int m_status GUARDED_BY(m_mutex) = 204;
    std::uint16_t m_port = 0;
    std::unique_ptr<http::Server> m_server;
};

/// The signature that the manual describes, by libsodium.
[[nodiscard]] std::string signatureOf(const std::string& body, const std::string& secret);

} // namespace starqueue::hall::test
