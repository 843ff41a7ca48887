#pragma once

#include <db/journal/journal_clock.h>

#include <memory>
#include <optional>
#include <string>

namespace starqueue::db::test {

using namespace std::chrono_literals;
using starqueue::time::WallOffset;

inline constexpr Instant kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

/// A machine whose two clocks a test moves as it likes.
struct Machine
{
    Instant wall = kStart;
    Millis steady{5'000};
    bool isSynchronised = false;

    [[nodiscard]] JournalClock clock(const std::string& boot = "boot 1")
    {
        return JournalClock{{[this] { return wall; }, [this] { return steady; }, boot,
                             [this] { return isSynchronised; }, time::WallTime{kStart - 200h}}};
    }
    void pass(Millis time)
    {
        wall += time;
        steady += time;
    }
};

inline Date dateOf(time::WallTime at)
{
    return Date{std::chrono::floor<std::chrono::days>(at.utc)};
}

/// Days of UTC, without hours.
inline HallDays plainDays()
{
    const auto changes = [](time::WallTime from, time::WallTime to) {
        const auto days = std::chrono::sys_days{dateOf(to)} - std::chrono::sys_days{dateOf(from)};
        return static_cast<int>(days.count());
    };
    return {dateOf, [](Date, WallOffset) { return std::make_shared<const queue::DayHours>(); }, changes};
}

inline queue::State stateAt(WallOffset clock, std::optional<Date> date = {})
{
    queue::State state;
    state.clock = clock;
    state.date = date;
    return state;
}

/// The offset that is to be journalled.
inline std::optional<WallOffset> dueOffset(JournalClock& clock, WallOffset journalled)
{
    const auto step = clock.dueStep(stateAt(journalled));
    const bool changes = step && step->ahead != journalled.ahead;
    return changes ? std::optional{WallOffset{step->ahead}} : std::nullopt;
}

inline std::optional<time::ClockDoubt> doubt(JournalClock& clock, WallOffset journalled = {})
{
    const auto doubt = clock.doubt(journalled);
    return doubt ? std::optional{doubt->why} : std::nullopt;
}

} // namespace starqueue::db::test
