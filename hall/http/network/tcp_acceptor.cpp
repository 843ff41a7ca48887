#include <hall/http/network/tcp_acceptor.h>

#include <hall/http/network/tcp_socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace starqueue::hall::http::network {

namespace {

/// A client that vanished without a word is noticed after so long with bytes unacknowledged.
constexpr int kUnacknowledgedMilliseconds = 30'000;

struct Address
{
    sockaddr_storage bytes{};
    socklen_t size = sizeof(sockaddr_storage);

    sockaddr* raw() { return reinterpret_cast<sockaddr*>(&bytes); }
    sockaddr_in& ipv4() { return reinterpret_cast<sockaddr_in&>(bytes); }
    sockaddr_in6& ipv6() { return reinterpret_cast<sockaddr_in6&>(bytes); }
};

std::optional<Address> addressOf(const std::string& text, std::uint16_t port)
{
    Address address;
    if (::inet_pton(AF_INET, text.c_str(), &address.ipv4().sin_addr) == 1) {
        address.ipv4().sin_family = AF_INET;
        address.ipv4().sin_port = htons(port);
        address.size = sizeof(sockaddr_in);
        return address;
    }
    if (::inet_pton(AF_INET6, text.c_str(), &address.ipv6().sin6_addr) != 1)
        return std::nullopt;
    address.ipv6().sin6_family = AF_INET6;
    address.ipv6().sin6_port = htons(port);
    address.size = sizeof(sockaddr_in6);
    return address;
}

Peer peerOfIpv4(const in_addr& address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET, &address, text.data(), text.size());
    return {text.data(), ntohl(address.s_addr) >> 24U == IN_LOOPBACKNET};
}

Peer peerOf(int descriptor)
{
    Address address;
    ::getpeername(descriptor, address.raw(), &address.size);
    if (address.bytes.ss_family == AF_INET)
        return peerOfIpv4(address.ipv4().sin_addr);
    const in6_addr& ipv6 = address.ipv6().sin6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&ipv6)) {
        in_addr ipv4{};
        std::memcpy(&ipv4, ipv6.s6_addr + 12, sizeof ipv4);
        return peerOfIpv4(ipv4);
    }
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, &ipv6, text.data(), text.size());
    return {text.data(), IN6_IS_ADDR_LOOPBACK(&ipv6) != 0};
}

void setOption(int descriptor, int level, int option, int value)
{
    ::setsockopt(descriptor, level, option, &value, sizeof value);
}

ServerError listenError(ServerError::Reason reason, const std::string& address, std::uint16_t port,
                        const std::string& why)
{
    return {reason, "cannot listen on " + address + " port " + std::to_string(port) + ": " + why};
}

/// Negative: errno says why not.
int listeningAt(Address& address)
{
    const int descriptor =
        ::socket(address.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
    if (descriptor < 0)
        return descriptor;
    setOption(descriptor, SOL_SOCKET, SO_REUSEADDR, 1);
    if (::bind(descriptor, address.raw(), address.size) == 0 && ::listen(descriptor, SOMAXCONN) == 0)
        return descriptor;
    const int why = errno;
    ::close(descriptor);
    errno = why;
    return -1;
}

bool isLackOfRoom(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

} // namespace

tl::expected<std::unique_ptr<TcpAcceptor>, ServerError>
TcpAcceptor::open(const std::string& address, std::uint16_t port, int sendBufferBytes)
{
    auto numeric = addressOf(address, port);
    if (!numeric)
        return tl::make_unexpected(listenError(ServerError::Reason::BadAddress, address, port,
                                               "not a numeric IPv4 or IPv6 address"));
    const int descriptor = listeningAt(*numeric);
    if (descriptor < 0)
        return tl::make_unexpected(
            listenError(ServerError::Reason::CannotListen, address, port, std::strerror(errno)));
    return std::unique_ptr<TcpAcceptor>(new TcpAcceptor(descriptor, sendBufferBytes));
}

TcpAcceptor::~TcpAcceptor()
{
    close();
}

std::uint16_t TcpAcceptor::port() const
{
    Address address;
    ::getsockname(m_descriptor, address.raw(), &address.size);
    // The port stands at the same place in both families.
    return ntohs(address.ipv4().sin_port);
}

void TcpAcceptor::begin(Watch& watch, SocketTaker& taker, std::size_t id)
{
    m_watch = &watch;
    m_taker = &taker;
    m_id = id;
    m_key = watch.add(m_descriptor, *this);
    watch.arm(m_descriptor, m_key, EPOLLIN);
}

void TcpAcceptor::keepTime()
{
    if (std::exchange(m_isOutOfRoom, false))
        onEvents(EPOLLIN);
}

void TcpAcceptor::onEvents(std::uint32_t)
{
    while (m_descriptor >= 0) {
        const int accepted = ::accept4(m_descriptor, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (accepted >= 0)
            hand(accepted);
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            return m_watch->arm(m_descriptor, m_key, EPOLLIN);
        else if (isLackOfRoom(errno)) {
            m_isOutOfRoom = true;
            return;
        }
    }
}

void TcpAcceptor::hand(int descriptor) const
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, kUnacknowledgedMilliseconds);
    if (m_sendBufferBytes > 0)
        setOption(descriptor, SOL_SOCKET, SO_SNDBUF, m_sendBufferBytes);
    Peer peer = peerOf(descriptor);
    m_taker->onAccepted(std::make_unique<TcpSocket>(descriptor, *m_watch), std::move(peer), m_id);
}

void TcpAcceptor::close()
{
    if (m_descriptor < 0)
        return;
    if (m_watch != nullptr)
        m_watch->remove(m_key);
    ::close(std::exchange(m_descriptor, -1));
}

} // namespace starqueue::hall::http::network
