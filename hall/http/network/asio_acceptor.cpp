#include <hall/http/network/asio_acceptor.h>
#include <hall/http/network/asio_socket.h>

#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace starqueue::hall::http::network {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// A client that vanished without a word is noticed after so long with bytes unacknowledged.
constexpr int kUnacknowledgedMilliseconds = 30'000;
constexpr auto kRetryTime = std::chrono::milliseconds(250);

ServerError listenError(ServerError::Reason reason, const std::string& address, std::uint16_t port,
                        const std::string& why)
{
    return {reason, "cannot listen on " + address + " port " + std::to_string(port) + ": " + why};
}

Peer peerOf(asio::ip::address address)
{
    if (address.is_v6()) {
        asio::ip::address_v6 v6 = address.to_v6();
        v6.scope_id(0); // the same client, whichever interface it came by
        address = v6.is_v4_mapped() ? asio::ip::address(asio::ip::make_address_v4(asio::ip::v4_mapped, v6))
                                    : asio::ip::address(v6);
    }
    return {address.to_string(), address.is_loopback()};
}

/// Asio leaves descriptors to programs that this one starts.
void closeOnExec(int descriptor)
{
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

bool isListeningTcp(int descriptor, int& family)
{
    int listens = 0;
    int protocol = 0;
    socklen_t size = sizeof(int);
    const auto ask = [&](int option, int& answer) {
        return ::getsockopt(descriptor, SOL_SOCKET, option, &answer, &size) == 0;
    };
    return ask(SO_ACCEPTCONN, listens) && ask(SO_PROTOCOL, protocol) && ask(SO_DOMAIN, family) &&
           listens != 0 && protocol == IPPROTO_TCP;
}

bool isLackOfRoom(const error_code& error)
{
    return error == asio::error::no_descriptors ||
           error == boost::system::errc::too_many_files_open_in_system ||
           error == asio::error::no_buffer_space || error == asio::error::no_memory;
}

} // namespace

AsioAcceptor::AsioAcceptor(asio::io_context& context, EventLoop& loop, int sendBufferBytes)
    : m_loop(loop), m_acceptor(context), m_retry(context), m_sendBufferBytes(sendBufferBytes)
{}

tl::expected<std::uint16_t, ServerError> AsioAcceptor::open(const std::string& address, std::uint16_t port)
{
    error_code error;
    const tcp::endpoint endpoint(asio::ip::make_address(address, error), port);
    if (error)
        return tl::unexpected(listenError(ServerError::Reason::BadAddress, address, port,
                                          "not a numeric IPv4 or IPv6 address"));
    tcp::acceptor acceptor(m_acceptor.get_executor());
    acceptor.open(endpoint.protocol(), error);
    if (!error) {
        closeOnExec(acceptor.native_handle());
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    }
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(tcp::acceptor::max_listen_connections, error);
    if (!error)
        acceptor.non_blocking(true, error);
    if (error)
        return tl::unexpected(listenError(ServerError::Reason::CannotListen, address, port, error.message()));
    const std::uint16_t real = acceptor.local_endpoint(error).port();
    m_acceptor = std::move(acceptor);
    return real;
}

tl::expected<Endpoint, ServerError> AsioAcceptor::adopt(int descriptor)
{
    int family = 0;
    if (!isListeningTcp(descriptor, family)) {
        ::close(descriptor);
        return tl::unexpected(
            ServerError{ServerError::Reason::CannotListen,
                        "descriptor " + std::to_string(descriptor) +
                            " was handed over as a socket, but is none of TCP that listens"});
    }
    error_code error;
    m_acceptor.assign(family == AF_INET6 ? tcp::v6() : tcp::v4(), descriptor, error);
    if (!error)
        m_acceptor.non_blocking(true, error);
    const tcp::endpoint endpoint = error ? tcp::endpoint() : m_acceptor.local_endpoint(error);
    if (error)
        return tl::unexpected(
            listenError(ServerError::Reason::CannotListen, "the socket handed over", 0, error.message()));
    closeOnExec(descriptor);
    return Endpoint{endpoint.address().to_string(), endpoint.port()};
}

void AsioAcceptor::begin(SocketTaker& taker, std::size_t id)
{
    m_taker = &taker;
    m_id = id;
    await();
}

void AsioAcceptor::close()
{
    error_code ignored;
    m_acceptor.close(ignored);
    m_retry.cancel();
}

void AsioAcceptor::await()
{
    m_acceptor.async_wait(tcp::acceptor::wait_read, [this](const error_code& error) {
        if (!error)
            m_loop.inTurn([this]() REQUIRES(turn) { accept(); });
    });
}

/// Out of descriptors the socket stays readable, and waiting for it would spin.
void AsioAcceptor::awaitRoom()
{
    m_retry.expires_after(kRetryTime);
    m_retry.async_wait([this](const error_code& error) {
        if (!error)
            m_loop.inTurn([this]() REQUIRES(turn) { accept(); });
    });
}

void AsioAcceptor::accept()
{
    while (m_acceptor.is_open()) {
        error_code error;
        tcp::endpoint from;
        tcp::socket socket = m_acceptor.accept(from, error);
        if (!error)
            hand(std::move(socket), from.address());
        else if (error == asio::error::would_block || error == asio::error::try_again)
            return await();
        else if (isLackOfRoom(error))
            return awaitRoom();
    }
}

void AsioAcceptor::hand(tcp::socket socket, const asio::ip::address& from)
{
    closeOnExec(socket.native_handle());
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.set_option(tcp::no_delay(true), ignored);
    if (m_sendBufferBytes > 0)
        socket.set_option(tcp::socket::send_buffer_size(m_sendBufferBytes), ignored);
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &kUnacknowledgedMilliseconds,
                 sizeof kUnacknowledgedMilliseconds);
    m_taker->onAccepted(std::make_unique<AsioSocket>(std::move(socket), m_loop), peerOf(from), m_id);
}

} // namespace starqueue::hall::http::network
