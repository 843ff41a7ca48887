#pragma once

#include <db/reports/wait_report.h>

#include <cstdint>
#include <span>
#include <vector>

namespace starqueue::db {

/// Waits of all rows in one array, row after row: counted first, then put in their places. Inside db/ only.
class WaitFigures
{
public:
    void count(std::size_t row, bool inTarget);
    /// To be called between the last count() and the first put().
    void arrange();
    void put(std::size_t row, std::uint32_t waitMillis);
    /// Figures of `row`, without its key; puts the row's waits in order as far as it needs.
    [[nodiscard]] WaitRow row(std::size_t row);

private:
    struct Row
    {
        std::size_t count = 0;
        std::size_t inTarget = 0;
        std::size_t next = 0; ///< where its next wait goes
    };

    std::vector<Row> m_rows;
    std::vector<std::uint32_t> m_waits;
};

/// The smallest of `waits` that `percent` of them don't exceed (percentile_disc), reordering them.
[[nodiscard]] std::uint32_t nearestRank(std::span<std::uint32_t> waits, unsigned percent);

} // namespace starqueue::db
