#include <hall/http/response/outbox.h>

#include <utility>

namespace starqueue::hall::http::response {

Outbox::Outbox(std::function<void()> wake) : m_wake(std::move(wake)) {}

bool Outbox::put(Message message)
{
    const sync::Lock lock(m_mutex);
    if (m_closed)
        return false;
    m_messages.push_back(std::move(message));
    // Under the lock, so that close() can promise that no wake is under way.
    if (m_messages.size() == 1)
        m_wake();
    return true;
}

void Outbox::take(std::vector<Message>& messages)
{
    messages.clear();
    const sync::Lock lock(m_mutex);
    messages.swap(m_messages);
}

std::size_t Outbox::size()
{
    const sync::Lock lock(m_mutex);
    return m_messages.size();
}

void Outbox::close()
{
    const sync::Lock lock(m_mutex);
    m_closed = true;
}

} // namespace starqueue::hall::http::response
