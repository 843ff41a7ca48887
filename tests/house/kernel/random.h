#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <string_view>

namespace starqueue::house {

/// A generator (SplitMix64) whose numbers are the same on every machine, and a tree of named streams, so that
/// a new draw in one part of the house leaves the draws of all others as they were.
class Random
{
public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed) : m_seed(seed), m_state(seed) {}

    /// Depends on this generator's seed and on `name` only, not on what was drawn.
    [[nodiscard]] Random stream(std::string_view name) const;

    std::uint64_t operator()();
    /// 0 … end-1; `end` above 0.
    std::uint64_t below(std::uint64_t end) { return (*this)() % end; }
    /// From `first` to `last`, both included.
    std::int64_t between(std::int64_t first, std::int64_t last);
    std::chrono::nanoseconds between(std::chrono::nanoseconds first, std::chrono::nanoseconds last);
    bool chance(double probability);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

private:
    std::uint64_t m_seed;
    std::uint64_t m_state;
};

} // namespace starqueue::house
