#include <hall/http/reply.h>
#include <hall/http/response/reply_state.h>
#include <hall/http/response/stream.h>

#include <utility>

namespace starqueue::hall::http {

Reply::Reply(std::shared_ptr<response::ReplyState> state) : m_state(std::move(state)) {}

void Reply::vouch() const
{
    m_state->isVouchedFor = true;
}

void Reply::beforeAnswer(std::function<void()> last) const
{
    m_state->beforeAnswer = std::move(last);
}

void Reply::sendElsewhere(std::function<std::string(int status)> where) const
{
    m_state->elsewhere = std::move(where);
}

bool Reply::send(int status, std::string contentType, std::string body, std::vector<Field> headers) const
{
    return send(status, std::move(contentType), std::make_shared<const std::string>(std::move(body)),
                std::move(headers));
}

bool Reply::send(int status, std::string contentType, Body body, std::vector<Field> headers) const
{
    if (!m_state->claim())
        return false;
    response::Response response{status, std::move(contentType), std::move(body), std::move(headers)};
    if (m_state->elsewhere)
        response = {303, "", {}, {{"Location", m_state->elsewhere(status)}, {"Cache-Control", "no-store"}}};
    if (!isSendable(response))
        response =
            response::problem({500, "internal", "The answer could not be sent: bad status or header."});
    m_state->outbox->put({m_state->connection, std::move(response)});
    return true;
}

Listener Reply::stream(Listener::Signals signals, std::vector<Field> headers) const
{
    if (!m_state->claim())
        return Listener();
    auto state = std::make_shared<response::StreamState>(std::move(signals), m_state->backlogLimit);
    const bool taken = m_state->outbox->put(
        {m_state->connection, response::ConnectionTask::Open{state, std::move(headers)}});
    if (!taken)
        state->shut();
    return Listener(
        std::make_shared<response::Stream>(m_state->connection, m_state->outbox, std::move(state)));
}

Listener::Listener(std::shared_ptr<response::Stream> stream) : m_stream(std::move(stream)) {}

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
