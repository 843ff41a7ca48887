#include <firmware-bridge/relay/hall_time.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

void HallTime::reachedAgain(SteadyTime now)
{
    m_reached = now;
    m_isDoubtful = true;
}

void HallTime::heard(Instant elapsed, SteadyTime asked, SteadyTime answered)
{
    if (asked < m_reached)
        return;
    const Bounds heard{elapsed - answered, elapsed - asked};
    if (std::exchange(m_isDoubtful, false) || !m_bounds) {
        m_bounds = heard;
        return;
    }
    const Bounds both{std::max(m_bounds->least, heard.least), std::min(m_bounds->most, heard.most)};
    m_bounds = both.least <= both.most ? both : heard;
}

std::optional<Instant> HallTime::at(SteadyTime at) const
{
    if (!m_bounds)
        return std::nullopt;
    return m_bounds->least + (m_bounds->most - m_bounds->least) / 2 + at;
}

} // namespace starqueue::bridge
