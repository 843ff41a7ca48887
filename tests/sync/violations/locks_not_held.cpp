#include <sync/capability.h>
#include <sync/mutex.h>

namespace starqueue::sync {

inline constexpr Capability owner{};

/// Every public function breaks one rule, but for those that say REQUIRES and deposit(), which is right.
class Account
{
public:
    void deposit(int amount)
    {
        const Lock lock(m_mutex);
        m_balance += amount;
    }

    int balance() { return m_balance; }

    void close() REQUIRES(owner) {}
    void closeByAnybody() { close(); }

    void audit() EXCLUDES(m_mutex) {}
    void auditWhileLocked()
    {
        const Lock lock(m_mutex);
        audit();
    }

private:
    Mutex m_mutex;
    int m_balance GUARDED_BY(m_mutex) = 0;
};

} // namespace starqueue::sync
