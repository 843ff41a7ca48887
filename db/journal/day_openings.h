#pragma once

#include <queue/state/hall_act.h>
#include <time/instant.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <iterator>

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
    /// Where a replay begins: at the last one, or further back as long as one is so young at `last`, the
    /// instant of the last line, that it may be taken back.
    [[nodiscard]] std::uint64_t firstToReplay(Instant last) const
    {
        auto opening = m_openings.rbegin();
        while (opening != m_openings.rend() && std::next(opening) != m_openings.rend() &&
               last - opening->at <= queue::kUndoTime)
            ++opening;
        return opening == m_openings.rend() ? 0 : opening->seq;
    }
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
