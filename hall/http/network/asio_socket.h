#pragma once

#include <hall/http/network/event_loop.h>

// Asio of Boost 1.74 uses std::exchange without including it; GCC 12 notices.
#include <utility>

#include <boost/asio/ip/tcp.hpp>

namespace starqueue::hall::http::network {

/// A client's TCP connection. Only for the files of this folder that include Asio anyway.
class AsioSocket final : public Socket
{
public:
    /// @p socket is connected and doesn't block.
    AsioSocket(boost::asio::ip::tcp::socket socket, EventLoop& loop);
    ~AsioSocket() override;
    AsioSocket(const AsioSocket&) = delete;
    AsioSocket& operator=(const AsioSocket&) = delete;

    IoResult receive(std::span<char> into) override REQUIRES(turn);
    IoResult send(std::span<const std::string_view> pieces) override REQUIRES(turn);
    void awaitReadable(std::shared_ptr<SocketUser> user) override REQUIRES(turn);
    void awaitWritable(std::shared_ptr<SocketUser> user) override REQUIRES(turn);
    void endSending() override REQUIRES(turn);
    void close() override REQUIRES(turn);

private:
    struct Waits;

    const std::shared_ptr<Waits> m_waits; ///< outlives the socket until Asio has let go of its handlers
};

} // namespace starqueue::hall::http::network
