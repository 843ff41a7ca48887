#include <queue/statistics/wait_histogram.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr int kExactBits = 12; // 0 to 4095 ms, then 2048 bins for each doubling
constexpr std::uint64_t kHalf = 1ULL << (kExactBits - 1);

std::size_t binOf(std::uint64_t value)
{
    const int shift = std::max(0, static_cast<int>(std::bit_width(value)) - kExactBits);
    return static_cast<std::size_t>(static_cast<std::uint64_t>(shift) * kHalf + (value >> shift));
}

/// The middle of a bin.
std::uint64_t valueOf(std::size_t bin)
{
    if (bin < 2 * kHalf)
        return bin;
    const std::uint64_t shift = bin / kHalf - 1;
    return ((bin - shift * kHalf) << shift) + (1ULL << shift) / 2;
}

} // namespace

void WaitHistogram::add(Millis wait)
{
    const auto value = static_cast<std::uint64_t>(std::max<Millis::rep>(0, wait.count()));
    const std::size_t bin = binOf(value);
    if (bin >= m_bins.size())
        m_bins.resize(bin + 1 + bin / 4);
    ++m_bins[bin];
    ++m_count;
    m_sum += wait;
    m_max = std::max(m_max, wait);
}

void WaitHistogram::add(const WaitHistogram& other)
{
    if (other.m_bins.size() > m_bins.size())
        m_bins.resize(other.m_bins.size());
    for (std::size_t i = 0; i < other.m_bins.size(); ++i)
        m_bins[i] += other.m_bins[i];
    m_count += other.m_count;
    m_sum += other.m_sum;
    m_max = std::max(m_max, other.m_max);
}

Millis WaitHistogram::quantile(double share) const
{
    const auto rank = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        seen += m_bins[i];
        if (seen >= rank && seen > 0)
            return std::min(m_max, Millis{static_cast<std::int64_t>(valueOf(i))});
    }
    return m_max;
}

} // namespace starqueue::queue
