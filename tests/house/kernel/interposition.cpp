#include <house/kernel/interposition.h>

#include <house/kernel/stop_run.h>

#include <sodium.h>

#include <execinfo.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

namespace starqueue::house {

namespace {

Interposition* living = nullptr;

std::vector<std::string>& allowedThreads()
{
    static std::vector<std::string> names;
    return names;
}

void sodiumBytes(void* to, std::size_t size)
{
    if (!Interposition::fillEntropy(to, size) && ::syscall(SYS_getrandom, to, size, 0) < 0)
        stopRun("the kernel gives no random bytes");
}

std::uint32_t sodiumNumber()
{
    std::uint32_t number = 0;
    sodiumBytes(&number, sizeof number);
    return number;
}

const char* sodiumName()
{
    return "house";
}

randombytes_implementation sodiumSource{sodiumName, sodiumNumber, nullptr, nullptr, sodiumBytes, nullptr};

} // namespace

Interposition::Interposition(const VirtualClock& clock, Random entropy) : m_clock(clock), m_entropy(entropy)
{
    if (living != nullptr)
        stopRun("two houses at a time");
    ::randombytes_set_implementation(&sodiumSource);
    living = this;
}

Interposition::~Interposition()
{
    living = nullptr;
}

void Interposition::allowThreadsOf(std::string name)
{
    allowedThreads().push_back(std::move(name));
}

const VirtualClock* Interposition::clock()
{
    return living == nullptr ? nullptr : &living->m_clock;
}

bool Interposition::fillEntropy(void* to, std::size_t size)
{
    if (living == nullptr)
        return false;
    std::generate_n(static_cast<unsigned char*>(to), size,
                    [] { return static_cast<unsigned char>(living->m_entropy()); });
    return true;
}

bool Interposition::allowsThread()
{
    if (living == nullptr)
        return true;
    std::array<void*, 40> frames{};
    const int depth = ::backtrace(frames.data(), static_cast<int>(frames.size()));
    const std::unique_ptr<char*, decltype(&std::free)> names{::backtrace_symbols(frames.data(), depth),
                                                             &std::free};
    return std::any_of(names.get(), names.get() + depth, [](const std::string& frame) {
        return std::ranges::any_of(allowedThreads(),
                                   [&](const std::string& name) { return frame.find(name) != frame.npos; });
    });
}

} // namespace starqueue::house
