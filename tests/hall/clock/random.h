#pragma once

#include <cstdint>

namespace starqueue::hall::test {

/// SplitMix64: small, quick to seed, the same on every machine.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(mixed(seed)) {}

    std::uint64_t operator()() { return mixed(m_state += 0x9E37'79B9'7F4A'7C15U); }
    std::int64_t below(std::int64_t end)
    {
        return static_cast<std::int64_t>((*this)() % static_cast<std::uint64_t>(end));
    }
    /// From `least` up to `most`, both included.
    template <class Span> Span between(Span least, Span most)
    {
        return least + Span{below((most - least).count() + 1)};
    }
    bool oneIn(std::int64_t many) { return below(many) == 0; }

private:
    static std::uint64_t mixed(std::uint64_t z)
    {
        z = (z ^ (z >> 30U)) * 0xBF58'476D'1CE4'E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D0'49BB'1331'11EBU;
        return z ^ (z >> 31U);
    }

    std::uint64_t m_state;
};

} // namespace starqueue::hall::test
