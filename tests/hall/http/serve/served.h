#pragma once

#include <hall/http/server.h>
#include <support/http_peer.h>
#include <sync/mutex.h>

#include <gtest/gtest.h>

#include <sys/socket.h>

#include <chrono>
#include <deque>
#include <stdexcept>
#include <string>
#include <utility>

namespace starqueue::hall::http::serve {

/// A server on a free loopback port, and clients for it.
class Served
{
public:
    explicit Served(const Limits& limits, Server::Handler handler) : m_server(limits, std::move(handler))
    {
        auto endpoint = m_server.start("127.0.0.1", 0);
        EXPECT_TRUE(endpoint.has_value()) << endpoint.error().text;
        m_port = endpoint->port;
    }

    test::HttpPeer connect(int receiveBufferBytes = 0) const
    {
        auto peer =
            test::HttpPeer::connect("127.0.0.1", m_port, std::chrono::seconds(20), receiveBufferBytes);
        if (!peer)
            throw std::runtime_error(peer.error());
        return std::move(*peer);
    }

    Server& server() { return m_server; }
    std::uint16_t port() const { return m_port; }

private:
    Server m_server;
    std::uint16_t m_port = 0;
};

/// Answers what was asked: "METHOD path|query…|body".
inline void echo(const Request& request, const Reply& reply)
{
    std::string text = request.method + " " + request.path;
    for (const Field& field : request.query)
        text += "|" + field.name + "=" + field.value;
    reply.send(200, "text/plain", text + "|" + request.body);
}

/// Hands values from the server's thread to the test's.
template <class T> class Mailbox
{
public:
    void put(T value)
    {
        const sync::Lock lock(m_mutex);
        m_values.push_back(std::move(value));
        m_changed.notifyAll();
    }

    T take()
    {
        sync::Lock lock(m_mutex);
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (m_values.empty())
            if (!m_changed.waitUntil(lock, end) && m_values.empty())
                throw std::runtime_error("nothing came");
        T value = std::move(m_values.front());
        m_values.pop_front();
        return value;
    }

    std::size_t size()
    {
        const sync::Lock lock(m_mutex);
        return m_values.size();
    }

private:
    sync::Mutex m_mutex;
    sync::Condition m_changed;
    std::deque<T> m_values GUARDED_BY(m_mutex);
};

} // namespace starqueue::hall::http::serve
