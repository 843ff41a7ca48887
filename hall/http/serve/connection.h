#pragma once

#include <hall/http/network/event_loop.h>
#include <hall/http/parse/request_reader.h>
#include <hall/http/reply.h>
#include <hall/http/response/reply_state.h>
#include <hall/http/response/send_queue.h>
#include <hall/http/response/stream.h>
#include <hall/http/server_counts.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace starqueue::hall::http::serve {

class Connection;

/// What all connections of a server share.
struct ConnectionContext
{
    const Limits& limits;
    const std::function<void(Request, Reply)>& handler;
    const network::EventLoop& loop; ///< for the time
    std::shared_ptr<response::Outbox> outbox;
    ServerCounts& counts;
    std::function<void(Connection&)> forget;                ///< the connection is closed; called in the turn
    std::vector<char> received GUARDED_BY(turn);            ///< one buffer for all: a silent client has none
    std::vector<std::string_view> sending GUARDED_BY(turn); ///< likewise
};

/// One client: reads a request, has it answered, reads the next.
///
/// One request at a time: while it waits for its answer nothing is read, so pipelined answers are in order
/// and a client that floods fills only its own socket.
class Connection final : public network::SocketUser, public std::enable_shared_from_this<Connection>
{
public:
    using Clock = network::EventLoop::Clock;

    Connection(response::ConnectionId id, std::unique_ptr<network::Socket> socket, network::Peer peer,
               std::size_t endpoint, ConnectionContext& context);

    void begin() REQUIRES(turn);
    void answer(const response::Response& answer) REQUIRES(turn);
    void open(std::shared_ptr<response::StreamState> stream, const std::vector<Field>& headers)
        REQUIRES(turn);
    /// Queues one chunk of the stream; flushStream() sends what is queued.
    void add(response::ConnectionTask::Chunk chunk) REQUIRES(turn);
    void flushStream() REQUIRES(turn);
    void endStream() REQUIRES(turn);

    /// Closes what has lasted too long, keeps streams alive.
    void keepTime(Clock::time_point now) REQUIRES(turn);
    /// Closes at once unless a request waits for its answer or its answer is under way. A client that has
    /// only just come has asked already, as far as it knows: its first request is taken, if it comes in time.
    void closeUnlessBusy() REQUIRES(turn);
    /// Since when an unauthenticated client has been silent on it: no request under way and no stream. Empty:
    /// it must not be closed to make room.
    [[nodiscard]] std::optional<Clock::time_point> evictableSince() const REQUIRES(turn);
    void evict() REQUIRES(turn);
    /// The time to answer is over: sends 503 if a request still waits, then closes.
    void abandon() REQUIRES(turn);

    [[nodiscard]] response::ConnectionId id() const { return m_id; }
    [[nodiscard]] const network::Peer& peer() const { return m_peer; }

    void onReadable() override REQUIRES(turn);
    void onWritable() override REQUIRES(turn);

private:
    enum class Phase { Receiving, Handling, Answering, Streaming, Draining, Closed };

    void receive() REQUIRES(turn);
    void advance() REQUIRES(turn);
    void sendContinue() REQUIRES(turn);
    void handle() REQUIRES(turn);
    void refuse(const parse::HeadRefusal& refusal) REQUIRES(turn);
    void queue(const response::Response& answer) REQUIRES(turn);
    response::Response withoutStream(response::Response start) REQUIRES(turn);
    void flush() REQUIRES(turn);
    bool sendSome() REQUIRES(turn);
    void finishAnswer() REQUIRES(turn);
    void drain() REQUIRES(turn);
    void discard() REQUIRES(turn);
    void close() REQUIRES(turn);
    [[nodiscard]] bool isOverdue(Clock::time_point now) const REQUIRES(turn);

    ConnectionContext& m_context;
    const response::ConnectionId m_id;
    const std::unique_ptr<network::Socket> m_socket;
    const network::Peer m_peer;
    const std::size_t m_endpoint;
    parse::RequestReader m_reader GUARDED_BY(turn);
    response::SendQueue m_queue GUARDED_BY(turn);
    std::shared_ptr<response::StreamState> m_stream GUARDED_BY(turn);
    Clock::time_point m_deadline GUARDED_BY(turn);
    Clock::time_point m_waitsSince GUARDED_BY(turn); ///< for the client
    Clock::time_point m_nextHeartbeat GUARDED_BY(turn);
    std::size_t m_discarded GUARDED_BY(turn) = 0;
    Phase m_phase GUARDED_BY(turn) = Phase::Receiving;
    response::Framing m_framing GUARDED_BY(turn);
    bool m_isHead GUARDED_BY(turn) = false;
    bool m_isKnown GUARDED_BY(turn) = false;
    bool m_isNew GUARDED_BY(turn) = true; ///< has asked nothing yet
    bool m_stopping GUARDED_BY(turn) = false;
    bool m_awaitsWritable GUARDED_BY(turn) = false;
};

} // namespace starqueue::hall::http::serve
