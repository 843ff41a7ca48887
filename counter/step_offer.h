#pragma once

#include <client/api/counter.h>

#include <chrono>
#include <optional>

namespace starqueue::counter {

/// For how long the window offers to take back what the counter did last: from the answer that told of it,
/// by the window's own steady clock.
class StepOffer
{
public:
    static constexpr std::chrono::seconds kOffered{5};

    /// What the hall says was the last step, each time that it says how the counter stands.
    void take(const std::optional<client::api::LastStep>& step, std::chrono::milliseconds now)
    {
        if (step && step != m_step)
            m_until = now + kOffered;
        m_step = step;
    }
    /// The step that is offered; null: none, or no longer.
    [[nodiscard]] const client::api::LastStep* offered(std::chrono::milliseconds now) const
    {
        return m_step && now < m_until ? &*m_step : nullptr;
    }
    /// For how long it still is; rounded up to a second.
    [[nodiscard]] std::chrono::seconds left(std::chrono::milliseconds now) const
    {
        return offered(now) ? std::chrono::ceil<std::chrono::seconds>(m_until - now)
                            : std::chrono::seconds{0};
    }
    /// A hall of before that says nothing of steps, or one that has none.
    [[nodiscard]] bool isUntold() const { return !m_step; }

private:
    std::optional<client::api::LastStep> m_step;
    std::chrono::milliseconds m_until{0};
};

} // namespace starqueue::counter
