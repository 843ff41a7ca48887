#pragma once

#include <house/kernel/random.h>
#include <house/kernel/virtual_clock.h>

#include <cstddef>
#include <string>

namespace starqueue::house {

/// While it lives, the C library's clocks and randomness are the house's, for everything in the process: Qt,
/// libstdc++, libsodium, SQLite. Sleeping, waiting for a condition, and a thread that nobody allowed end the
/// run. Without one the C library is as ever. At most one lives at a time.
class Interposition
{
public:
    Interposition(const VirtualClock& clock, Random entropy);
    ~Interposition();
    Interposition(const Interposition&) = delete;
    Interposition& operator=(const Interposition&) = delete;

    /// Threads may start whose creator's stack names this function or library.
    static void allowThreadsOf(std::string name);

    [[nodiscard]] static const VirtualClock* clock();
    /// True: filled from the house's stream. False: there is no house.
    [[nodiscard]] static bool fillEntropy(void* to, std::size_t size);
    [[nodiscard]] static bool allowsThread();

private:
    const VirtualClock& m_clock;
    Random m_entropy;
};

} // namespace starqueue::house
