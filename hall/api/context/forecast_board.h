#pragma once

#include <queue/estimation/forecast.h>
#include <queue/experience/experience.h>
#include <queue/experience/promise_record.h>

#include <sync/mutex.h>

#include <memory>
#include <vector>

namespace starqueue::hall {

/// Holds the newest forecast for the handlers. Any thread.
class ForecastBoard
{
public:
    void publish(std::shared_ptr<const queue::Forecast> forecast)
    {
        const sync::Lock lock(m_mutex);
        m_forecast.swap(forecast);
    }

    void publish(std::shared_ptr<const queue::Experience> experience)
    {
        const sync::Lock lock(m_mutex);
        m_experience.swap(experience);
    }
    /// What the hall has learned, at most a minute old. Null: the journal isn't read to its end yet.
    [[nodiscard]] std::shared_ptr<const queue::Experience> experience() const
    {
        const sync::Lock lock(m_mutex);
        return m_experience;
    }

    void publish(std::shared_ptr<const std::vector<queue::PromiseRecord>> records)
    {
        const sync::Lock lock(m_mutex);
        m_records.swap(records);
    }
    /// Promises and the waits that followed, at most a minute old. Null: the journal isn't read to its end
    /// yet.
    [[nodiscard]] std::shared_ptr<const std::vector<queue::PromiseRecord>> records() const
    {
        const sync::Lock lock(m_mutex);
        return m_records;
    }

    /// Null: no forecast is valid under `rules` at `now`.
    [[nodiscard]] std::shared_ptr<const queue::Forecast>
    current(const std::shared_ptr<const queue::Rules>& rules, Instant now) const
    {
        const sync::Lock lock(m_mutex);
        return m_forecast && m_forecast->holds(rules, now) ? m_forecast : nullptr;
    }

private:
    mutable sync::Mutex m_mutex;
    std::shared_ptr<const queue::Forecast> m_forecast GUARDED_BY(m_mutex);
    std::shared_ptr<const queue::Experience> m_experience GUARDED_BY(m_mutex);
    std::shared_ptr<const std::vector<queue::PromiseRecord>> m_records GUARDED_BY(m_mutex);
};

} // namespace starqueue::hall
