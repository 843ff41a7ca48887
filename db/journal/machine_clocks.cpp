#include <db/journal/machine_clocks.h>

#include <sys/timex.h>

#include <ctime>
#include <fstream>

namespace starqueue::db {

namespace {

std::chrono::sys_time<Millis> systemWall()
{
    return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

Millis systemSteady()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<Millis>(std::chrono::seconds{now.tv_sec} +
                                              std::chrono::nanoseconds{now.tv_nsec});
}

std::string systemBoot()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

// Where the kernel doesn't tell, as in some containers, the clock counts as not synchronised.
bool isSystemSynchronised()
{
    timex status{};
    const int state = ::adjtimex(&status);
    return state >= 0 && state != TIME_ERROR && (status.status & STA_UNSYNC) == 0;
}

} // namespace

MachineClocks MachineClocks::system()
{
    return {systemWall, systemSteady, systemBoot(), isSystemSynchronised,
            time::WallTime{std::chrono::sys_seconds{std::chrono::seconds{STARQUEUE_BUILT}}}};
}

} // namespace starqueue::db
