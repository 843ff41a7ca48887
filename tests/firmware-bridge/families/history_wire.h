#pragma once

#include <firmware-bridge/steady_time.h>

#include <QByteArray>

#include <cstdint>
#include <deque>
#include <random>

namespace starqueue::bridge {

/// One direction of a serial line: bytes come out as fast as its baud rate lets them, in order.
class PacedWire
{
public:
    explicit PacedWire(int baud) : m_byteMicroseconds(10'000'000 / baud) {}

    /// `late`: so much after they could have come.
    void put(const QByteArray& bytes, SteadyTime now, SteadyTime late = {})
    {
        for (const char byte : bytes) {
            m_lastUs = std::max<long long>(m_lastUs, 1000 * now.count()) + m_byteMicroseconds;
            const long long due = m_bytes.empty() ? 0 : m_bytes.back().dueUs;
            m_bytes.push_back({std::max<long long>(due, m_lastUs + 1000 * late.count()), byte});
        }
    }
    [[nodiscard]] QByteArray arrived(SteadyTime now)
    {
        QByteArray bytes;
        for (; !m_bytes.empty() && m_bytes.front().dueUs <= 1000 * now.count(); m_bytes.pop_front())
            bytes += m_bytes.front().byte;
        return bytes;
    }
    void lose() { m_bytes.clear(); }
    [[nodiscard]] bool empty() const { return m_bytes.empty(); }

private:
    struct Byte
    {
        long long dueUs = 0;
        char byte = 0;
    };

    long long m_byteMicroseconds;
    long long m_lastUs = 0;
    std::deque<Byte> m_bytes;
};

/// Turns a bit of one byte in `every` round, from a time on; `every` 0: of none.
class WireDamage
{
public:
    WireDamage(int every, SteadyTime from, std::uint64_t seed) : m_every(every), m_from(from), m_random(seed)
    {}

    [[nodiscard]] QByteArray on(QByteArray bytes, SteadyTime now)
    {
        for (char& byte : bytes)
            if (m_every > 0 && now >= m_from && m_random() % static_cast<unsigned>(m_every) == 0)
                byte = static_cast<char>(byte ^ (1 << (m_random() % 8)));
        return bytes;
    }

private:
    int m_every;
    SteadyTime m_from;
    std::mt19937_64 m_random;
};

} // namespace starqueue::bridge
