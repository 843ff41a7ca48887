#pragma once

#include <time/wall_time.h>

#include <functional>
#include <string>

namespace starqueue::db {

/// A machine's clocks. Any thread.
struct MachineClocks
{
    std::function<std::chrono::sys_time<Millis>()> wall;
    std::function<Millis()> steady; ///< since the machine's boot, time of suspension included
    std::string boot;               ///< tells one boot of the machine from another
    /// Whether a time protocol holds the wall clock right; not given: never.
    std::function<bool()> isSynchronised{};
    time::WallTime built{}; ///< when this program was: no right clock shows an earlier time

    /// The system's: CLOCK_REALTIME, CLOCK_BOOTTIME, the kernel's boot id, adjtimex(2).
    [[nodiscard]] static MachineClocks system();
};

} // namespace starqueue::db
