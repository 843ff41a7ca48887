#pragma once

#include <hall/clock/machine.h>

#include <hall/service/calendar/hall_calendar.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::hall::test {

/// Boots that are a little off, small steps and drift may take a hall's time so far from the right one.
constexpr Minutes kSlack{20};

/// A hall through one random history of its machine's clock: steps, drift, boots in 1970 to 2100, restarts,
/// somebody who confirms the time, and customers meanwhile. Clock, belief, calendar and queue are the
/// product's; instead of a disk the state itself lives on.
class ClockHistory
{
public:
    explicit ClockHistory(std::uint64_t seed);

    /// What the hall did wrong; empty: nothing.
    [[nodiscard]] const std::string& run();
    /// What happened in it: names of events and doubts.
    [[nodiscard]] const std::set<std::string_view>& seen() const { return m_seen; }

private:
    void doSomething();
    void serveSomebody();
    void callNext();
    void pass(Millis time, Millis looksEvery);
    void restart();
    void reboot();
    void confirm();
    void mend();

    void start();
    void look();
    void carryOut(const queue::Command& command);
    void judgeUnserved(queue::TicketId ticket, bool byTheClock);
    void judgeBoot(Instant last, time::WallTime shownLast);
    void judgeDate();
    void judgeEnded();
    void judgeBelief(time::WallTime shownBefore, bool wasPlaced);
    void wrong(const std::string& what);

    [[nodiscard]] Date dateAt(time::WallTime at) const;
    [[nodiscard]] time::WallTime shown() { return m_state.clock.wall(m_clock->now()); }
    [[nodiscard]] bool isOff();
    [[nodiscard]] bool isDoubted() { return m_clock->doubt(m_state.clock).has_value(); }

    std::uint64_t m_seed;
    Random m_random;
    const settings::HallSettings& m_settings;
    const time::HallZone& m_zone;
    Machine m_machine;
    std::unique_ptr<db::JournalClock> m_clock;
    std::unique_ptr<HallCalendar> m_calendar;

    // What a journal and its folder keep.
    queue::State m_state;
    Instant m_last{};
    std::optional<db::ClockAnchor> m_anchor;

    std::map<std::uint64_t, time::WallTime> m_issued; ///< by ticket: the right time
    std::set<std::uint64_t> m_issuedInError;          ///< while the hall showed another time
    time::WallTime m_fooled{};                        ///< when a wrong clock was last believed
    std::vector<queue::TicketId> m_endedSinceBoot;
    std::set<std::string_view> m_seen;
    std::string m_wrong;
};

} // namespace starqueue::hall::test
