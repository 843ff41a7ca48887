#include <hall/http/network/tcp_socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace starqueue::hall::http::network {

namespace {

constexpr std::size_t kPiecesAtOnce = 64;

Transfer transferOf(ssize_t result)
{
    if (result > 0)
        return {Transfer::State::Moved, static_cast<std::size_t>(result)};
    const bool again = result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return {again ? Transfer::State::WouldBlock : Transfer::State::Ended, 0};
}

} // namespace

TcpSocket::TcpSocket(int descriptor, Watch& watch)
    : m_watch(watch), m_descriptor(descriptor), m_key(watch.add(descriptor, *this))
{}

TcpSocket::~TcpSocket()
{
    close();
}

Transfer TcpSocket::receive(std::span<char> into)
{
    return transferOf(::recv(m_descriptor, into.data(), into.size(), 0));
}

Transfer TcpSocket::send(std::span<const std::string_view> pieces)
{
    std::array<iovec, kPiecesAtOnce> parts{};
    const std::size_t count = std::min(pieces.size(), parts.size());
    for (std::size_t i = 0; i < count; ++i)
        parts[i] = {const_cast<char*>(pieces[i].data()), pieces[i].size()};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = count;
    return transferOf(::sendmsg(m_descriptor, &message, MSG_NOSIGNAL));
}

void TcpSocket::awaitReadable(std::shared_ptr<SocketUser> user)
{
    m_reader = std::move(user);
    arm();
}

void TcpSocket::awaitWritable(std::shared_ptr<SocketUser> user)
{
    m_writer = std::move(user);
    arm();
}

void TcpSocket::arm() const
{
    if (m_descriptor >= 0 && (m_reader || m_writer))
        m_watch.arm(m_descriptor, m_key, (m_reader ? EPOLLIN : 0U) | (m_writer ? EPOLLOUT : 0U));
}

void TcpSocket::onEvents(std::uint32_t events)
{
    // An error concerns whoever waits, and is told by the next receive() or send().
    const bool failed = (events & (EPOLLERR | EPOLLHUP)) != 0;
    const auto reader = failed || (events & EPOLLIN) != 0 ? std::exchange(m_reader, nullptr) : nullptr;
    const auto writer = failed || (events & EPOLLOUT) != 0 ? std::exchange(m_writer, nullptr) : nullptr;
    arm();
    if (reader)
        reader->onReadable();
    // The users own this socket: it is there until they are let go.
    if (writer && m_descriptor >= 0)
        writer->onWritable();
}

void TcpSocket::endSending()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void TcpSocket::close()
{
    if (m_descriptor < 0)
        return;
    m_watch.remove(m_key);
    ::close(std::exchange(m_descriptor, -1));
    m_reader.reset();
    m_writer.reset();
}

} // namespace starqueue::hall::http::network
