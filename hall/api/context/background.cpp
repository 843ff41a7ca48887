#include <hall/api/context/background.h>

#include <utility>

namespace starqueue::hall {

Background::Background() : m_thread([this](const std::stop_token& stop) { loop(stop); }) {}

Background::~Background() = default;

void Background::run(Work work)
{
    {
        const sync::Lock lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_changed.notifyOne();
}

void Background::loop(const std::stop_token& stop)
{
    while (true) {
        Work work;
        {
            sync::Lock lock(m_mutex);
            const auto hasWork = [this]() REQUIRES(m_mutex) { return !m_waiting.empty(); };
            if (!m_changed.wait(lock, stop, hasWork) || stop.stop_requested())
                return;
            work = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        work();
    }
}

} // namespace starqueue::hall
