#pragma once

#include <hall/http/endpoint.h>
#include <hall/http/limits.h>
#include <hall/http/listener.h>
#include <hall/http/reply.h>
#include <hall/http/request.h>
#include <hall/http/server_counts.h>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include <tl/expected.hpp>

namespace starqueue::hall::http::serve {
class Core;
}

namespace starqueue::hall::http {

/// An HTTP/1.1 server with two threads of its own, of which one at a time has its turn: reads, has requests
/// handled, sends. The other runs errands, or waits to take its turn.
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
    /// Stops.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens on a numeric address (IPv4 or IPv6); port 0 takes a free one. May
    /// be called again for more endpoints; Request::endpoint tells them apart.
    [[nodiscard]] tl::expected<Endpoint, ServerError> start(const std::string& address, std::uint16_t port);

    /// Ends for good; blocks. No new connection or request is taken, streams are
    /// closed, requests that the handler has got are answered for at most
    /// Limits::stopTime (whoever answers them must still be at work), then with
    /// 503. Afterwards no handler and no signal of a listener is ever called.
    /// Not from the server's threads.
    void stop();

    /// Runs @p errand soon on a thread of the server's, while the other one serves the clients; asked for by
    /// a handler it comes straight after it, on the same thread. One errand at a time may block. What it
    /// answers is sent when it returns. False, and nothing is run, before the first start() and after stop();
    /// stop() runs what was taken. Any thread.
    [[nodiscard]] bool lend(std::function<void()> errand);

    [[nodiscard]] const ServerCounts& counts() const;

private:
    const std::unique_ptr<serve::Core> m_core;
    std::array<std::thread, 2> m_threads;
    bool m_stopped = false;
};

} // namespace starqueue::hall::http
