#pragma once

#include <sync/mutex.h>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace starqueue::hall {

/// A window names itself so in the commands of its counter.
constexpr std::string_view kWindowHeader = "StarQueue-Window";

/// Which window works which counter, as the windows' heartbeats say. In memory only: a hall that starts, and
/// a window that isn't heard for kSilence, leave the counter free. Any thread.
class CounterWindows
{
public:
    static constexpr std::chrono::seconds kSilence{5};
    using Clock = std::function<std::chrono::milliseconds()>; ///< steady

    /// A heartbeat.
    struct Claim
    {
        std::string window;
        bool takesOver = false; ///< whoever has the counter loses it
        bool waits = false; ///< it was refused before: after a start of the hall whoever had it comes first
    };

    explicit CounterWindows(Clock steady) : m_clock(std::move(steady)) {}

    /// Whether the counter is this window's now; if not, another has it.
    [[nodiscard]] bool hear(const std::string& counter, const Claim& claim);
    /// Whether `window` may send commands: no other has the counter.
    [[nodiscard]] bool mayWork(const std::string& counter, std::string_view window) const;

private:
    using Instant = std::chrono::milliseconds; ///< of the clock

    struct Holder
    {
        std::string window;
        Instant heard;
    };
    [[nodiscard]] bool isHeldByAnother(const std::string& counter, std::string_view window, Instant now) const
        REQUIRES(m_mutex);

    const Clock m_clock;
    mutable sync::Mutex m_mutex;
    std::map<std::string, Holder> m_holders GUARDED_BY(m_mutex);
    std::optional<Instant> m_first GUARDED_BY(m_mutex); ///< when any window was heard first
};

} // namespace starqueue::hall
