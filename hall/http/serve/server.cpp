#include <hall/http/serve/core.h>
#include <hall/http/server.h>

#include <unistd.h>

#include <utility>

namespace starqueue::hall::http {

Server::Server(const Limits& limits, Handler handler)
    : Server(limits, std::move(handler), network::makeEventLoop(limits.kernelSendBufferBytes))
{}

Server::Server(const Limits& limits, Handler handler, std::unique_ptr<network::EventLoop> loop)
    : m_core(std::make_unique<serve::Core>(limits, std::move(handler), std::move(loop)))
{}

Server::~Server()
{
    stop();
}

namespace {

ServerError stopped()
{
    return {ServerError::Reason::Stopped, "cannot listen: the server was stopped; make a new one"};
}

} // namespace

tl::expected<Endpoint, ServerError> Server::start(const std::string& address, std::uint16_t port)
{
    if (m_stopped)
        return tl::unexpected(stopped());
    return started(m_core->loop().listen(address, port, *m_core));
}

tl::expected<Endpoint, ServerError> Server::adopt(int descriptor)
{
    if (!m_stopped)
        return started(m_core->loop().adopt(descriptor, *m_core));
    ::close(descriptor);
    return tl::unexpected(stopped());
}

tl::expected<Endpoint, ServerError> Server::started(tl::expected<Endpoint, ServerError> endpoint)
{
    if (endpoint && !std::exchange(m_started, true))
        m_core->loop().start();
    return endpoint;
}

void Server::stop()
{
    if (!std::exchange(m_stopped, true) && m_started)
        m_core->stop();
}

bool Server::lend(std::function<void()> work)
{
    return m_core->lend(std::move(work));
}

const ServerCounts& Server::counts() const
{
    return m_core->counts();
}

} // namespace starqueue::hall::http
