#include <hall/http/serve/core.h>

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace starqueue::hall::http::serve {

namespace {

constexpr std::size_t kReceiveBytes = 16 * kKibibyte;
constexpr std::size_t kStreamsATurn = 16;
constexpr std::size_t kSentByLentThread = 2;

template <class... Cases> struct Overload : Cases...
{
    using Cases::operator()...;
};
template <class... Cases> Overload(Cases...) -> Overload<Cases...>;

/// The lent work that this thread runs, if any.
struct LentWork
{
    const Core* core = nullptr;
    bool hasTasks = false; ///< it has put the first task into an empty outbox
};
thread_local LentWork lentWork;

} // namespace

Core::Core(const Limits& limits, std::function<void(Request, Reply)> handler,
           std::unique_ptr<network::EventLoop> loop)
    : m_limits(limits), m_handler(std::move(handler)),
      m_loop(std::move(loop)), m_context{m_limits,
                                         m_handler,
                                         *m_loop,
                                         std::make_shared<response::Outbox>([this] { wake(); }),
                                         m_counts,
                                         [this](Connection& connection)
                                             REQUIRES(turn) { forget(connection); },
                                         std::vector<char>(kReceiveBytes),
                                         {}}
{
    m_loop->repeat(tick(), [this]() REQUIRES(turn) { keepTime(); });
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

void Core::stop()
{
    m_loop->post([this]() REQUIRES(turn) { beginStop(); });
    m_loop->finish();
    // Messages since the last delivery find no connection, but the owners of streams must be told.
    m_context.outbox->close();
    m_loop->inTurn([this]() REQUIRES(turn) { deliver(); });
}

void Core::onAccepted(std::unique_ptr<network::Socket> socket, network::Peer peer, std::size_t endpoint)
{
    if (m_stopping)
        return;
    if (!hasRoomFor(peer))
        return turnAway(*socket);
    ++m_perPeer[peer.address];
    ++m_lastId.value;
    const auto connection =
        std::make_shared<Connection>(m_lastId, std::move(socket), std::move(peer), endpoint, m_context);
    m_connections.emplace(m_lastId, connection);
    ++m_counts.connections;
    connection->begin();
}

bool Core::hasRoomFor(const network::Peer& peer)
{
    if (m_connections.size() >= m_limits.connections && !makeRoom())
        return false;
    if (peer.isLoopback && m_limits.loopbackExempt)
        return true;
    const auto found = m_perPeer.find(peer.address);
    return found == m_perPeer.end() || found->second < m_limits.connectionsPerPeer;
}

/// Closes the stranger who has let us wait longest, so that silent connections shut nobody out. False: all
/// are known or at work.
bool Core::makeRoom()
{
    std::shared_ptr<Connection> longest;
    auto since = Connection::Clock::time_point::max();
    for (const auto& [id, connection] : m_connections) {
        const auto waits = connection->evictableSince();
        if (waits && *waits < since) {
            since = *waits;
            longest = connection;
        }
    }
    if (longest)
        longest->evict();
    return longest != nullptr;
}

/// Sends the reason in one attempt: a client that is turned away must cost nothing.
void Core::turnAway(network::Socket& socket)
{
    ++m_counts.refusedClients;
    const response::Response answer =
        response::problem({503, "unavailable", "There are too many connections."});
    const std::string head = headOf(answer, {false, false, false}, m_loop->wall());
    const std::array<std::string_view, 2> pieces{head, *answer.body};
    socket.send(pieces);
    socket.endSending();
    socket.close();
}

void Core::forget(const Connection& connection)
{
    const auto peer = m_perPeer.find(connection.peer().address);
    if (peer != m_perPeer.end() && --peer->second == 0)
        m_perPeer.erase(peer);
    m_connections.erase(connection.id());
    --m_counts.connections;
    quitWhenEmpty();
}

/// Messages of lent work are kept until it returns: its own thread can send them, without waking another.
void Core::wake()
{
    if (lentWork.core == this)
        lentWork.hasTasks = true;
    else
        m_loop->post([this]() REQUIRES(turn) { deliver(); });
}

bool Core::lend(std::function<void()> work)
{
    return m_loop->postBlocking([this, work = std::move(work)] { run(work); });
}

/// Sends a few answers on this thread; hands many to the loop.
void Core::run(const std::function<void()>& work)
{
    lentWork = {this, false};
    work();
    if (!std::exchange(lentWork, {}).hasTasks)
        return;
    if (m_context.outbox->size() <= kSentByLentThread)
        m_loop->inTurn([this]() REQUIRES(turn) { deliver(); });
    else
        m_loop->post([this]() REQUIRES(turn) { deliver(); });
}

void Core::deliver()
{
    m_context.outbox->take(m_tasks);
    for (response::ConnectionTask& task : m_tasks)
        deliver(task);
    m_tasks.clear();
    // Streams are written once for all that a batch brings them.
    if (!m_flushPosted)
        flushStreams();
}

/// A few in each turn, in their order: an answer must not wait for a thousand listeners.
void Core::flushStreams()
{
    for (std::size_t i = 0; i < kStreamsATurn && !m_toFlush.empty(); ++i) {
        m_toFlush.front()->flushStream();
        m_toFlush.pop_front();
    }
    m_flushPosted = !m_toFlush.empty();
    if (m_flushPosted)
        m_loop->post([this]() REQUIRES(turn) { flushStreams(); });
}

void Core::deliver(response::ConnectionTask& task)
{
    const auto found = m_connections.find(task.connection);
    if (found == m_connections.end()) {
        if (auto* open = std::get_if<response::ConnectionTask::Open>(&task.what))
            open->stream->signalClosed();
        return;
    }
    const std::shared_ptr<Connection> connection = found->second; // it may be forgotten meanwhile
    std::visit(Overload{[&](const response::Response& answer) REQUIRES(turn) { connection->answer(answer); },
                        [&](response::ConnectionTask::Open& open) REQUIRES(turn) {
                            connection->open(std::move(open.stream), open.headers);
                            m_toFlush.push_back(connection);
                        },
                        [&](response::ConnectionTask::Chunk& chunk) REQUIRES(turn) {
                            connection->add(std::move(chunk));
                            m_toFlush.push_back(connection);
                        },
                        [&](response::ConnectionTask::Close&) REQUIRES(turn) { connection->endStream(); }},
               task.what);
}

void Core::keepTime()
{
    const auto now = m_loop->now();
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
    for (const auto& [id, connection] : m_connections)
        all.push_back(connection);
    return all;
}

void Core::beginStop()
{
    m_stopping = true;
    m_stopEnds = m_loop->now() + m_limits.stopTime;
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
