#include <memory/own_memory.h>

#include <malloc.h>
#include <sys/prctl.h>

#include <cstdlib>
#include <cstring>
#include <new>

namespace starqueue::memory {

bool keepMemoryToItself()
{
    return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

} // namespace starqueue::memory

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

// The forms for arrays and std::nothrow_t of libstdc++ come to these.

void* operator new(std::size_t size)
{
    if (void* const block = std::malloc(size == 0 ? 1 : size))
        return block;
    throw std::bad_alloc{};
}

void operator delete(void* block) noexcept
{
    if (block == nullptr)
        return;
    if (const std::size_t size = ::malloc_usable_size(block); size <= starqueue::memory::kLargestWiped)
        ::explicit_bzero(block, size);
    std::free(block);
}

void operator delete(void* block, std::size_t /*size*/) noexcept
{
    operator delete(block);
}

#endif
