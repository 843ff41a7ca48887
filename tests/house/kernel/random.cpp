#include <house/kernel/random.h>

namespace starqueue::house {

namespace {

std::uint64_t mixed(std::uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

} // namespace

Random Random::stream(std::string_view name) const
{
    std::uint64_t hash = 14695981039346656037U; // FNV-1a
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return Random{mixed(mixed(m_seed + 1) ^ hash)};
}

std::uint64_t Random::operator()()
{
    m_state += 0x9E3779B97F4A7C15U;
    return mixed(m_state);
}

std::int64_t Random::between(std::int64_t first, std::int64_t last)
{
    return first + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(last - first) + 1));
}

std::chrono::nanoseconds Random::between(std::chrono::nanoseconds first, std::chrono::nanoseconds last)
{
    return std::chrono::nanoseconds{between(first.count(), last.count())};
}

bool Random::chance(double probability)
{
    return static_cast<double>((*this)() >> 11) * 0x1.0p-53 < probability;
}

} // namespace starqueue::house
