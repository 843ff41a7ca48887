#pragma once

#include <algorithm>
#include <chrono>
#include <utility>

namespace starqueue::bridge {

/// Exponential backoff between attempts to open a port: 0.1 s, 0.2 s … 5 s. Reset it when the device has
/// answered.
class ReopenBackoff
{
public:
    [[nodiscard]] std::chrono::milliseconds next()
    {
        return std::exchange(m_next, std::min(m_next * 2, kLongest));
    }
    void reset() { m_next = kShortest; }

    static constexpr std::chrono::milliseconds kShortest{100};
    static constexpr std::chrono::milliseconds kLongest{5000};

private:
    std::chrono::milliseconds m_next = kShortest;
};

} // namespace starqueue::bridge
