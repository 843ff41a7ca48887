#include <hall/http/network/asides.h>

#include <utility>

namespace starqueue::hall::http::network {

void Asides::open()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = true;
}

bool Asides::put(Task task)
{
    const std::lock_guard lock(m_mutex);
    if (m_isOpen)
        m_tasks.push_back(std::move(task));
    return m_isOpen;
}

bool Asides::isEmpty()
{
    const std::lock_guard lock(m_mutex);
    return m_tasks.empty();
}

std::optional<Asides::Task> Asides::next()
{
    const std::lock_guard lock(m_mutex);
    if (m_tasks.empty())
        return std::nullopt;
    std::optional task{std::move(m_tasks.front())};
    m_tasks.pop_front();
    return task;
}

bool Asides::close()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = m_isOpen && !m_tasks.empty();
    return !m_isOpen;
}

} // namespace starqueue::hall::http::network
