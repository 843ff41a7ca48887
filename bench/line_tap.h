#pragma once

#include <sync/mutex.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <thread>
#include <vector>

namespace starqueue::bench {

using Clock = std::chrono::steady_clock;

/// A man in the middle on the serial line between the bridge and a simulated device: forwards everything and
/// records what the bridge sends, with the time when it is readable at the far end. Throws
/// std::runtime_error.
class LineTap
{
public:
    struct Chunk
    {
        Clock::time_point at;
        std::vector<std::uint8_t> bytes;
    };
    using Wanted = std::function<bool(std::span<const std::uint8_t>)>;

    /// Makes `bridgeEnd` a link to a new pseudo-terminal; `deviceEnd` is the simulator's and exists.
    LineTap(const std::filesystem::path& bridgeEnd, const std::filesystem::path& deviceEnd);
    ~LineTap();
    LineTap(const LineTap&) = delete;
    LineTap& operator=(const LineTap&) = delete;

    /// When the first chunk after `since` passed that is `wanted`; throws after 5 s without one.
    [[nodiscard]] Clock::time_point firstSince(Clock::time_point since, const Wanted& wanted);

private:
    void open(const std::filesystem::path& bridgeEnd, const std::filesystem::path& deviceEnd);
    void relay(const std::stop_token& stop);
    bool pass(int from, int to, bool note);

    int m_master = -1;
    int m_slave = -1; ///< kept open, so that the line stays up without the bridge
    int m_device = -1;
    sync::Mutex m_mutex;
    sync::Condition m_heard;
    std::vector<Chunk> m_chunks GUARDED_BY(m_mutex);
    std::jthread m_thread;
};

} // namespace starqueue::bench
