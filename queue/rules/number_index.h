#pragma once

#include <queue/rules/ids.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace starqueue::queue {

/// Finds a ticket by service and number without a look at every ticket of the day. A value; about 2 bytes a
/// ticket, since a machine's numbers and ids both grow.
class NumberIndex
{
public:
    /// Each pair once, ids ascending.
    void add(ServiceIx service, std::uint32_t number, TicketId ticket);

    /// {}: that number has not been given.
    [[nodiscard]] TicketId find(ServiceIx service, std::uint32_t number) const;

private:
    /// Numbers in sequence whose ids lie within 16 bits of the first.
    struct Run
    {
        std::uint32_t number; ///< the first
        std::uint32_t begin;  ///< its place in Series::steps
        TicketId ticket;      ///< of the first
    };

    struct Series
    {
        std::vector<Run> runs;                                  ///< by number
        std::vector<std::uint16_t> steps;                       ///< from the run's first id
        std::vector<std::pair<std::uint32_t, TicketId>> others; ///< given out of sequence, by number
    };

    /// One beyond the last number of the last run.
    [[nodiscard]] static std::uint32_t endOf(const Series& series);
    [[nodiscard]] static bool continues(const Series& series, std::uint32_t number, TicketId ticket);
    [[nodiscard]] static TicketId findInRuns(const Series& series, std::uint32_t number);

    std::vector<Series> m_series; ///< by ServiceIx numberedIn
};

} // namespace starqueue::queue
