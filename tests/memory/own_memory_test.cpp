#include <memory/own_memory.h>
#include <memory/wiping.h>

#include <gtest/gtest.h>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>

using namespace starqueue::memory;

namespace {

/// What stands there, whoever owns it.
std::string bytesAt(const void* place, std::size_t size)
{
    std::ifstream memory("/proc/self/mem", std::ios::binary);
    memory.seekg(reinterpret_cast<std::streamoff>(place));
    std::string bytes(size, '?');
    memory.read(bytes.data(), static_cast<std::streamsize>(size));
    return bytes;
}

/// Leaves a secret on the stack and says where.
[[gnu::noinline]] const void* leaveBehind()
{
    char secret[512];
    std::memset(secret, 's', sizeof secret);
    asm volatile("" : : "r"(secret) : "memory");
    static const void* left = nullptr;
    left = secret + 256;
    return left;
}

} // namespace

TEST(OwnMemory, IsOverwrittenWhenItIsFreed)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers have an operator delete of their own";
#endif
    for (const std::size_t size : {std::size_t{100}, std::size_t{1000}, kLargestWiped - 64}) {
        auto* const text = new std::string(size, 'x');
        const void* const place = text->data();
        EXPECT_EQ(bytesAt(place, size), std::string(size, 'x'));
        delete text;
        const std::string left = bytesAt(place, size);
        EXPECT_EQ(left.find("xx"), std::string::npos) << size << " bytes";
    }
}

TEST(OwnMemory, OfAStackIsOverwritten)
{
    const void* const place = leaveBehind();
    wipeStack();
    EXPECT_EQ(bytesAt(place, 64).find("ss"), std::string::npos);
}

TEST(OwnMemory, IsInNoCoreDump)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(keepMemoryToItself() && ::prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
    int status = 1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
}
