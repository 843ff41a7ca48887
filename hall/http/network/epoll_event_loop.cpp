#include <hall/http/network/asides.h>
#include <hall/http/network/event_loop.h>
#include <hall/http/network/tcp_acceptor.h>
#include <hall/http/network/watch.h>

#include <atomic>
#include <list>
#include <mutex>
#include <utility>
#include <vector>

#include <sys/timerfd.h>
#include <unistd.h>

namespace starqueue::hall::http::network {

namespace {

/// How often those that are here already are handled first: one commit for all.
constexpr int kRoundsBeforeAside = 4;

/// Calls again and again. In the loop's turn only.
class Ticker final : public Watched
{
public:
    Ticker(Watch& watch, std::chrono::milliseconds period, std::function<void()> task)
        : m_watch(watch), m_task(std::move(task)),
          m_descriptor(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)),
          m_key(watch.add(m_descriptor, *this))
    {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(period);
        const timespec every{seconds.count(), std::chrono::nanoseconds(period - seconds).count()};
        const itimerspec times{every, every};
        ::timerfd_settime(m_descriptor, 0, &times, nullptr);
        m_watch.arm(m_descriptor, m_key, EPOLLIN);
    }
    ~Ticker() override { ::close(m_descriptor); }
    Ticker(const Ticker&) = delete;
    Ticker& operator=(const Ticker&) = delete;

    void onEvents(std::uint32_t) override
    {
        std::uint64_t missed = 0;
        [[maybe_unused]] const auto got = ::read(m_descriptor, &missed, sizeof missed);
        m_task();
        m_watch.arm(m_descriptor, m_key, EPOLLIN);
    }

private:
    Watch& m_watch;
    const std::function<void()> m_task;
    const int m_descriptor;
    const Watch::Key m_key;
};

class EpollEventLoop final : public EventLoop
{
public:
    explicit EpollEventLoop(int sendBufferBytes) : m_sendBufferBytes(sendBufferBytes) {}

    void begin() override { m_asides.open(); }

    void run() override
    {
        runBy = this;
        while (!m_isOver) {
            if (m_asides.isEmpty()) {
                handleNext(false);
                continue;
            }
            for (int round = 0; round < kRoundsBeforeAside && handleNext(true); ++round) {
            }
            doAsides();
        }
        runBy = nullptr;
        m_watch.wake(); // the next one to go
    }

    void finish() override
    {
        while (!m_asides.close())
            doAsides();
    }

    void quit() override
    {
        m_isOver = true;
        m_watch.wake();
    }

    void post(std::function<void()> task) override
    {
        bool first = false;
        {
            const std::lock_guard lock(m_postMutex);
            first = m_posted.empty();
            m_posted.push_back(std::move(task));
        }
        if (first)
            m_watch.wake();
    }

    void inTurn(const std::function<void()>& task) override
    {
        const std::lock_guard lock(m_turn);
        task();
    }

    bool postAside(std::function<void()> task) override
    {
        const bool taken = m_asides.put(std::move(task));
        // Run()'s own threads look before they wait again.
        if (taken && runBy != this)
            m_watch.wake();
        return taken;
    }

    void repeat(std::chrono::milliseconds period, std::function<void()> task) override
    {
        m_tickers.emplace_back(m_watch, period, [this, task = std::move(task)] {
            task();
            for (const auto& acceptor : m_acceptors)
                acceptor->keepTime();
        });
    }

    tl::expected<Endpoint, ServerError> listen(const std::string& address, std::uint16_t port,
                                               SocketTaker& taker) override
    {
        auto acceptor = TcpAcceptor::open(address, port, m_sendBufferBytes);
        if (!acceptor)
            return tl::make_unexpected(acceptor.error());
        const Endpoint endpoint{address, (*acceptor)->port(), m_lastId++};
        const std::lock_guard lock(m_turn);
        m_acceptors.push_back(std::move(*acceptor));
        m_acceptors.back()->begin(m_watch, taker, endpoint.id);
        return endpoint;
    }

    void stopListening() override
    {
        for (const auto& acceptor : m_acceptors)
            acceptor->close();
    }

private:
    /// False: there was nothing.
    bool handleNext(bool isImpatient)
    {
        Watch::Events room;
        const auto events = m_watch.wait(room, isImpatient);
        for (const epoll_event& event : events)
            if (Watch::isWake(event))
                doPosted();
            else
                inTurn([&] { m_watch.tell(event); });
        return !events.empty();
    }

    void doPosted()
    {
        std::vector<std::function<void()>> tasks;
        {
            const std::lock_guard lock(m_postMutex);
            tasks.swap(m_posted);
        }
        for (const auto& task : tasks)
            inTurn(task);
    }

    void doAsides()
    {
        while (const auto task = m_asides.next())
            (*task)();
    }

    static thread_local const EpollEventLoop* runBy; ///< by this thread

    Watch m_watch;
    std::mutex m_turn;
    Asides m_asides;
    std::mutex m_postMutex;
    std::vector<std::function<void()>> m_posted; ///< under m_postMutex
    std::list<Ticker> m_tickers;
    std::vector<std::unique_ptr<TcpAcceptor>> m_acceptors;
    std::atomic<bool> m_isOver = false;
    std::size_t m_lastId = 0;
    const int m_sendBufferBytes;
};

thread_local const EpollEventLoop* EpollEventLoop::runBy = nullptr;

} // namespace

std::unique_ptr<EventLoop> makeEventLoop(int sendBufferBytes)
{
    return std::make_unique<EpollEventLoop>(sendBufferBytes);
}

} // namespace starqueue::hall::http::network
