// Loaded before the C library into a program under test: its wall clock and the time since its boot are what
// a file says. Everything else, and every program without that file, has the machine's.

#include <hall/week/set_clock.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <ctime>

namespace {

using starqueue::hall::test::ClocksOfProgram;
using ClockGettime = int (*)(clockid_t, timespec*);

constexpr std::int64_t kNanosecondsInSecond = 1'000'000'000;

ClocksOfProgram* sharedClocks()
{
    const char* const file = std::getenv(starqueue::hall::test::kSetClockFile);
    const int descriptor = file ? ::open(file, O_RDWR | O_CLOEXEC) : -1;
    if (descriptor < 0)
        return nullptr;
    void* const at =
        ::mmap(nullptr, sizeof(ClocksOfProgram), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    return at == MAP_FAILED ? nullptr : static_cast<ClocksOfProgram*>(at);
}

std::int64_t* setClockOf(clockid_t clock)
{
    static ClocksOfProgram* const clocks = sharedClocks();
    if (!clocks)
        return nullptr;
    if (clock == CLOCK_REALTIME)
        return &clocks->wallNanoseconds;
    return clock == CLOCK_BOOTTIME ? &clocks->bootNanoseconds : nullptr;
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* time)
{
    static const auto machines = reinterpret_cast<ClockGettime>(::dlsym(RTLD_NEXT, "clock_gettime"));
    std::int64_t* const set = setClockOf(clock);
    if (!set)
        return machines(clock, time);
    const std::int64_t now = std::atomic_ref(*set).load();
    time->tv_sec = now / kNanosecondsInSecond;
    time->tv_nsec = now % kNanosecondsInSecond;
    return 0;
}
