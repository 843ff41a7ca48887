#include <hall/http/exchange.h>
#include <hall/http/reply.h>

#include <utility>

namespace starqueue::hall::http {

Reply::Reply(std::shared_ptr<Exchange> exchange) : m_exchange(std::move(exchange)) {}

bool Reply::send(int status, std::string contentType, std::string body, std::vector<Field> headers) const
{
    return send(status, std::move(contentType), std::make_shared<const std::string>(std::move(body)),
                std::move(headers));
}

bool Reply::send(int status, std::string contentType, Body body, std::vector<Field> headers) const
{
    if (!m_exchange->claim())
        return false;
    Answer answer{status, std::move(contentType), std::move(body), std::move(headers)};
    if (!isSendable(answer))
        answer = problem({500, "internal", "The answer could not be sent: bad status or header."});
    m_exchange->outbox->put({m_exchange->connection, std::move(answer)});
    return true;
}

Listener Reply::stream(Listener::Signals signals, std::vector<Field> headers) const
{
    if (!m_exchange->claim())
        return Listener();
    auto state = std::make_shared<StreamState>(std::move(signals), m_exchange->backlogLimit);
    const bool taken =
        m_exchange->outbox->put({m_exchange->connection, Message::Open{state, std::move(headers)}});
    if (!taken)
        state->shut();
    return Listener(std::make_shared<Stream>(m_exchange->connection, m_exchange->outbox, std::move(state)));
}

Listener::Listener(std::shared_ptr<Stream> stream) : m_stream(std::move(stream)) {}

bool Listener::push(Chunk chunk) const
{
    return m_stream && m_stream->push(std::move(chunk));
}

void Listener::close() const
{
    if (m_stream)
        m_stream->close();
}

bool Listener::isOpen() const
{
    return m_stream && m_stream->state().isOpen();
}

std::size_t Listener::backlog() const
{
    return m_stream ? m_stream->state().backlog() : 0;
}

} // namespace starqueue::hall::http
