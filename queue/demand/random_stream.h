#pragma once

#include <array>
#include <cstdint>

namespace starqueue::queue {

/// A random number generator whose values are the same on every machine; the standard library's distributions
/// differ between implementations.
///
/// xoshiro256++ (Blackman and Vigna, 2019), its state filled by splitmix64 from `seed` and `stream`;
/// streams of one seed don't overlap in practice. A value: copy it to draw the same numbers again.
class RandomStream
{
public:
    RandomStream(std::uint64_t seed, std::uint64_t stream);

    /// A uniform number in [0, 1).
    [[nodiscard]] double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// Mean 1.
    [[nodiscard]] double exponential();
    /// Mean 0, deviation 1 (Marsaglia's polar method).
    [[nodiscard]] double normal();
    [[nodiscard]] std::uint64_t next();

private:
    std::array<std::uint64_t, 4> m_state{};
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace starqueue::queue
