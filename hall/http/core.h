#pragma once

#include <hall/http/connection.h>
#include <hall/http/event_loop.h>
#include <hall/http/limits.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace starqueue::hall::http {

/// The server's side of its own thread: who is connected, whose time is up,
/// what other threads want sent. Server's thread only, but for outbox and loop.
class Core final : public SocketTaker
{
public:
    Core(const Limits& limits, std::function<void(Request, Reply)> handler);
    ~Core() override;
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    [[nodiscard]] EventLoop& loop() { return *m_loop; }
    [[nodiscard]] const ServerCounts& counts() const { return m_counts; }

    /// The thread: works until a stop has ended.
    void run();

    /// Takes no more; the thread ends once all that is in flight is answered or Limits::stopTime is over.
    void beginStop();

    void onAccepted(std::unique_ptr<Socket> socket, Peer peer, std::size_t endpoint) override;

private:
    using Connections = std::unordered_map<Connection*, std::shared_ptr<Connection>>;

    [[nodiscard]] bool hasRoomFor(const Peer& peer) const;
    void turnAway(Socket& socket);
    void forget(Connection& connection);
    void deliver();
    void deliver(Message& message);
    void keepTime();
    void quitWhenEmpty();
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> everybody() const;
    [[nodiscard]] std::chrono::milliseconds tick() const;

    const Limits m_limits;
    const std::function<void(Request, Reply)> m_handler;
    ServerCounts m_counts;
    std::unique_ptr<EventLoop> m_loop;
    ConnectionContext m_context;
    Connections m_connections;
    std::unordered_map<std::string, std::size_t> m_perPeer;
    std::vector<Message> m_messages;
    std::vector<std::shared_ptr<Connection>> m_toFlush;
    Connection::Clock::time_point m_stopEnds;
    bool m_stopping = false;
};

} // namespace starqueue::hall::http
