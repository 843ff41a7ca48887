#include <hall/http/event_loop.h>

// Asio of Boost 1.74 uses std::exchange without including it; GCC 12 notices.
#include <utility>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <netinet/tcp.h>

#include <list>
#include <vector>

namespace starqueue::hall::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// A client that vanished without a word is noticed after so long with bytes unacknowledged.
constexpr unsigned kUnacknowledgedMilliseconds = 30'000;

class AsioSocket final : public Socket
{
public:
    explicit AsioSocket(tcp::socket socket) : m_socket(std::move(socket)) {}

    Transfer receive(std::span<char> into) override
    {
        error_code error;
        const std::size_t bytes = m_socket.receive(asio::buffer(into.data(), into.size()), 0, error);
        return transfer(error, bytes);
    }

    Transfer send(std::span<const std::string_view> pieces) override
    {
        m_pieces.clear();
        for (const std::string_view piece : pieces)
            m_pieces.emplace_back(piece.data(), piece.size());
        error_code error;
        const std::size_t bytes = m_socket.send(m_pieces, 0, error);
        return transfer(error, bytes);
    }

    void awaitReadable(std::shared_ptr<SocketUser> user) override
    {
        m_socket.async_wait(tcp::socket::wait_read, [user = std::move(user)](const error_code& error) {
            if (error != asio::error::operation_aborted)
                user->onReadable();
        });
    }

    void awaitWritable(std::shared_ptr<SocketUser> user) override
    {
        m_socket.async_wait(tcp::socket::wait_write, [user = std::move(user)](const error_code& error) {
            if (error != asio::error::operation_aborted)
                user->onWritable();
        });
    }

    void endSending() override
    {
        error_code ignored;
        m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

    void close() override
    {
        error_code ignored;
        m_socket.close(ignored);
    }

private:
    static Transfer transfer(const error_code& error, std::size_t bytes)
    {
        if (!error)
            return {Transfer::State::Moved, bytes};
        const bool again = error == asio::error::would_block || error == asio::error::try_again;
        return {again ? Transfer::State::WouldBlock : Transfer::State::Ended, 0};
    }

    tcp::socket m_socket;
    // Shared by all sockets of the thread: only alive within send().
    static thread_local std::vector<asio::const_buffer> m_pieces;
};

thread_local std::vector<asio::const_buffer> AsioSocket::m_pieces;

Peer peerOf(const tcp::socket& socket)
{
    error_code error;
    auto address = socket.remote_endpoint(error).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return {address.to_string(), address.is_loopback()};
}

ServerError listenError(ServerError::Reason reason, const std::string& address, std::uint16_t port,
                        const std::string& why)
{
    return {reason, "cannot listen on " + address + " port " + std::to_string(port) + ": " + why};
}

class Acceptor
{
public:
    Acceptor(asio::io_context& context, SocketTaker& taker, std::size_t id, int sendBufferBytes)
        : m_acceptor(context), m_retry(context), m_taker(taker), m_id(id), m_sendBufferBytes(sendBufferBytes)
    {}

    error_code open(const tcp::endpoint& endpoint)
    {
        error_code error;
        m_acceptor.open(endpoint.protocol(), error);
        if (!error)
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error)
            m_acceptor.bind(endpoint, error);
        if (!error)
            m_acceptor.listen(tcp::acceptor::max_listen_connections, error);
        if (!error)
            m_acceptor.non_blocking(true, error);
        return error;
    }

    [[nodiscard]] std::uint16_t port() const { return m_acceptor.local_endpoint().port(); }

    void await()
    {
        m_acceptor.async_wait(tcp::acceptor::wait_read, [this](const error_code& error) {
            if (!error)
                acceptAll();
        });
    }

