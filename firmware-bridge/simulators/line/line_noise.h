#pragma once

#include <QByteArray>

#include <random>

namespace starqueue::simulators {

/// Flips single bits of passing bytes at random, repeatable by a seed.
class LineNoise
{
public:
    LineNoise() = default;
    /// Damages one byte in `every` on average; 0: none.
    LineNoise(unsigned every, unsigned seed) : m_every(every), m_random(seed) {}

    [[nodiscard]] QByteArray through(QByteArray bytes)
    {
        if (m_every == 0)
            return bytes;
        for (char& byte : bytes)
            if (m_random() % m_every == 0)
                byte = static_cast<char>(byte ^ (1 << (m_random() % 8)));
        return bytes;
    }

private:
    unsigned m_every = 0;
    std::minstd_rand m_random;
};

} // namespace starqueue::simulators
