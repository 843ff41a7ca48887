#include <sync/thread_executor.h>

#include <sync/mutex.h>

#include <deque>
#include <future>
#include <map>
#include <optional>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

namespace starqueue::sync {

namespace {

constexpr int kModestNice = 10;

/// A failure is ignored.
void yieldToOtherThreads()
{
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kModestNice);
}

class ThreadStrand final : public Strand
{
public:
    explicit ThreadStrand(Urgency urgency) : m_thread([this, urgency] { run(urgency); }) {}
    ~ThreadStrand() override { end(); }

    void post(Work work) override
    {
        {
            const Lock lock(m_mutex);
            if (m_isClosed)
                return;
            m_ready.push_back(std::move(work));
        }
        m_changed.notifyOne();
    }

    void after(Time delay, Work work) override
    {
        {
            const Lock lock(m_mutex);
            if (m_isClosed)
                return;
            m_timed.emplace(Executor::Clock::now() + delay, std::move(work));
        }
        m_changed.notifyOne();
    }

    void close() override { end(); }

private:
    void end()
    {
        {
            const Lock lock(m_mutex);
            m_isClosed = true;
        }
        m_changed.notifyOne();
        if (m_thread.joinable())
            m_thread.join();
        drop();
    }

    /// Out of the lock: what goes may tell others that it is gone.
    void drop()
    {
        Lock lock(m_mutex);
        const auto ready = std::exchange(m_ready, {});
        const auto timed = std::exchange(m_timed, {});
        lock.unlock();
    }

    void run(Urgency urgency)
    {
        if (urgency == Urgency::Background)
            yieldToOtherThreads();
        while (const auto work = next())
            (*work)();
    }

    /// Waits for it; empty: closed.
    std::optional<Work> next()
    {
        Lock lock(m_mutex);
        for (;;) {
            if (m_isClosed)
                return std::nullopt;
            takeDue();
            if (!m_ready.empty())
                break;
            if (m_timed.empty())
                m_changed.wait(lock);
            else
                static_cast<void>(m_changed.waitUntil(lock, m_timed.begin()->first));
        }
        std::optional work{std::move(m_ready.front())};
        m_ready.pop_front();
        return work;
    }

    void takeDue() REQUIRES(m_mutex)
    {
        const auto end = m_timed.empty() ? m_timed.end() : m_timed.upper_bound(Executor::Clock::now());
        for (auto due = m_timed.begin(); due != end; due = m_timed.erase(due))
            m_ready.push_back(std::move(due->second));
    }

    Mutex m_mutex;
    Condition m_changed;
    std::deque<Work> m_ready GUARDED_BY(m_mutex);
    std::multimap<Executor::Clock::time_point, Work> m_timed GUARDED_BY(m_mutex);
    bool m_isClosed GUARDED_BY(m_mutex) = false;
    std::thread m_thread;
};

class ThreadExecutor final : public Executor
{
public:
    Clock::time_point now() const override { return Clock::now(); }

    std::unique_ptr<Strand> strand(Urgency urgency) override
    {
        return std::make_unique<ThreadStrand>(urgency);
    }

    void await(const std::function<void(Done)>& begin) override
    {
        const auto ended = std::make_shared<std::promise<void>>();
        begin([ended] { ended->set_value(); });
        ended->get_future().wait();
    }
};

} // namespace

Executor& threads()
{
    static ThreadExecutor executor;
    return executor;
}

} // namespace starqueue::sync
