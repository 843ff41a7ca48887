// What becomes of a connection by time and by others' need, not by what it sends.

#include <hall/http/serve/connection.h>

#include <algorithm>

namespace starqueue::hall::http::serve {

bool Connection::isOverdue(Clock::time_point now) const
{
    return m_phase != Phase::Handling && m_phase != Phase::Streaming && now >= m_deadline;
}

void Connection::keepTime(Clock::time_point now)
{
    if (isOverdue(now)) {
        if (m_phase == Phase::Receiving && m_reader.hasBegun())
            return refuse({408, "timeout", "The request did not arrive whole in time."});
        return close();
    }
    if (m_phase != Phase::Streaming || now < m_nextHeartbeat)
        return;
    static const auto kComment = std::make_shared<const std::string>(":\n\n");
    m_nextHeartbeat = now + m_context.limits.heartbeat;
    // Behind unsent events a comment would say nothing that they don't.
    if (m_queue.isEmpty()) {
        m_stream->hold(kComment->size());
        add(kComment);
        flush();
    }
}

std::optional<Connection::Clock::time_point> Connection::evictableSince() const
{
    const bool isBusy = m_phase == Phase::Handling || m_phase == Phase::Streaming || m_phase == Phase::Closed;
    return m_isKnown || isBusy ? std::nullopt : std::optional{m_waitsSince};
}

void Connection::evict()
{
    ++m_context.counts.evictedClients;
    close();
}

void Connection::closeUnlessBusy()
{
    m_stopping = true;
    if (m_phase == Phase::Receiving && m_isNew)
        m_deadline = std::min(m_deadline, m_context.loop.now() + m_context.limits.firstTime);
    else if (m_phase != Phase::Handling && m_phase != Phase::Answering)
        close();
}

void Connection::abandon()
{
    if (m_phase == Phase::Handling)
        answer(response::problem({503, "unavailable", "The service stopped before it could answer."}));
    close();
}

} // namespace starqueue::hall::http::serve
