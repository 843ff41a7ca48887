#include <hall/http/network/leader_followers.h>

#include <utility>

namespace starqueue::hall::http::network {

void LeaderFollowers::open()
{
    const sync::Lock lock(m_mutex);
    m_isOpen = true;
}

LeaderFollowers::Duty LeaderFollowers::next()
{
    sync::Lock lock(m_mutex);
    for (;; m_changed.wait(lock)) {
        if (m_isEnded)
            return Duty::End;
        if (!m_leader) {
            m_leader = std::this_thread::get_id();
            return Duty::Lead;
        }
        if (!m_tasks.empty())
            return Duty::Work;
    }
}

void LeaderFollowers::end()
{
    const sync::Lock lock(m_mutex);
    m_isEnded = true;
    m_changed.notifyAll();
}

bool LeaderFollowers::put(Task task)
{
    const sync::Lock lock(m_mutex);
    if (!m_isOpen)
        return false;
    if (m_leader == std::this_thread::get_id()) {
        m_leadersTasks.push_back(std::move(task));
    } else {
        m_tasks.push_back(std::move(task));
        m_changed.notifyOne();
    }
    return true;
}

std::optional<LeaderFollowers::Task> LeaderFollowers::take()
{
    const sync::Lock lock(m_mutex);
    return takeFirst();
}

std::optional<LeaderFollowers::Task> LeaderFollowers::takeFirst()
{
    if (m_tasks.empty())
        return std::nullopt;
    std::optional task{std::move(m_tasks.front())};
    m_tasks.pop_front();
    return task;
}

void LeaderFollowers::drain()
{
    for (;;) {
        sync::Lock lock(m_mutex);
        const auto task = takeFirst();
        if (!task) {
            m_isOpen = false;
            return;
        }
        lock.unlock();
        (*task)();
    }
}

bool LeaderFollowers::mustResign()
{
    const sync::Lock lock(m_mutex);
    return !m_leadersTasks.empty() || m_isEnded;
}

std::deque<LeaderFollowers::Task> LeaderFollowers::resign()
{
    const sync::Lock lock(m_mutex);
    m_leader.reset();
    m_changed.notifyOne();
    return std::exchange(m_leadersTasks, {});
}

} // namespace starqueue::hall::http::network
