// Replaces the C library's sources of randomness in this executable. std::random_device takes its numbers
// from the processor where it can, hence its member below.
#include <house/kernel/interposition.h>
#include <house/kernel/stop_run.h>

#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>
#include <random>

namespace {

using starqueue::house::Interposition;
using starqueue::house::stopRun;

template <class T> T anyNumber()
{
    T number{};
    if (!Interposition::fillEntropy(&number, sizeof number) &&
        ::syscall(SYS_getrandom, &number, sizeof number, 0) != static_cast<long>(sizeof number))
        stopRun("the kernel gives no random bytes");
    return number;
}

} // namespace

extern "C" {

int getentropy(void* to, size_t size)
{
    if (Interposition::fillEntropy(to, size))
        return 0;
    return ::syscall(SYS_getrandom, to, size, 0) == static_cast<long>(size) ? 0 : -1;
}

ssize_t getrandom(void* to, size_t size, unsigned flags)
{
    if (Interposition::fillEntropy(to, size))
        return static_cast<ssize_t>(size);
    return ::syscall(SYS_getrandom, to, size, flags);
}

uint32_t arc4random() noexcept
{
    return anyNumber<uint32_t>();
}
}

std::random_device::result_type std::random_device::_M_getval()
{
    return anyNumber<result_type>();
}
