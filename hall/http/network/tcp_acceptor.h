#pragma once

#include <hall/http/network/event_loop.h>
#include <hall/http/network/watch.h>

#include <tl/expected.hpp>

namespace starqueue::hall::http::network {

/// Listens on one endpoint and hands on who comes. In the loop's turn only, but for its making.
class TcpAcceptor final : public Watched
{
public:
    /// Binds and listens. @p sendBufferBytes is SO_SNDBUF of each connection, 0 leaves it to the kernel.
    static tl::expected<std::unique_ptr<TcpAcceptor>, ServerError>
    open(const std::string& address, std::uint16_t port, int sendBufferBytes);
    ~TcpAcceptor() override;
    TcpAcceptor(const TcpAcceptor&) = delete;
    TcpAcceptor& operator=(const TcpAcceptor&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    void begin(Watch& watch, SocketTaker& taker, std::size_t id);
    /// Out of descriptors the socket stays readable, and waiting for it would spin: it is asked again here.
    void keepTime();
    void close();

    void onEvents(std::uint32_t events) override;

private:
    TcpAcceptor(int descriptor, int sendBufferBytes)
        : m_descriptor(descriptor), m_sendBufferBytes(sendBufferBytes)
    {}
    void hand(int descriptor) const;

    int m_descriptor;
    const int m_sendBufferBytes;
    Watch* m_watch = nullptr;
    SocketTaker* m_taker = nullptr;
    std::size_t m_id = 0;
    Watch::Key m_key = 0;
    bool m_isOutOfRoom = false;
};

} // namespace starqueue::hall::http::network
