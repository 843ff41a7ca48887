#include <hall/http/response/stream.h>

#include <utility>

namespace starqueue::hall::http::response {

StreamState::StreamState(Listener::Signals signals, std::size_t backlogLimit)
    : m_signals(std::move(signals)), m_backlogLimit(backlogLimit)
{}

bool StreamState::reserve(std::size_t bytes)
{
    if (m_backlog.fetch_add(bytes) + bytes <= m_backlogLimit)
        return true;
    m_backlog -= bytes;
    m_dropped = true;
    return false;
}

void StreamState::signalClosed()
{
    shut();
    if (std::exchange(m_told, true))
        return;
    if (m_signals.closed)
        m_signals.closed();
    // The owner's callbacks often hold the listener itself.
    m_signals = {};
}

void StreamState::signalDrained() const
{
    if (m_signals.drained)
        m_signals.drained();
}

Stream::Stream(ConnectionId connection, std::shared_ptr<Outbox> outbox, std::shared_ptr<StreamState> state)
    : m_connection(connection), m_outbox(std::move(outbox)), m_state(std::move(state))
{}

Stream::~Stream()
{
    close();
}

bool Stream::push(Listener::Chunk chunk)
{
    if (!m_state->isOpen() || !chunk)
        return false;
    if (!m_state->reserve(chunk->size())) {
        close();
        return false;
    }
    return m_outbox->put({m_connection, std::move(chunk)});
}

void Stream::close()
{
    if (m_state->shut())
        m_outbox->put({m_connection, ConnectionTask::Close{}});
}

} // namespace starqueue::hall::http::response
