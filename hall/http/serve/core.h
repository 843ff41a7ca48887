#pragma once

#include <hall/http/limits.h>
#include <hall/http/network/event_loop.h>
#include <hall/http/serve/connection.h>

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace starqueue::hall::http::serve {

/// The server's side of its own threads: who is connected, whose time is up,
/// what others want sent. In the loop's turn only, but for what says otherwise.
class Core final : public network::SocketTaker
{
public:
    Core(const Limits& limits, std::function<void(Request, Reply)> handler);
    ~Core() override;
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    [[nodiscard]] network::EventLoop& loop() { return *m_loop; }
    [[nodiscard]] const ServerCounts& counts() const { return m_counts; }

    /// Any thread.
    [[nodiscard]] bool lend(std::function<void()> errand);

    /// Before the first run().
    void begin();
    /// Each thread: works until a stop has ended.
    void run();
    /// After the last run(): tells everybody who still waits.
    void finish();

    /// Takes no more; the threads end once all that is in flight is answered or Limits::stopTime is over.
    void beginStop();

    void onAccepted(std::unique_ptr<network::Socket> socket, network::Peer peer,
                    std::size_t endpoint) override;

private:
    using Connections = std::unordered_map<Connection*, std::shared_ptr<Connection>>;

    [[nodiscard]] bool hasRoomFor(const network::Peer& peer) const;
    void turnAway(network::Socket& socket);
    void forget(Connection& connection);
    void wake();
    void run(const std::function<void()>& errand);
    void deliver();
    void deliver(response::Message& message);
    void flushStreams();
    void keepTime();
    void quitWhenEmpty();
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> everybody() const;
    [[nodiscard]] std::chrono::milliseconds tick() const;

    const Limits m_limits;
    const std::function<void(Request, Reply)> m_handler;
    ServerCounts m_counts;
    std::unique_ptr<network::EventLoop> m_loop;
    ConnectionContext m_context;
    Connections m_connections;
    std::unordered_map<std::string, std::size_t> m_perPeer;
    std::vector<response::Message> m_messages;
    std::deque<std::shared_ptr<Connection>> m_toFlush;
    bool m_flushesOn = false; ///< the rest of them has a turn of its own coming
    Connection::Clock::time_point m_stopEnds;
    bool m_stopping = false;
};

} // namespace starqueue::hall::http::serve
