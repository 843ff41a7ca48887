#pragma once

#include <queue/rules/ids.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace starqueue::queue {

/// An index from service and number to ticket. A value; about 2 bytes a ticket, since numbers and ids both
/// grow.
class NumberIndex
{
public:
    /// Add each pair once, ids ascending.
    void add(ServiceIx service, std::uint32_t number, TicketId ticket);

    /// {}: no ticket has that number.
    [[nodiscard]] TicketId find(ServiceIx service, std::uint32_t number) const;

private:
    /// Consecutive numbers whose ids lie within 16 bits of the first.
    struct Run
    {
        std::uint32_t number; ///< the first
        std::uint32_t begin;  ///< its index in Series::steps
        TicketId ticket;      ///< of the first
    };

    struct Series
    {
        std::vector<Run> runs;                                  ///< by number
        std::vector<std::uint16_t> steps;                       ///< difference to the run's first id
        std::vector<std::pair<std::uint32_t, TicketId>> others; ///< numbers out of sequence, sorted
    };

    /// One beyond the last number of the last run.
    [[nodiscard]] static std::uint32_t endOf(const Series& series);
    [[nodiscard]] static bool continues(const Series& series, std::uint32_t number, TicketId ticket);
    [[nodiscard]] static TicketId findInRuns(const Series& series, std::uint32_t number);

    std::vector<Series> m_series; ///< by ServiceIx numberedIn
};

} // namespace starqueue::queue
