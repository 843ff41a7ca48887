#include <house/kernel/stop_run.h>

#include <execinfo.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace starqueue::house {

void stopRun(std::string_view why)
{
    std::fflush(stdout);
    std::fprintf(stderr, "house: %.*s\n", static_cast<int>(why.size()), why.data());
    std::fflush(stderr);
    std::array<void*, 40> frames{};
    ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), static_cast<int>(frames.size())),
                           STDERR_FILENO);
    std::abort();
}

} // namespace starqueue::house
