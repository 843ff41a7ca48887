#include <hall/http/network/asio_socket.h>

#include <algorithm>
#include <array>

namespace starqueue::hall::http::network {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// As many as Asio hands to the kernel at once.
constexpr std::size_t kPiecesAtOnce = 64;

IoResult transferOf(std::size_t bytes, const error_code& error)
{
    if (!error)
        return {IoResult::State::Moved, bytes};
    const bool again = error == asio::error::would_block || error == asio::error::try_again ||
                       error == asio::error::interrupted;
    return {again ? IoResult::State::WouldBlock : IoResult::State::Ended, 0};
}

} // namespace

struct AsioSocket::Waits : std::enable_shared_from_this<Waits>
{
    struct Wait
    {
        std::shared_ptr<SocketUser> user;
        bool isPending = false; ///< Asio has a handler for it
    };

    Waits(tcp::socket socket_, EventLoop& loop_) : socket(std::move(socket_)), loop(loop_) {}

    /// Asio only tells that the time has come: bytes are moved by a buffer that all connections share.
    void begin(tcp::socket::wait_type type, Wait& wait, std::shared_ptr<SocketUser> user,
               void (SocketUser::*call)()) REQUIRES(turn)
    {
        if (!socket.is_open())
            return;
        wait.user = std::move(user);
        if (std::exchange(wait.isPending, true))
            return;
        socket.async_wait(type, [self = shared_from_this(), &wait, call](const error_code& error) {
            if (error != asio::error::operation_aborted)
                self->loop.inTurn([&]() REQUIRES(turn) { end(wait, call); });
        });
    }

    static void end(Wait& wait, void (SocketUser::*call)()) REQUIRES(turn)
    {
        wait.isPending = false;
        // None if the socket was closed in the meantime.
        if (const auto user = std::exchange(wait.user, nullptr))
            (*user.*call)();
    }

    void close() REQUIRES(turn)
    {
        error_code ignored;
        socket.close(ignored);
        readable.user.reset();
        writable.user.reset();
    }

    tcp::socket socket;
    EventLoop& loop;
    Wait readable GUARDED_BY(turn);
    Wait writable GUARDED_BY(turn);
};

AsioSocket::AsioSocket(tcp::socket socket, EventLoop& loop)
    : m_waits(std::make_shared<Waits>(std::move(socket), loop))
{}

AsioSocket::~AsioSocket()
{
    m_waits->close();
}

IoResult AsioSocket::receive(std::span<char> into)
{
    error_code error;
    const std::size_t bytes = m_waits->socket.read_some(asio::buffer(into.data(), into.size()), error);
    return transferOf(bytes, error);
}

IoResult AsioSocket::send(std::span<const std::string_view> pieces)
{
    std::array<asio::const_buffer, kPiecesAtOnce> buffers;
    const std::size_t count = std::min(pieces.size(), buffers.size());
    std::transform(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(count), buffers.begin(),
                   [](std::string_view piece) { return asio::buffer(piece.data(), piece.size()); });
    error_code error;
    const std::size_t bytes =
        m_waits->socket.write_some(std::span<const asio::const_buffer>(buffers.data(), count), error);
    return transferOf(bytes, error);
}

void AsioSocket::awaitReadable(std::shared_ptr<SocketUser> user)
{
    m_waits->begin(tcp::socket::wait_read, m_waits->readable, std::move(user), &SocketUser::onReadable);
}

void AsioSocket::awaitWritable(std::shared_ptr<SocketUser> user)
{
    m_waits->begin(tcp::socket::wait_write, m_waits->writable, std::move(user), &SocketUser::onWritable);
}

void AsioSocket::endSending()
{
    error_code ignored;
    m_waits->socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void AsioSocket::close()
{
    m_waits->close();
}

} // namespace starqueue::hall::http::network
