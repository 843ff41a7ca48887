#include <hall/http/serve/core.h>
#include <hall/http/server.h>

#include <utility>

namespace starqueue::hall::http {

Server::Server(const Limits& limits, Handler handler)
    : m_core(std::make_unique<serve::Core>(limits, std::move(handler)))
{}

Server::~Server()
{
    stop();
}

tl::expected<Endpoint, ServerError> Server::start(const std::string& address, std::uint16_t port)
{
    if (m_stopped)
        return tl::make_unexpected(ServerError{ServerError::Reason::Stopped,
                                               "cannot listen: the server was stopped; make a new one"});
    auto endpoint = m_core->loop().listen(address, port, *m_core);
    if (endpoint && !m_threads.front().joinable()) {
        m_core->begin();
        for (std::thread& thread : m_threads)
            thread = std::thread([core = m_core.get()] { core->run(); });
    }
    return endpoint;
}

void Server::stop()
{
    if (std::exchange(m_stopped, true) || !m_threads.front().joinable())
        return;
    m_core->loop().post([core = m_core.get()] { core->beginStop(); });
    for (std::thread& thread : m_threads)
        thread.join();
    m_core->finish();
}

bool Server::lend(std::function<void()> errand)
{
    return m_core->lend(std::move(errand));
}

const ServerCounts& Server::counts() const
{
    return m_core->counts();
}

} // namespace starqueue::hall::http
