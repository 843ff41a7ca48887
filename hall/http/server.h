#pragma once

#include <hall/http/endpoint.h>
#include <hall/http/limits.h>
#include <hall/http/listener.h>
#include <hall/http/reply.h>
#include <hall/http/request.h>
#include <hall/http/server_counts.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <tl/expected.hpp>

namespace starqueue::hall::http::network {
class EventLoop;
}
namespace starqueue::hall::http::serve {
class Core;
}

namespace starqueue::hall::http {

/// An HTTP/1.1 server with two threads of its own. One at a time has the server's turn (turn.h): it reads,
/// has requests handled and sends. The other runs lent work, or waits to take over.
///
/// It reads requests, refuses what is malformed, ambiguous (RFC 9112, 11.2) or
/// over a limit with a problem document, and hands the rest to the handler.
/// Answers come through Reply from any thread, at any later time. Keep-alive,
/// pipelining, HEAD and "Expect: 100-continue" are the server's business;
/// methods and paths are the handler's.
class Server
{
public:
    /// Called in the server's turn, one request at a time; must not block. If it throws, the client gets a
    /// 500.
    using Handler = std::function<void(Request, Reply)>;

    Server(const Limits& limits, Handler handler);
    /// With another network, time and threads than the machine's: for tests and simulation.
    Server(const Limits& limits, Handler handler, std::unique_ptr<network::EventLoop> loop);
    /// Stops.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens on a numeric address (IPv4 or IPv6); port 0 takes a free one. May
    /// be called again for more endpoints; Request::endpoint tells them apart.
    [[nodiscard]] tl::expected<Endpoint, ServerError> start(const std::string& address, std::uint16_t port);

    /// As start(), at a TCP socket that listens already, as systemd hands it over; owned by the server from
    /// now on, also when it refuses it.
    [[nodiscard]] tl::expected<Endpoint, ServerError> adopt(int descriptor);

    /// Ends for good; blocks. No new connection or request is taken, but for the first one of who is
    /// connected already (Limits::firstTime), streams are closed, requests that the handler has got are
    /// answered for at most Limits::stopTime (whoever answers them must still be at work), then with 503.
    /// Afterwards no handler and no signal of a listener is ever called. Call it from a thread that isn't the
    /// server's.
    void stop();

    /// Lends a thread: runs @p work soon on one of the server's threads, while the other one serves the
    /// clients. Lent by a handler, it runs straight after it on the same thread. One at a time may block.
    /// What it answers is sent when it returns. False, and nothing is run, before the first start() and after
    /// stop(); stop() runs what was taken. Any thread.
    [[nodiscard]] bool lend(std::function<void()> work);

    [[nodiscard]] const ServerCounts& counts() const;

private:
    [[nodiscard]] tl::expected<Endpoint, ServerError> started(tl::expected<Endpoint, ServerError> endpoint);

    const std::unique_ptr<serve::Core> m_core;
    bool m_started = false;
    bool m_stopped = false;
};

} // namespace starqueue::hall::http
