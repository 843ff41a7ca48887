#pragma once

#include <db/legs/visit_record.h>
#include <db/reports/wait_figures.h>
#include <db/reports/wait_report.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace starqueue::db {

/// The figures of visits by rows: count all, arrange, then put all. Private to db/.
class VisitFigures
{
public:
    void count(std::size_t row, const VisitRecord& visit);
    /// Call it between the last count() and the first put().
    void arrange();
    void put(std::size_t row, const VisitRecord& visit);
    /// Figures of `row`, without its keys.
    [[nodiscard]] VisitRow row(std::size_t row);

private:
    struct Sums
    {
        std::uint64_t lostWait = 0; ///< milliseconds, like `postponed`
        std::uint64_t postponed = 0;
        std::uint64_t calls = 0;
        std::uint64_t inTarget = 0;
    };

    std::vector<VisitRow> m_rows;
    std::vector<Sums> m_sums;
    WaitFigures m_served;
    WaitFigures m_firstCalls;
};

} // namespace starqueue::db
