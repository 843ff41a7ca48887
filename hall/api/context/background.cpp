#include <hall/api/context/background.h>

#include <utility>

namespace starqueue::hall {

Background::Background() : m_thread([this](const std::stop_token& stop) { loop(stop); }) {}

Background::~Background() = default;

void Background::run(Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_one();
}

void Background::loop(const std::stop_token& stop)
{
    while (true) {
        Work work;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); }) || stop.stop_requested())
                return;
            work = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        work();
    }
}

} // namespace starqueue::hall
