#include <hall/http/serve/connection.h>

#include <memory/wiping.h>

#include <array>
#include <exception>
#include <utility>

namespace starqueue::hall::http::serve {

namespace {

constexpr std::size_t kPiecesAtOnce = 64;
/// Then other clients are served, however fast this one reads.
constexpr int kSendsInARow = 4;
/// A client that sends on after its last answer is read up to here, then cut off.
constexpr std::size_t kDiscardedAtMost = 1024 * kKibibyte;

} // namespace

Connection::Connection(response::ConnectionId id, std::unique_ptr<network::Socket> socket, network::Peer peer,
                       std::size_t endpoint, ConnectionContext& context)
    : m_context(context), m_id(id), m_socket(std::move(socket)), m_peer(std::move(peer)),
      m_endpoint(endpoint), m_reader(context.limits)
{}

void Connection::begin()
{
    m_waitsSince = m_context.loop.now();
    m_deadline = m_waitsSince + m_context.limits.idleTime;
    m_socket->awaitReadable(shared_from_this());
}

void Connection::onReadable()
{
    if (m_phase == Phase::Receiving)
        receive();
    else if (m_phase == Phase::Streaming || m_phase == Phase::Draining)
        discard();
}

void Connection::receive()
{
    const network::IoResult got = m_socket->receive(m_context.received);
    if (got.state == network::IoResult::State::Ended)
        return close();
    if (got.state == network::IoResult::State::WouldBlock)
        return m_socket->awaitReadable(shared_from_this());
    if (!m_reader.hasBegun())
        m_deadline = m_context.loop.now() + m_context.limits.requestTime;
    m_reader.append({m_context.received.data(), got.bytes});
    memory::wipe({m_context.received.data(), got.bytes});
    advance();
}

void Connection::advance()
{
    switch (m_reader.advance()) {
    case parse::RequestReader::State::NeedMore:
        if (m_reader.takeExpectContinue())
            sendContinue();
        if (m_phase == Phase::Receiving)
            m_socket->awaitReadable(shared_from_this());
        return;
    case parse::RequestReader::State::Refused:
        return refuse(m_reader.refusal());
    case parse::RequestReader::State::Complete:
        return handle();
    }
}

void Connection::sendContinue()
{
    constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    const network::IoResult sent = m_socket->send(std::array{kContinue});
    // Nothing else is being sent here: a socket without room for 25 bytes has a client that doesn't read.
    if (sent.bytes != kContinue.size())
        close();
}

void Connection::handle()
{
    parse::Head head = m_reader.take();
    head.request.peer = m_peer.address;
    head.request.peerIsLoopback = m_peer.isLoopback;
    head.request.endpoint = m_endpoint;
    m_framing = {head.keepAlive, head.isHttp10, false};
    m_isHead = head.request.method == "HEAD";
    m_phase = Phase::Handling;
    m_isNew = false;
    const bool hasBody = !head.request.body.empty();
    ++m_context.counts.requests;
    auto state =
        std::make_shared<response::ReplyState>(m_id, m_context.outbox, m_context.limits.listenerBacklogBytes);
    try {
        m_context.handler(std::move(head.request), Reply(state));
        m_isKnown = m_isKnown || state->isVouchedFor;
    } catch (const std::exception&) {
        // Its Reply answers 500 when the last copy is destroyed.
        ++m_context.counts.handlerFailures;
    }
    if (hasBody) // which may have been a log-in's
        memory::wipeStack();
}

void Connection::refuse(const parse::HeadRefusal& refusal)
{
    ++m_context.counts.refusedRequests;
    m_framing = {false, false, false};
    m_isHead = false;
    queue(response::problem(refusal));
    flush();
}

void Connection::answer(const response::Response& answer)
{
    if (m_phase != Phase::Handling)
        return;
    if (m_stopping)
        m_framing.keepAlive = false;
    queue(answer);
    flush();
}

void Connection::queue(const response::Response& answer)
{
    m_phase = Phase::Answering;
    m_waitsSince = m_context.loop.now();
    m_deadline = m_waitsSince + m_context.limits.answerTime;
    m_queue.add(headOf(answer, m_framing, m_context.loop.wall()));
    if (!m_isHead && response::mayHaveBody(answer.status))
        m_queue.add(answer.body);
}

void Connection::open(std::shared_ptr<response::StreamState> stream, const std::vector<Field>& headers)
{
    response::Response start{200, "text/event-stream", nullptr, headers};
    start.headers.push_back({"Cache-Control", "no-store"});
    m_framing = {false, m_framing.isHttp10, true};
    if (m_phase != Phase::Handling || m_stopping || m_isHead || !isSendable(start)) {
        stream->signalClosed();
        return answer(withoutStream(std::move(start)));
    }
    m_phase = Phase::Streaming;
    m_stream = std::move(stream);
    m_nextHeartbeat = m_context.loop.now() + m_context.limits.heartbeat;
    ++m_context.counts.listeners;
    // nginx keeps the head from an HTTP/2 client until something follows it: a comment line does.
    auto head = std::make_shared<const std::string>(headOf(start, m_framing, m_context.loop.wall()) + ":\n");
    m_stream->hold(head->size());
    add(std::move(head));
    m_socket->awaitReadable(shared_from_this());
}

/// HEAD gets the header alone; otherwise the reason why there is no stream.
response::Response Connection::withoutStream(response::Response start)
{
    if (!m_stopping && isSendable(start))
        return start;
    m_framing.isStream = false;
    if (m_stopping)
        return response::problem({503, "unavailable", "The service is stopping."});
    return response::problem({500, "internal", "The stream could not be opened: bad header."});
}

void Connection::add(response::ConnectionTask::Chunk chunk)
{
    if (m_phase == Phase::Streaming)
        m_queue.add(std::move(chunk));
}

void Connection::flushStream()
{
    if (m_phase == Phase::Streaming && !m_queue.isEmpty())
        flush();
}

void Connection::flush()
{
    if (m_awaitsWritable)
        return;
    for (int round = 0; round < kSendsInARow && !m_queue.isEmpty(); ++round) {
        if (!sendSome())
            break;
    }
    if (m_phase == Phase::Closed)
        return;
    if (!m_queue.isEmpty()) {
        m_awaitsWritable = true;
        return m_socket->awaitWritable(shared_from_this());
    }
    if (m_phase == Phase::Answering)
        finishAnswer();
    else if (m_stream)
        m_stream->signalDrained();
}

/// False if there is no more to be sent for now, because of the socket or the client.
bool Connection::sendSome()
{
    m_queue.views(m_context.sending, kPiecesAtOnce);
    const network::IoResult sent = m_socket->send(m_context.sending);
    if (sent.state == network::IoResult::State::Ended)
        close();
    if (sent.state != network::IoResult::State::Moved)
        return false;
    m_queue.consume(sent.bytes);
    if (m_stream)
        m_stream->release(sent.bytes);
    return true;
}

void Connection::onWritable()
{
    m_awaitsWritable = false;
    if (m_phase == Phase::Answering || m_phase == Phase::Streaming)
        flush();
}

void Connection::finishAnswer()
{
    if (!m_framing.keepAlive || m_stopping)
        return drain();
    m_phase = Phase::Receiving;
    const auto& limits = m_context.limits;
    m_deadline = m_context.loop.now() + (m_reader.hasBegun() ? limits.requestTime : limits.idleTime);
    m_reader.hasBegun() ? advance() : receive();
}

/// Closing with unread bytes would reset the connection and could take the answer from the client.
void Connection::drain()
{
    m_phase = Phase::Draining;
    m_deadline = m_context.loop.now() + m_context.limits.lingerTime;
    m_socket->endSending();
    m_socket->awaitReadable(shared_from_this());
}

void Connection::discard()
{
    const network::IoResult got = m_socket->receive(m_context.received);
    m_discarded += got.bytes;
    if (got.state == network::IoResult::State::Ended || m_discarded > kDiscardedAtMost)
        return close();
    m_socket->awaitReadable(shared_from_this());
}

void Connection::endStream()
{
    if (m_phase != Phase::Streaming)
        return;
    flush();
    close();
}

void Connection::close()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    const auto self = shared_from_this();
    m_socket->close();
    if (m_stream) {
        --m_context.counts.listeners;
        m_context.counts.droppedListeners += m_stream->wasDropped() ? 1U : 0U;
        m_stream->signalClosed();
    }
    m_context.forget(*this);
}

} // namespace starqueue::hall::http::serve
