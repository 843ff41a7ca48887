#pragma once

#include <hall/http/limits.h>
#include <hall/http/network/event_loop.h>
#include <hall/http/serve/connection.h>

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace starqueue::hall::http::serve {

/// The connections of a server: takes them, delivers to them what other threads send, ends what lasts too
/// long.
class Core final : public network::SocketTaker
{
public:
    Core(const Limits& limits, std::function<void(Request, Reply)> handler,
         std::unique_ptr<network::EventLoop> loop);
    ~Core() override;
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    [[nodiscard]] network::EventLoop& loop() { return *m_loop; }
    [[nodiscard]] const ServerCounts& counts() const { return m_counts; }

    /// Takes no more, ends once all that is in flight is answered or Limits::stopTime is over; blocks until
    /// then and tells everybody who still waits. Once, after the loop was started; not from its threads.
    void stop() EXCLUDES(turn);

    /// As Server::lend(). Any thread.
    [[nodiscard]] bool lend(std::function<void()> work);

    void onAccepted(std::unique_ptr<network::Socket> socket, network::Peer peer,
                    std::size_t endpoint) override REQUIRES(turn);

private:
    [[nodiscard]] bool hasRoomFor(const network::Peer& peer) REQUIRES(turn);
    [[nodiscard]] bool makeRoom() REQUIRES(turn);
    void turnAway(network::Socket& socket) REQUIRES(turn);
    void forget(const Connection& connection) REQUIRES(turn);
    void wake();
    void run(const std::function<void()>& work) EXCLUDES(turn);
    void deliver() REQUIRES(turn);
    void deliver(response::ConnectionTask& task) REQUIRES(turn);
    void flushStreams() REQUIRES(turn);
    void keepTime() REQUIRES(turn);
    void beginStop() REQUIRES(turn);
    void quitWhenEmpty() REQUIRES(turn);
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> everybody() const REQUIRES(turn);
    [[nodiscard]] std::chrono::milliseconds tick() const;

    const Limits m_limits;
    const std::function<void(Request, Reply)> m_handler;
    ServerCounts m_counts;
    const std::unique_ptr<network::EventLoop> m_loop;
    ConnectionContext m_context;
    std::map<response::ConnectionId, std::shared_ptr<Connection>> m_connections GUARDED_BY(turn);
    response::ConnectionId m_lastId GUARDED_BY(turn);
    std::unordered_map<std::string, std::size_t> m_perPeer GUARDED_BY(turn);
    std::vector<response::ConnectionTask> m_tasks GUARDED_BY(turn);
    std::deque<std::shared_ptr<Connection>> m_toFlush GUARDED_BY(turn);
    bool m_flushPosted GUARDED_BY(turn) = false; ///< for the rest of them
    Connection::Clock::time_point m_stopEnds GUARDED_BY(turn);
    bool m_stopping GUARDED_BY(turn) = false;
};

} // namespace starqueue::hall::http::serve
