#pragma once

#include <firmware-bridge/steady_time.h>

#include <QtGlobal>

namespace starqueue::bridge {

/// Finds out that what was sent is held up at the other end.
///
/// A line that is merely slow lets something go in every second. Pure: time is passed in.
class SendProgress
{
public:
    explicit SendProgress(std::chrono::milliseconds heldUp = std::chrono::seconds(1)) : m_heldUp(heldUp) {}

    void clear() { *this = SendProgress(m_heldUp); }

    /// `accepted`: bytes so far that were to be sent; `waiting`: those of them that haven't left. Returns
    /// whether it is blocked.
    bool observe(qint64 accepted, qint64 waiting, SteadyTime now)
    {
        const qint64 gone = accepted - waiting;
        if (waiting == 0 || gone != m_gone) {
            m_gone = gone;
            m_since = now;
        }
        return m_isBlocked = waiting > 0 && now - m_since >= m_heldUp;
    }
    [[nodiscard]] bool isBlocked() const { return m_isBlocked; }

private:
    std::chrono::milliseconds m_heldUp;
    qint64 m_gone = -1;
    SteadyTime m_since{};
    bool m_isBlocked = false;
};

} // namespace starqueue::bridge
