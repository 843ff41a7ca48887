#include <hall/api/devices/counter_windows.h>

namespace starqueue::hall {

bool CounterWindows::hear(const std::string& counter, const Claim& claim)
{
    const Instant now = m_clock();
    const sync::Lock lock(m_mutex);
    m_first = m_first.value_or(now);
    const bool comesLater = claim.waits && !m_holders.contains(counter) && now - *m_first < kSilence;
    if (!claim.takesOver && (comesLater || isHeldByAnother(counter, claim.window, now)))
        return false;
    m_holders[counter] = {claim.window, now};
    return true;
}

bool CounterWindows::mayWork(const std::string& counter, std::string_view window) const
{
    const sync::Lock lock(m_mutex);
    return !isHeldByAnother(counter, window, m_clock());
}

bool CounterWindows::isHeldByAnother(const std::string& counter, std::string_view window, Instant now) const
{
    const auto holder = m_holders.find(counter);
    return holder != m_holders.end() && holder->second.window != window &&
           now - holder->second.heard < kSilence;
}

} // namespace starqueue::hall
