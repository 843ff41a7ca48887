#pragma once

#include <hall/http/endpoint.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace starqueue::hall::http::network {

/// Whom a socket wakes. Called in the loop's turn, once per await…() call.
class SocketUser
{
public:
    virtual ~SocketUser() = default;
    virtual void onReadable() = 0;
    virtual void onWritable() = 0;
};

/// What became of one attempt to receive or send; none ever blocks.
struct Transfer
{
    enum class State { Moved, WouldBlock, Ended };

    State state = State::Moved;
    std::size_t bytes = 0;
};

/// A connected, non-blocking byte stream. In the loop's turn only.
class Socket
{
public:
    virtual ~Socket() = default;

    /// Ended: the peer has said that it sends no more, or is gone.
    virtual Transfer receive(std::span<char> into) = 0;
    /// Ended: the peer is gone.
    virtual Transfer send(std::span<const std::string_view> pieces) = 0;

    /// Keeps @p user alive until it is called or the socket closes.
    virtual void awaitReadable(std::shared_ptr<SocketUser> user) = 0;
    virtual void awaitWritable(std::shared_ptr<SocketUser> user) = 0;

    virtual void endSending() = 0;
    virtual void close() = 0;
};

/// Where a client comes from.
struct Peer
{
    std::string address; ///< numeric, without the port; IPv4 in IPv6 is shown as IPv4
    bool isLoopback = false;
};

/// Takes the connections that a loop accepts. In the loop's turn.
class SocketTaker
{
public:
    virtual ~SocketTaker() = default;
    virtual void onAccepted(std::unique_ptr<Socket> socket, Peer peer, std::size_t endpoint) = 0;
};

/// Work on sockets and time. Made by makeEventLoop().
///
/// Several threads may run it. One of them leads: it waits for sockets and time. What the loop calls is
/// called in its turn: one call at a time, each seeing what the one before has done. Whoever has to do
/// something that blocks does it aside, while another thread leads.
class EventLoop
{
public:
    virtual ~EventLoop() = default;

    /// There will be threads that run().
    virtual void begin() = 0;
    /// Works until quit(); then everything that waits is forgotten, but for what is to be done aside.
    virtual void run() = 0;
    /// After the last run(): does here what is left to be done aside, takes no more.
    virtual void finish() = 0;
    virtual void quit() = 0;

    /// Runs @p task soon, in the loop's turn. Any thread.
    virtual void post(std::function<void()> task) = 0;

    /// Runs @p task now, in the loop's turn: waits for the call that has it. Not from within the turn.
    virtual void inTurn(const std::function<void()>& task) = 0;

    /// Runs @p task soon on one of run()'s threads, out of turn: it may block as long as another thread is
    /// left to lead. Asked for by one of these threads, that thread runs it next. False, and nothing is run,
    /// before begin() and after finish(). Any thread.
    [[nodiscard]] virtual bool postAside(std::function<void()> task) = 0;

    /// Runs @p task every @p period, in the loop's turn. Call before run().
    virtual void repeat(std::chrono::milliseconds period, std::function<void()> task) = 0;

    /// Binds and listens at once, accepts in the loop's turn. Any thread, one at a time.
    virtual tl::expected<Endpoint, ServerError> listen(const std::string& address, std::uint16_t port,
                                                       SocketTaker& taker) = 0;
    /// No more connections. In the loop's turn.
    virtual void stopListening() = 0;
};

/// @p sendBufferBytes is SO_SNDBUF of each accepted connection, 0 leaves it to the kernel.
[[nodiscard]] std::unique_ptr<EventLoop> makeEventLoop(int sendBufferBytes);

} // namespace starqueue::hall::http::network
