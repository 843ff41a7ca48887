#pragma once

#include <time/instant.h>

#include <chrono>
#include <cstdint>
#include <deque>

namespace starqueue::db {

/// The latest openings of business days, and from which of them on requests are remembered: from the one
/// before the last, and for a day at least. A date that is opened by mistake and taken back opens two days in
/// a minute, which must not make anybody's request be forgotten while it is sent again.
class DayOpenings
{
public:
    /// The one after those that it has.
    void add(std::uint64_t seq, Instant at)
    {
        m_openings.push_back({seq, at});
        while (m_openings.size() > 2 && m_openings[1].at <= at - kRemembered)
            m_openings.pop_front();
    }

    /// The one before those that it has; false: older ones aren't needed.
    [[nodiscard]] bool addOlder(std::uint64_t seq, Instant at)
    {
        m_openings.push_front({seq, at});
        return m_openings.size() < 2 || at > m_openings.back().at - kRemembered;
    }

    /// The first line of the last one; 0: none yet.
    [[nodiscard]] std::uint64_t last() const { return m_openings.empty() ? 0 : m_openings.back().seq; }
    /// Requests of lines before this one are forgotten.
    [[nodiscard]] std::uint64_t firstRemembered() const
    {
        return m_openings.size() < 2 ? 0 : m_openings.front().seq;
    }

private:
    static constexpr std::chrono::hours kRemembered{24};

    struct Opening
    {
        std::uint64_t seq;
        Instant at;
    };

    std::deque<Opening> m_openings; ///< the first: the newest that is old enough, or the first of all
};

} // namespace starqueue::db
