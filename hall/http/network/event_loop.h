#pragma once

#include <hall/http/endpoint.h>
#include <hall/http/network/socket.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <functional>
#include <memory>
#include <string>

#include <tl/expected.hpp>

namespace starqueue::hall::http::network {

/// Receives the connections that a loop accepts.
class SocketTaker
{
public:
    virtual ~SocketTaker() = default;
    virtual void onAccepted(std::unique_ptr<Socket> socket, Peer peer, std::size_t endpoint)
        REQUIRES(turn) = 0;
};

/// Sockets, time and threads of a server: all that it has from outside, so that a test or a simulation can
/// put an implementation in its place that moves bytes in memory, on one thread and a clock of its own.
///
/// Callbacks, posted tasks and repeated tasks run in the loop's turn (turn.h): one at a time. Tasks that may
/// block run out of turn, while other threads go on with sockets and time.
class EventLoop
{
public:
    using Clock = std::chrono::steady_clock;

    virtual ~EventLoop() = default;

    /// Any thread.
    [[nodiscard]] virtual Clock::time_point now() const = 0;
    /// The wall clock, for people to read. Any thread.
    [[nodiscard]] virtual std::time_t wall() const = 0;

    /// Begins to serve sockets, time and tasks.
    virtual void start() = 0;
    /// Ends that: drops tasks and timers that haven't run yet, but keeps the tasks that may block.
    /// Any thread.
    virtual void quit() = 0;
    /// Blocks until the loop has ended after a quit(), then runs what is left of the tasks that may block.
    /// Once, after start(), not from the loop's own threads.
    virtual void finish() = 0;

    /// Runs @p task soon, in the turn. Any thread.
    virtual void post(std::function<void()> task) = 0;
    /// Runs @p task now, in the turn: blocks while another thread has it.
    virtual void inTurn(const std::function<void()>& task) EXCLUDES(turn) = 0;
    /// Runs @p task soon, out of turn: it may block, but only one such task at a time. One that is posted by
    /// a callback runs after it on the same thread. False, and nothing is run, before start() and after
    /// finish(). Any thread.
    [[nodiscard]] virtual bool postBlocking(std::function<void()> task) = 0;
    /// Runs @p task every @p period, in the turn. Before start().
    virtual void repeat(std::chrono::milliseconds period, std::function<void()> task) = 0;

    /// Binds and listens at once; @p taker gets the connections once the loop has started. One thread at a
    /// time.
    virtual tl::expected<Endpoint, ServerError> listen(const std::string& address, std::uint16_t port,
                                                       SocketTaker& taker) EXCLUDES(turn) = 0;
    /// As listen(), at a TCP socket that listens already: whoever started this program has opened it. The
    /// loop owns it from now on, also when it refuses it.
    virtual tl::expected<Endpoint, ServerError> adopt(int descriptor, SocketTaker& taker) EXCLUDES(turn) = 0;
    virtual void stopListening() REQUIRES(turn) = 0;
};

/// The real one: TCP over Boost.Asio, on two threads. @p sendBufferBytes is SO_SNDBUF of each connection; 0
/// leaves it to the kernel.
[[nodiscard]] std::unique_ptr<EventLoop> makeEventLoop(int sendBufferBytes);

} // namespace starqueue::hall::http::network
