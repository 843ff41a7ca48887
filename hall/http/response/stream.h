#pragma once

#include <hall/http/listener.h>
#include <hall/http/response/outbox.h>
#include <hall/http/turn.h>

#include <atomic>
#include <cstddef>
#include <memory>

namespace starqueue::hall::http::response {

/// What a stream's connection and its pushers share. Any thread.
class StreamState
{
public:
    StreamState(Listener::Signals signals, std::size_t backlogLimit);

    /// Reserves room for @p bytes; false, and closed, if they don't fit any more.
    [[nodiscard]] bool reserve(std::size_t bytes);
    /// Counts the server's own bytes, which always fit.
    void hold(std::size_t bytes) { m_backlog += bytes; }
    void release(std::size_t bytes) { m_backlog -= bytes; }
    [[nodiscard]] std::size_t backlog() const { return m_backlog; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool wasDropped() const { return m_dropped; }

    /// No more pushes; true for the first caller.
    bool shut() { return m_open.exchange(false); }

    /// Tells the owner, once.
    void signalClosed() REQUIRES(turn);
    void signalDrained() const REQUIRES(turn);

private:
    Listener::Signals m_signals GUARDED_BY(turn);
    const std::size_t m_backlogLimit;
    std::atomic<std::size_t> m_backlog = 0;
    std::atomic<bool> m_open = true;
    std::atomic<bool> m_dropped = false;
    bool m_told GUARDED_BY(turn) = false;
};

/// What all copies of one Listener share; the last one closes the stream.
class Stream
{
public:
    Stream(ConnectionId connection, std::shared_ptr<Outbox> outbox, std::shared_ptr<StreamState> state);
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    bool push(Listener::Chunk chunk);
    void close();
    [[nodiscard]] const StreamState& state() const { return *m_state; }

private:
    const ConnectionId m_connection;
    const std::shared_ptr<Outbox> m_outbox;
    const std::shared_ptr<StreamState> m_state;
};

} // namespace starqueue::hall::http::response
