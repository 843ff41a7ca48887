#include <hall/http/serve/core.h>

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace starqueue::hall::http::serve {

namespace {

constexpr std::size_t kReceiveBytes = 16 * kKibibyte;
constexpr std::size_t kStreamsATurn = 16;
constexpr std::size_t kSentFromErrand = 2;

template <class... Cases> struct Overload : Cases...
{
    using Cases::operator()...;
};
template <class... Cases> Overload(Cases...) -> Overload<Cases...>;

/// The errand that this thread is on, if any.
struct Errand
{
    const Core* core = nullptr;
    bool hasMessages = false; ///< it has put the first message into an empty outbox
};
thread_local Errand errandOfThread;

} // namespace

Core::Core(const Limits& limits, std::function<void(Request, Reply)> handler)
    : m_limits(limits), m_handler(std::move(handler)),
      m_loop(network::makeEventLoop(limits.kernelSendBufferBytes)),
      m_context{m_limits,
                m_handler,
                std::make_shared<response::Outbox>([this] { wake(); }),
                m_counts,
                [this](Connection& connection) { forget(connection); },
                std::vector<char>(kReceiveBytes),
                {}}
{
    m_loop->repeat(tick(), [this] { keepTime(); });
}

Core::~Core()
{
    m_context.outbox->close();
}

std::chrono::milliseconds Core::tick() const
{
    const auto shortest = std::min({m_limits.requestTime, m_limits.idleTime, m_limits.answerTime,
                                    m_limits.lingerTime, m_limits.heartbeat, m_limits.stopTime});
    return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(250));
}

void Core::begin()
{
    m_loop->begin();
}

void Core::run()
{
    m_loop->run();
}

void Core::finish()
{
    m_loop->finish();
    // What was put between the last delivery and here finds no connection, but streams want to be told.
    m_context.outbox->close();
    deliver();
}

void Core::onAccepted(std::unique_ptr<network::Socket> socket, network::Peer peer, std::size_t endpoint)
{
    if (m_stopping)
        return;
    if (!hasRoomFor(peer))
        return turnAway(*socket);
    ++m_perPeer[peer.address];
    const auto connection =
        std::make_shared<Connection>(std::move(socket), std::move(peer), endpoint, m_context);
    m_connections.emplace(connection.get(), connection);
    ++m_counts.connections;
    connection->begin();
}

bool Core::hasRoomFor(const network::Peer& peer) const
{
    if (m_connections.size() >= m_limits.connections)
        return false;
    if (peer.isLoopback && m_limits.loopbackExempt)
        return true;
    const auto found = m_perPeer.find(peer.address);
    return found == m_perPeer.end() || found->second < m_limits.connectionsPerPeer;
}

/// Says why, as far as one attempt goes: whoever is turned away must cost nothing.
void Core::turnAway(network::Socket& socket)
{
    ++m_counts.refusedClients;
    const response::Response answer =
        response::problem({503, "unavailable", "There are too many connections."});
    const std::string head = headOf(answer, {false, false, false});
    const std::array<std::string_view, 2> pieces{head, *answer.body};
    socket.send(pieces);
    socket.endSending();
    socket.close();
}

void Core::forget(Connection& connection)
{
    const auto peer = m_perPeer.find(connection.peer().address);
    if (peer != m_perPeer.end() && --peer->second == 0)
        m_perPeer.erase(peer);
    m_connections.erase(&connection);
    --m_counts.connections;
    quitWhenEmpty();
}

/// An errand's messages wait for its end: then its own thread can send them, without another being woken.
void Core::wake()
{
    if (errandOfThread.core == this)
        errandOfThread.hasMessages = true;
    else
        m_loop->post([this] { deliver(); });
}

bool Core::lend(std::function<void()> errand)
{
    return m_loop->postAside([this, errand = std::move(errand)] { run(errand); });
}

/// A few answers leave sooner from here than by waking another thread; for many, that one serves better.
void Core::run(const std::function<void()>& errand)
{
    errandOfThread = {this, false};
    errand();
    if (!std::exchange(errandOfThread, {}).hasMessages)
        return;
    if (m_context.outbox->size() <= kSentFromErrand)
        m_loop->inTurn([this] { deliver(); });
    else
        m_loop->post([this] { deliver(); });
}

void Core::deliver()
{
    m_context.outbox->take(m_messages);
    for (response::Message& message : m_messages)
        deliver(message);
    m_messages.clear();
    // Streams are written once for all that a batch brings them.
    if (!m_flushesOn)
        flushStreams();
}

/// In the order in which they were pushed to, some in each turn: an answer must not wait for a thousand
/// listeners.
void Core::flushStreams()
{
    for (std::size_t i = 0; i < kStreamsATurn && !m_toFlush.empty(); ++i) {
        m_toFlush.front()->flushStream();
        m_toFlush.pop_front();
    }
    m_flushesOn = !m_toFlush.empty();
    if (m_flushesOn)
        m_loop->post([this] { flushStreams(); });
}

void Core::deliver(response::Message& message)
{
    const auto connection = message.connection.lock();
    if (!connection) {
        if (auto* open = std::get_if<response::Message::Open>(&message.what))
            open->stream->signalClosed();
        return;
    }
    std::visit(Overload{[&](const response::Response& answer) { connection->answer(answer); },
                        [&](response::Message::Open& open) {
                            connection->open(std::move(open.stream), open.headers);
                            m_toFlush.push_back(connection);
                        },
                        [&](response::Message::Chunk& chunk) {
                            connection->add(std::move(chunk));
                            m_toFlush.push_back(connection);
                        },
                        [&](response::Message::Close&) { connection->endStream(); }},
               message.what);
}

void Core::keepTime()
{
    const auto now = Connection::Clock::now();
    const bool stopOverdue = m_stopping && now >= m_stopEnds;
    for (const auto& connection : everybody()) {
        if (stopOverdue)
            connection->abandon();
        else
            connection->keepTime(now);
    }
}

std::vector<std::shared_ptr<Connection>> Core::everybody() const
{
    std::vector<std::shared_ptr<Connection>> all;
    all.reserve(m_connections.size());
    for (const auto& [key, connection] : m_connections)
        all.push_back(connection);
    return all;
}

void Core::beginStop()
{
    m_stopping = true;
    m_stopEnds = Connection::Clock::now() + m_limits.stopTime;
    m_loop->stopListening();
    for (const auto& connection : everybody())
        connection->closeUnlessBusy();
    quitWhenEmpty();
}

void Core::quitWhenEmpty()
{
    if (m_stopping && m_connections.empty())
        m_loop->quit();
}

} // namespace starqueue::hall::http::serve
