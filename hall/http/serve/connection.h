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
#include <string_view>
#include <vector>

namespace starqueue::hall::http::serve {

/// What every connection of a server shares. In the server's turn only.
struct ConnectionContext
{
    const Limits& limits;
    const std::function<void(Request, Reply)>& handler;
    std::shared_ptr<response::Outbox> outbox;
    ServerCounts& counts;
    std::function<void(Connection&)> forget; ///< the connection is closed
    std::vector<char> received;              ///< one buffer for all: a silent client has none
    std::vector<std::string_view> sending;
};

/// One client: reads a request, has it answered, reads the next.
///
/// One request at a time: while it waits for its answer nothing is read, so
/// pipelined answers are in order and a client that floods fills only its own
/// socket. In the server's turn only.
class Connection final : public network::SocketUser, public std::enable_shared_from_this<Connection>
{
public:
    using Clock = std::chrono::steady_clock;

    Connection(std::unique_ptr<network::Socket> socket, network::Peer peer, std::size_t endpoint,
               ConnectionContext& context);

    void begin();
    void answer(const response::Response& answer);
    void open(std::shared_ptr<response::StreamState> stream, const std::vector<Field>& headers);
    /// Queues one chunk of the stream; flushStream() sends what is queued.
    void add(response::Message::Chunk chunk);
    void flushStream();
    void endStream();

    /// Closes what has lasted too long, keeps streams alive.
    void keepTime(Clock::time_point now);
    /// Closes at once unless a request waits for its answer or its answer is under way.
    void closeUnlessBusy();
    /// The time to answer is over: 503 to whoever still waits, then the end.
    void abandon();

    [[nodiscard]] bool isClosed() const { return m_phase == Phase::Closed; }
    [[nodiscard]] const network::Peer& peer() const { return m_peer; }

    void onReadable() override;
    void onWritable() override;

private:
    enum class Phase { Receiving, Handling, Answering, Streaming, Draining, Closed };

    void receive();
    void advance();
    void sendContinue();
    void handle();
    void refuse(const parse::Refusal& refusal);
    void queue(const response::Response& answer);
    response::Response withoutStream(response::Response start);
    void flush();
    bool sendSome();
    void finishAnswer();
    void drain();
    void discard();
    void close();
    [[nodiscard]] bool isOverdue(Clock::time_point now) const;

    ConnectionContext& m_context;
    const std::unique_ptr<network::Socket> m_socket;
    const network::Peer m_peer;
    const std::size_t m_endpoint;
    parse::RequestReader m_reader;
    response::SendQueue m_queue;
    std::shared_ptr<response::StreamState> m_stream;
    Clock::time_point m_deadline;
    Clock::time_point m_nextHeartbeat;
    std::size_t m_discarded = 0;
    Phase m_phase = Phase::Receiving;
    response::Framing m_framing;
    bool m_isHead = false;
    bool m_stopping = false;
    bool m_awaitsWritable = false;
};

} // namespace starqueue::hall::http::serve
