#pragma once

#include <hall/http/network/event_loop.h>

// Asio of Boost 1.74 uses std::exchange without including it; GCC 12 notices.
#include <utility>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

namespace starqueue::hall::http::network {

/// Listens on one endpoint and hands on who comes. Only for the files of this folder that include Asio
/// anyway.
class AsioAcceptor
{
public:
    AsioAcceptor(boost::asio::io_context& context, EventLoop& loop, int sendBufferBytes);

    /// Binds and listens; returns the bound port.
    [[nodiscard]] tl::expected<std::uint16_t, ServerError> open(const std::string& address,
                                                                std::uint16_t port) REQUIRES(turn);
    /// Takes @p descriptor, a TCP socket that listens, for its own; closes what is none. Returns its address.
    [[nodiscard]] tl::expected<Endpoint, ServerError> adopt(int descriptor) REQUIRES(turn);
    void begin(SocketTaker& taker, std::size_t id) REQUIRES(turn);
    void close() REQUIRES(turn);

private:
    void await() REQUIRES(turn);
    void awaitRoom() REQUIRES(turn);
    void accept() REQUIRES(turn);
    void hand(boost::asio::ip::tcp::socket socket, const boost::asio::ip::address& from) REQUIRES(turn);

    EventLoop& m_loop;
    boost::asio::ip::tcp::acceptor m_acceptor GUARDED_BY(turn);
    boost::asio::steady_timer m_retry GUARDED_BY(turn);
    SocketTaker* m_taker GUARDED_BY(turn) = nullptr;
    std::size_t m_id GUARDED_BY(turn) = 0;
    const int m_sendBufferBytes;
};

} // namespace starqueue::hall::http::network
