#pragma once

#include <db/reports/wait_report.h>

#include <cstdint>
#include <span>
#include <vector>

namespace starqueue::db {

/// The waits of all rows in one array (counting sort): count all, arrange, then put all. Private to db/.
class WaitFigures
{
public:
    void count(std::size_t row, bool inTarget);
    /// Call it between the last count() and the first put().
    void arrange();
    void put(std::size_t row, std::uint32_t waitMillis);
    /// Figures of `row`, without its keys; partially sorts the row's waits.
    [[nodiscard]] WaitRow row(std::size_t row);

private:
    struct Row
    {
        std::size_t count = 0;
        std::size_t inTarget = 0;
        std::size_t next = 0; ///< index for its next wait
    };

    std::vector<Row> m_rows;
    std::vector<std::uint32_t> m_waits;
};

[[nodiscard]] inline double inSeconds(double millis)
{
    return millis / 1000;
}

/// The percentile by nearest rank (percentile_disc); reorders `waits`.
[[nodiscard]] std::uint32_t nearestRank(std::span<std::uint32_t> waits, unsigned percent);

} // namespace starqueue::db
