#pragma once

#include <hall/http/network/event_loop.h>
#include <hall/http/network/watch.h>

namespace starqueue::hall::http::network {

/// A client's connection. In the loop's turn only.
class TcpSocket final : public Socket, public Watched
{
public:
    /// Owns @p descriptor, which doesn't block.
    TcpSocket(int descriptor, Watch& watch);
    ~TcpSocket() override;
    TcpSocket(const TcpSocket&) = delete;
    TcpSocket& operator=(const TcpSocket&) = delete;

    Transfer receive(std::span<char> into) override;
    Transfer send(std::span<const std::string_view> pieces) override;
    void awaitReadable(std::shared_ptr<SocketUser> user) override;
    void awaitWritable(std::shared_ptr<SocketUser> user) override;
    void endSending() override;
    void close() override;

    void onEvents(std::uint32_t events) override;

private:
    void arm() const;

    Watch& m_watch;
    int m_descriptor;
    const Watch::Key m_key;
    std::shared_ptr<SocketUser> m_reader;
    std::shared_ptr<SocketUser> m_writer;
};

} // namespace starqueue::hall::http::network
