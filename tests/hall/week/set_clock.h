#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace starqueue::hall::test {

/// The clocks of a program that runs with the library set_clock_preloaded: they stand still until they are
/// set. What the program waits for goes by CLOCK_MONOTONIC, which runs on.
struct ClocksOfProgram
{
    std::int64_t wallNanoseconds = 0; ///< CLOCK_REALTIME
    std::int64_t bootNanoseconds = 0; ///< CLOCK_BOOTTIME
};

/// The names of the environment's variables that such a program needs.
inline constexpr const char* kSetClockFile = "STARQUEUE_TEST_CLOCK";

/// Sets such clocks, in a file that the programs share. One at a time: the environment names it to every
/// program that is started meanwhile.
class SetClock
{
public:
    SetClock(const std::filesystem::path& file, std::chrono::sys_seconds begin);
    ~SetClock();
    SetClock(const SetClock&) = delete;
    SetClock& operator=(const SetClock&) = delete;

    /// Both clocks go on to that time, which isn't before now().
    void to(std::chrono::sys_seconds time);
    [[nodiscard]] std::chrono::sys_seconds now() const { return m_now; }

private:
    const std::chrono::sys_seconds m_begin;
    std::chrono::sys_seconds m_now;
    ClocksOfProgram* m_shared = nullptr;
};

} // namespace starqueue::hall::test
