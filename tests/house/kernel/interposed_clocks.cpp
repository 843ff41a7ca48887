// Replaces the C library's clocks in this executable; shared libraries find these definitions first.
#include <house/kernel/interposition.h>
#include <house/kernel/stop_run.h>

#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>

namespace {

using starqueue::house::Interposition;
using starqueue::house::stopRun;
using std::chrono::duration_cast;
using std::chrono::nanoseconds;
using std::chrono::seconds;

bool isOfCpu(clockid_t id)
{
    return id < 0 || id == CLOCK_PROCESS_CPUTIME_ID || id == CLOCK_THREAD_CPUTIME_ID;
}

bool isWall(clockid_t id)
{
    return id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE;
}

timespec inParts(nanoseconds time)
{
    const auto whole = std::chrono::floor<seconds>(time);
    return {whole.count(), (time - whole).count()};
}

timespec realWall()
{
    timespec now{};
    ::syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
    return now;
}

timespec wallNow()
{
    const auto* const clock = Interposition::clock();
    return clock == nullptr ? realWall() : inParts(clock->wall().time_since_epoch());
}

int sleepReally(clockid_t id, int flags, const timespec* time, timespec* left)
{
    if (Interposition::clock() != nullptr)
        stopRun("somebody sleeps: in the house one waits on the agenda");
    return ::syscall(SYS_clock_nanosleep, id, flags, time, left) == 0 ? 0 : errno;
}

} // namespace

extern "C" {

int clock_gettime(clockid_t id, timespec* to) noexcept
{
    const auto* const clock = Interposition::clock();
    if (clock == nullptr || isOfCpu(id))
        return static_cast<int>(::syscall(SYS_clock_gettime, id, to));
    *to = isWall(id) ? wallNow() : inParts(clock->elapsed());
    return 0;
}

int gettimeofday(timeval* to, void*) noexcept
{
    const timespec now = wallNow();
    *to = {now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

time_t time(time_t* to) noexcept
{
    const time_t now = wallNow().tv_sec;
    if (to != nullptr)
        *to = now;
    return now;
}

int clock_nanosleep(clockid_t id, int flags, const timespec* time, timespec* left)
{
    return sleepReally(id, flags, time, left);
}

int nanosleep(const timespec* time, timespec* left)
{
    const int failed = sleepReally(CLOCK_REALTIME, 0, time, left);
    errno = failed;
    return failed == 0 ? 0 : -1;
}

int usleep(useconds_t micros)
{
    const timespec time = inParts(std::chrono::microseconds{micros});
    return nanosleep(&time, nullptr);
}

unsigned sleep(unsigned count)
{
    const timespec time = inParts(seconds{count});
    return nanosleep(&time, nullptr) == 0 ? 0 : count;
}
}