    void close()
    {
        error_code ignored;
        m_acceptor.close(ignored);
        m_retry.cancel(ignored);
    }

private:
    void acceptAll()
    {
        for (;;) {
            error_code error;
            tcp::socket socket(m_acceptor.get_executor());
            m_acceptor.accept(socket, error);
            if (error == asio::error::would_block || error == asio::error::try_again)
                return await();
            if (error == asio::error::no_descriptors || error == asio::error::no_buffer_space ||
                error == asio::error::no_memory)
                return retryLater();
            if (!error)
                hand(std::move(socket));
        }
    }

    /// Out of descriptors the socket stays readable: waiting for it would spin.
    void retryLater()
    {
        m_retry.expires_after(std::chrono::milliseconds(100));
        m_retry.async_wait([this](const error_code& error) {
            if (!error)
                await();
        });
    }

    void hand(tcp::socket socket)
    {
        error_code ignored;
        socket.non_blocking(true, ignored);
        socket.set_option(tcp::no_delay(true), ignored);
        socket.set_option(
            asio::detail::socket_option::integer<IPPROTO_TCP, TCP_USER_TIMEOUT>(kUnacknowledgedMilliseconds),
            ignored);
        if (m_sendBufferBytes > 0)
            socket.set_option(tcp::socket::send_buffer_size(m_sendBufferBytes), ignored);
        Peer peer = peerOf(socket);
        m_taker.onAccepted(std::make_unique<AsioSocket>(std::move(socket)), std::move(peer), m_id);
    }

    tcp::acceptor m_acceptor;
    asio::steady_timer m_retry;
    SocketTaker& m_taker;
    const std::size_t m_id;
    const int m_sendBufferBytes;
};

class AsioEventLoop final : public EventLoop
{
public:
    explicit AsioEventLoop(int sendBufferBytes) : m_timer(m_context), m_sendBufferBytes(sendBufferBytes) {}

    void run() override { m_context.run(); }

    void quit() override { m_context.stop(); }

    void post(std::function<void()> task) override { asio::post(m_context, std::move(task)); }

    void repeat(std::chrono::milliseconds period, std::function<void()> task) override
    {
        m_period = period;
        m_task = std::move(task);
        m_timer.expires_after(m_period);
        tick();
    }

    tl::expected<Endpoint, ServerError> listen(const std::string& address, std::uint16_t port,
                                               SocketTaker& taker) override
    {
        error_code error;
        const auto ip = asio::ip::make_address(address, error);
        if (error)
            return tl::make_unexpected(listenError(ServerError::Reason::BadAddress, address, port,
                                                   "not a numeric IPv4 or IPv6 address"));
        m_acceptors.emplace_back(m_context, taker, m_lastId, m_sendBufferBytes);
        Acceptor& acceptor = m_acceptors.back();
        if ((error = acceptor.open(tcp::endpoint(ip, port)))) {
            m_acceptors.pop_back();
            return tl::make_unexpected(
                listenError(ServerError::Reason::CannotListen, address, port, error.message()));
        }
        post([&acceptor] { acceptor.await(); });
        return Endpoint{address, acceptor.port(), m_lastId++};
    }

    void stopListening() override
    {
        for (Acceptor& acceptor : m_acceptors)
            acceptor.close();
    }

private:
    void tick()
    {
        m_timer.async_wait([this](const error_code& error) {
            if (error)
                return;
            m_task();
            m_timer.expires_after(m_period);
            tick();
        });
    }

    asio::io_context m_context{1};
    asio::executor_work_guard<asio::io_context::executor_type> m_work{m_context.get_executor()};
    std::list<Acceptor> m_acceptors;
    asio::steady_timer m_timer;
    std::chrono::milliseconds m_period{};
    std::function<void()> m_task;
    std::size_t m_lastId = 0;
    const int m_sendBufferBytes;
};

} // namespace

std::unique_ptr<EventLoop> makeEventLoop(int sendBufferBytes)
{
    return std::make_unique<AsioEventLoop>(sendBufferBytes);
}

} // namespace starqueue::hall::http
