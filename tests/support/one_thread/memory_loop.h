#pragma once

#include <support/one_thread/memory_line.h>

#include <hall/http/network/event_loop.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <stdexcept>
#include <utility>

namespace starqueue::test {

/// An event loop without kernel and threads: its tasks stand on an agenda, its connections are MemoryLines.
class MemoryLoop final : public hall::http::network::EventLoop
{
public:
    using Endpoint = hall::http::Endpoint;
    using Peer = hall::http::network::Peer;
    using SocketTaker = hall::http::network::SocketTaker;

    /// @p wall is what the Date header shows.
    explicit MemoryLoop(
        Agenda& agenda, std::function<std::time_t()> wall = [] { return std::time_t{0}; })
        : m_agenda(agenda), m_wall(std::move(wall)), m_tasks(agenda)
    {}

    /// A client comes to one of the endpoints; null: the server doesn't listen.
    std::shared_ptr<MemoryLine> connect(std::size_t endpoint = 0, Peer peer = {"127.0.0.1", true})
    {
        auto line = std::make_shared<MemoryLine>(m_agenda);
        return accept(std::make_unique<MemorySocket>(line), std::move(peer), endpoint) ? line : nullptr;
    }
    /// Likewise with a socket of the caller's. False: the server doesn't listen.
    bool accept(std::unique_ptr<hall::http::network::Socket> socket, Peer peer, std::size_t endpoint = 0)
    {
        if (m_taker)
            m_taker->onAccepted(std::move(socket), std::move(peer), endpoint);
        return m_taker != nullptr;
    }

    [[nodiscard]] Clock::time_point now() const override { return m_agenda.now(); }
    [[nodiscard]] std::time_t wall() const override { return m_wall(); }
    void start() override { m_isOpen = true; }
    void quit() override { m_tasks.close(); }
    void finish() override
    {
        while (m_tasks.isOpen() || m_blocking > 0)
            if (!m_agenda.turn())
                throw std::logic_error("the server can't end: the agenda is empty");
        m_isOpen = false;
    }

    void post(std::function<void()> task) override { m_tasks.after({}, std::move(task)); }
    void inTurn(const std::function<void()>& task) override { task(); }
    bool postBlocking(std::function<void()> task) override
    {
        if (!m_isOpen)
            return false;
        ++m_blocking;
        m_agenda.soon([this, task = std::move(task)] {
            task();
            --m_blocking;
        });
        return true;
    }
    void repeat(std::chrono::milliseconds period, std::function<void()> task) override
    {
        m_tasks.after(period, [this, period, task = std::move(task)]() mutable {
            task();
            repeat(period, std::move(task));
        });
    }

    tl::expected<Endpoint, hall::http::ServerError> listen(const std::string& address, std::uint16_t port,
                                                           SocketTaker& taker) override
    {
        m_taker = &taker;
        return Endpoint{address, port, m_endpoints++};
    }
    tl::expected<Endpoint, hall::http::ServerError> adopt(int descriptor, SocketTaker& /*taker*/) override
    {
        return tl::unexpected(hall::http::ServerError{hall::http::ServerError::Reason::CannotListen,
                                                      "no descriptor is a socket of this network: " +
                                                          std::to_string(descriptor)});
    }
    void stopListening() override { m_taker = nullptr; }

private:
    Agenda& m_agenda;
    const std::function<std::time_t()> m_wall;
    SocketTaker* m_taker = nullptr;
    std::size_t m_endpoints = 0;
    std::size_t m_blocking = 0; ///< tasks that may block, still to be done
    InOrder m_tasks;            ///< closed by quit(): what is left isn't done
    bool m_isOpen = false;
};

} // namespace starqueue::test
