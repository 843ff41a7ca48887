#pragma once

#include <time/instant.h>

#include <compare>

namespace starqueue::time {

/// An instant as clocks and calendars show it, UTC: what people, dates and half-hours see. A type of its own,
/// since an Instant, which is of elapsed time, must not be shown.
struct WallTime
{
    std::chrono::sys_time<Millis> utc{};

    friend auto operator<=>(const WallTime&, const WallTime&) = default;
    friend WallTime operator+(WallTime at, Millis time) { return {at.utc + time}; }
    friend WallTime operator-(WallTime at, Millis time) { return {at.utc - time}; }
    friend Millis operator-(WallTime a, WallTime b) { return a.utc - b.utc; }
};

/// How far the hall's wall clock is ahead of its elapsed time. Changes only by a journalled event, in either
/// direction; one offset, the newest, converts all instants of a business day.
struct WallOffset
{
    Millis ahead{0};

    [[nodiscard]] WallTime wall(Instant at) const { return {at + ahead}; }
    [[nodiscard]] Instant elapsed(WallTime at) const { return at.utc - ahead; }

    friend bool operator==(const WallOffset&, const WallOffset&) = default;
};

} // namespace starqueue::time
