#pragma once

#include <hall/http/turn.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace starqueue::hall::http::network {

/// Callback interface; called once per await…(). Wake-ups may be spurious.
class SocketUser
{
public:
    virtual ~SocketUser() = default;
    virtual void onReadable() REQUIRES(turn) = 0;
    virtual void onWritable() REQUIRES(turn) = 0;
};

/// What became of one attempt to receive or send; none ever blocks.
struct IoResult
{
    enum class State { Moved, WouldBlock, Ended };

    State state = State::Moved;
    std::size_t bytes = 0;
};

/// A connected byte stream that never blocks.
class Socket
{
public:
    virtual ~Socket() = default;

    /// Ended: the peer has said that it sends no more, or is gone.
    virtual IoResult receive(std::span<char> into) REQUIRES(turn) = 0;
    /// Sends what the kernel takes of @p pieces. Ended: the peer is gone.
    virtual IoResult send(std::span<const std::string_view> pieces) REQUIRES(turn) = 0;

    /// Calls @p user once there is something to receive, or the end; keeps it alive until then or until
    /// close().
    virtual void awaitReadable(std::shared_ptr<SocketUser> user) REQUIRES(turn) = 0;
    /// As awaitReadable(), once there is room to send.
    virtual void awaitWritable(std::shared_ptr<SocketUser> user) REQUIRES(turn) = 0;

    virtual void endSending() REQUIRES(turn) = 0;
    /// Closes the socket; no callback follows.
    virtual void close() REQUIRES(turn) = 0;
};

/// Where a client comes from.
struct Peer
{
    std::string address; ///< numeric, without the port; IPv4 in IPv6 is shown as IPv4
    bool isLoopback = false;
};

} // namespace starqueue::hall::http::network
