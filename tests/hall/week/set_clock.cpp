#include <hall/week/set_clock.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

namespace starqueue::hall::test {

namespace {

using std::chrono::nanoseconds;

ClocksOfProgram* mapped(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0 || ::ftruncate(descriptor, sizeof(ClocksOfProgram)) != 0)
        throw std::runtime_error("no file for the clocks");
    void* const at =
        ::mmap(nullptr, sizeof(ClocksOfProgram), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    if (at == MAP_FAILED)
        throw std::runtime_error("the file of the clocks can't be mapped");
    return static_cast<ClocksOfProgram*>(at);
}

void set(std::int64_t& clock, nanoseconds time)
{
    std::atomic_ref(clock).store(time.count());
}

} // namespace

SetClock::SetClock(const std::filesystem::path& file, std::chrono::sys_seconds begin)
    : m_begin(begin), m_now(begin), m_shared(mapped(file))
{
    to(begin);
    ::setenv(kSetClockFile, file.c_str(), 1);
    ::setenv("LD_PRELOAD", STARQUEUE_SET_CLOCK, 1);
}

SetClock::~SetClock()
{
    ::unsetenv("LD_PRELOAD");
    ::unsetenv(kSetClockFile);
    ::munmap(m_shared, sizeof(*m_shared));
}

void SetClock::to(std::chrono::sys_seconds time)
{
    if (time < m_now)
        throw std::runtime_error("these clocks don't go back");
    m_now = time;
    const nanoseconds sinceBoot = std::chrono::minutes{1} + (time - m_begin);
    set(m_shared->bootNanoseconds, sinceBoot);
    set(m_shared->wallNanoseconds, nanoseconds{time.time_since_epoch()});
}

} // namespace starqueue::hall::test
