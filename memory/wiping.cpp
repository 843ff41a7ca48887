#include <memory/wiping.h>

#include <sodium.h>

namespace starqueue::memory {

namespace {

constexpr std::size_t kStack = std::size_t{64} * 1024;

} // namespace

void wipe(std::span<char> bytes)
{
    sodium_memzero(bytes.data(), bytes.size());
}

void wipeStack()
{
    sodium_stackzero(kStack);
}

} // namespace starqueue::memory
