#include <hall/http/network/asio_acceptor.h>
#include <hall/http/network/event_loop.h>
#include <hall/http/network/leader_followers.h>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <list>
#include <thread>
#include <vector>

namespace starqueue::hall::http::network {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;

/// Limit on ready handlers run before a blocking task, so that one commit covers them.
constexpr int kHandledBeforeTask = 64;
/// Only the leader runs the context, and LeaderFollowers wakes the next one: Asio needn't.
constexpr int kConcurrencyHint = 1;

class Ticker
{
public:
    Ticker(asio::io_context& context, EventLoop& loop, std::chrono::milliseconds period,
           std::function<void()> task)
        : m_loop(loop), m_timer(context), m_period(period), m_task(std::move(task))
    {
        await();
    }

private:
    void await()
    {
        m_timer.expires_after(m_period);
        m_timer.async_wait([this](const error_code& error) {
            if (error)
                return;
            m_loop.inTurn(m_task);
            await();
        });
    }

    EventLoop& m_loop;
    asio::steady_timer m_timer;
    const std::chrono::milliseconds m_period;
    const std::function<void()> m_task;
};

class AsioEventLoop final : public EventLoop
{
public:
    explicit AsioEventLoop(int sendBufferBytes) : m_sendBufferBytes(sendBufferBytes) {}

    Clock::time_point now() const override { return Clock::now(); }
    std::time_t wall() const override { return std::time(nullptr); }

    void start() override
    {
        m_duties.open();
        for (std::thread& thread : m_threads)
            thread = std::thread([this] { work(); });
    }

    void quit() override
    {
        m_duties.end();
        m_context.stop();
    }

    void finish() override
    {
        for (std::thread& thread : m_threads)
            thread.join();
        m_duties.drain();
    }

    void post(std::function<void()> task) override
    {
        asio::post(m_context, [this, task = std::move(task)] { inTurn(task); });
    }

    void inTurn(const std::function<void()>& task) override EXCLUDES(turn)
    {
        const sync::Lock lock(m_turn);
        task();
    }

    bool postBlocking(std::function<void()> task) override { return m_duties.put(std::move(task)); }

    void repeat(std::chrono::milliseconds period, std::function<void()> task) override
    {
        m_tickers.emplace_back(m_context, *this, period, std::move(task));
    }

    tl::expected<Endpoint, ServerError> listen(const std::string& address, std::uint16_t port,
                                               SocketTaker& taker) override EXCLUDES(turn)
    {
        tl::expected<Endpoint, ServerError> result;
        inTurn([&]() REQUIRES(turn) { result = listenInTurn(address, port, taker); });
        return result;
    }

    tl::expected<Endpoint, ServerError> adopt(int descriptor, SocketTaker& taker) override EXCLUDES(turn)
    {
        tl::expected<Endpoint, ServerError> result;
        inTurn([&]() REQUIRES(turn) {
            auto acceptor = std::make_unique<AsioAcceptor>(m_context, *this, m_sendBufferBytes);
            result = acceptor->adopt(descriptor);
            if (result)
                result->id = take(std::move(acceptor), taker);
        });
        return result;
    }

    void stopListening() override REQUIRES(turn)
    {
        for (const auto& acceptor : m_acceptors)
            acceptor->close();
    }

private:
    tl::expected<Endpoint, ServerError> listenInTurn(const std::string& address, std::uint16_t port,
                                                     SocketTaker& taker) REQUIRES(turn)
    {
        auto acceptor = std::make_unique<AsioAcceptor>(m_context, *this, m_sendBufferBytes);
        const auto realPort = acceptor->open(address, port);
        if (!realPort)
            return tl::unexpected(realPort.error());
        return Endpoint{address, *realPort, take(std::move(acceptor), taker)};
    }

    /// Its number among the endpoints.
    std::size_t take(std::unique_ptr<AsioAcceptor> acceptor, SocketTaker& taker) REQUIRES(turn)
    {
        const std::size_t id = m_acceptors.size();
        acceptor->begin(taker, id);
        m_acceptors.push_back(std::move(acceptor));
        return id;
    }

    void work()
    {
        for (;;) {
            switch (m_duties.next()) {
            case LeaderFollowers::Duty::Lead:
                lead();
                break;
            case LeaderFollowers::Duty::Work:
                doTasks();
                break;
            case LeaderFollowers::Duty::End:
                return;
            }
        }
    }

    void lead()
    {
        while (!m_duties.mustResign())
            m_context.run_one();
        for (int i = 0; i < kHandledBeforeTask && m_context.poll_one() > 0; ++i) {
        }
        for (const LeaderFollowers::Task& task : m_duties.resign())
            task();
        doTasks();
    }

    void doTasks()
    {
        while (const auto task = m_duties.take())
            (*task)();
    }

    LeaderFollowers m_duties;
    sync::Mutex m_turn; ///< held by the thread that has the turn
    asio::io_context m_context{kConcurrencyHint};
    const asio::executor_work_guard<asio::io_context::executor_type> m_keepsRunning{m_context.get_executor()};
    std::list<Ticker> m_tickers;
    std::vector<std::unique_ptr<AsioAcceptor>> m_acceptors GUARDED_BY(turn);
    std::array<std::thread, 2> m_threads;
    const int m_sendBufferBytes;
};

} // namespace

std::unique_ptr<EventLoop> makeEventLoop(int sendBufferBytes)
{
    return std::make_unique<AsioEventLoop>(sendBufferBytes);
}

} // namespace starqueue::hall::http::network
