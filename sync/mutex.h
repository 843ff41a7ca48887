#pragma once

#include <sync/annotations.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace starqueue::sync {

/// A mutex that the compiler knows: members say GUARDED_BY(m_mutex), functions REQUIRES(m_mutex). Held by a
/// Lock.
class CAPABILITY("mutex") Mutex
{
public:
    Mutex() = default;
    Mutex(const Mutex&) = delete;
    Mutex& operator=(const Mutex&) = delete;

private:
    friend class Lock;
    std::mutex m_mutex;
};

/// Holds a Mutex to the end of its scope.
class SCOPED_CAPABILITY Lock
{
public:
    explicit Lock(Mutex& mutex) ACQUIRE(mutex) : m_lock(mutex.m_mutex) {}
    ~Lock() RELEASE() {}
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    void lock() ACQUIRE() { m_lock.lock(); }
    void unlock() RELEASE() { m_lock.unlock(); }

private:
    friend class Condition;
    std::unique_lock<std::mutex> m_lock;
};

/// Waits for a change of what a Mutex guards. A wait may end for no reason: ask again in a loop, where the
/// compiler sees that the lock is held (in a predicate it doesn't).
class Condition
{
public:
    void wait(Lock& lock) { m_condition.wait(lock.m_lock); }
    /// Waits at most until @p end; false when that has come.
    [[nodiscard]] bool waitUntil(Lock& lock, std::chrono::steady_clock::time_point end)
    {
        return m_condition.wait_until(lock.m_lock, end) == std::cv_status::no_timeout;
    }
    void notifyOne() { m_condition.notify_one(); }
    void notifyAll() { m_condition.notify_all(); }

private:
    std::condition_variable m_condition;
};

} // namespace starqueue::sync
