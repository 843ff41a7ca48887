#pragma once

#include <support/one_thread/agenda.h>

#include <hall/http/network/socket.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace starqueue::test {

/// Both ends of a connection in memory: a test or a client writes bytes to a server and reads its answers.
class MemoryLine final : public std::enable_shared_from_this<MemoryLine>
{
public:
    using IoResult = hall::http::network::IoResult;
    using SocketUser = hall::http::network::SocketUser;

    explicit MemoryLine(Agenda& agenda) : m_agenda(agenda) {}

    // The client's end.

    void send(std::string_view bytes)
    {
        m_toServer += bytes;
        tellServer();
    }
    void endSending()
    {
        m_clientHasEnded = true;
        tellServer();
    }
    /// All that came and wasn't taken yet.
    [[nodiscard]] const std::string& received() const { return m_toClient; }
    std::string take() { return std::exchange(m_toClient, {}); }
    [[nodiscard]] bool isClosed() const { return m_isClosed; } ///< by the server

    // The server's end, see MemorySocket.

    IoResult toServer(std::span<char> into)
    {
        const std::size_t bytes = m_toServer.copy(into.data(), into.size());
        m_toServer.erase(0, bytes);
        if (bytes > 0)
            return {IoResult::State::Moved, bytes};
        return {m_clientHasEnded ? IoResult::State::Ended : IoResult::State::WouldBlock, 0};
    }
    IoResult toClient(std::span<const std::string_view> pieces)
    {
        IoResult sent;
        for (const std::string_view piece : pieces) {
            m_toClient += piece;
            sent.bytes += piece.size();
        }
        return sent;
    }
    void awaitBytes(std::shared_ptr<SocketUser> server)
    {
        m_server = std::move(server);
        tellServer();
    }
    void close()
    {
        m_isClosed = true;
        m_server.reset();
    }

private:
    void tellServer()
    {
        if (m_server && (!m_toServer.empty() || m_clientHasEnded))
            m_agenda.soon([line = shared_from_this()]() REQUIRES(hall::http::turn) {
                if (const auto server = std::exchange(line->m_server, nullptr))
                    server->onReadable();
            });
    }

    Agenda& m_agenda;
    std::string m_toServer;
    std::string m_toClient;
    bool m_clientHasEnded = false;
    bool m_isClosed = false;
    std::shared_ptr<SocketUser> m_server; ///< waits for bytes
};

/// The server's end of a MemoryLine; it always has room to send.
class MemorySocket final : public hall::http::network::Socket
{
public:
    explicit MemorySocket(std::shared_ptr<MemoryLine> line) : m_line(std::move(line)) {}

    hall::http::network::IoResult receive(std::span<char> into) override { return m_line->toServer(into); }
    hall::http::network::IoResult send(std::span<const std::string_view> pieces) override
    {
        return m_line->toClient(pieces);
    }
    void awaitReadable(std::shared_ptr<hall::http::network::SocketUser> user) override
    {
        m_line->awaitBytes(std::move(user));
    }
    void awaitWritable(std::shared_ptr<hall::http::network::SocketUser>) override {}
    void endSending() override {}
    void close() override { m_line->close(); }

private:
    const std::shared_ptr<MemoryLine> m_line;
};

} // namespace starqueue::test
