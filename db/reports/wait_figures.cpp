#include <db/reports/wait_figures.h>

#include <algorithm>

namespace starqueue::db {

std::uint32_t nearestRank(std::span<std::uint32_t> waits, unsigned percent)
{
    const std::size_t rank = (waits.size() * percent + 99) / 100;
    const auto place = waits.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(waits.begin(), place, waits.end());
    return *place;
}

void WaitFigures::count(std::size_t row, bool inTarget)
{
    if (row >= m_rows.size())
        m_rows.resize(row + 1);
    ++m_rows[row].count;
    m_rows[row].inTarget += inTarget ? 1 : 0;
}

void WaitFigures::arrange()
{
    std::size_t next = 0;
    for (Row& row : m_rows) {
        row.next = next;
        next += row.count;
    }
    m_waits.resize(next);
}

void WaitFigures::put(std::size_t row, std::uint32_t waitMillis)
{
    m_waits[m_rows[row].next++] = waitMillis;
}

WaitRow WaitFigures::row(std::size_t row)
{
    const Row& figures = m_rows[row];
    const auto waits = std::span{m_waits}.subspan(figures.next - figures.count, figures.count);
    std::uint64_t sum = 0;
    for (const std::uint32_t wait : waits)
        sum += wait;
    const auto count = static_cast<double>(figures.count);
    WaitRow out;
    out.count = figures.count;
    out.meanSeconds = inSeconds(static_cast<double>(sum) / count);
    out.p50 = inSeconds(nearestRank(waits, 50));
    out.p90 = inSeconds(nearestRank(waits, 90));
    out.p95 = inSeconds(nearestRank(waits, 95));
    out.max = inSeconds(*std::ranges::max_element(waits));
    out.withinTargetShare = static_cast<double>(figures.inTarget) / count;
    return out;
}

} // namespace starqueue::db
