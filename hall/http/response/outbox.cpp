#include <hall/http/response/outbox.h>

#include <utility>

namespace starqueue::hall::http::response {

Outbox::Outbox(std::function<void()> wake) : m_wake(std::move(wake)) {}

bool Outbox::put(ConnectionTask task)
{
    const sync::Lock lock(m_mutex);
    if (m_closed)
        return false;
    m_tasks.push_back(std::move(task));
    // Under the lock, so that close() can promise that no wake is under way.
    if (m_tasks.size() == 1)
        m_wake();
    return true;
}

void Outbox::take(std::vector<ConnectionTask>& tasks)
{
    tasks.clear();
    const sync::Lock lock(m_mutex);
    tasks.swap(m_tasks);
}

std::size_t Outbox::size()
{
    const sync::Lock lock(m_mutex);
    return m_tasks.size();
}

void Outbox::close()
{
    const sync::Lock lock(m_mutex);
    m_closed = true;
}

} // namespace starqueue::hall::http::response
