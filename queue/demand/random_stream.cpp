#include <queue/demand/random_stream.h>

#include <bit>
#include <cmath>

namespace starqueue::queue {

namespace {

std::uint64_t splitMix(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
}

} // namespace

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t stream)
{
    std::uint64_t mixing = seed;
    mixing = splitMix(mixing) ^ (stream * 0xD1342543DE82EF95);
    for (std::uint64_t& word : m_state)
        word = splitMix(mixing);
}

std::uint64_t RandomStream::next()
{
    auto& s = m_state;
    const std::uint64_t drawn = std::rotl(s[0] + s[3], 23) + s[0];
    const std::uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = std::rotl(s[3], 45);
    return drawn;
}

double RandomStream::exponential()
{
    return -std::log1p(-uniform());
}

double RandomStream::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    double x = 0;
    double y = 0;
    double square = 0;
    do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        square = x * x + y * y;
    } while (square >= 1 || square == 0);
    const double scale = std::sqrt(-2 * std::log(square) / square);
    m_spare = y * scale;
    m_hasSpare = true;
    return x * scale;
}

} // namespace starqueue::queue
