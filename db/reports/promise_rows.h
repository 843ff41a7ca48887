#pragma once

#include <db/reports/wait_report.h>
#include <time/hall_zone.h>

#include <queue/experience/promise_record.h>

#include <vector>

namespace starqueue::db {

/// Promises compared with waits: tickets called in turn, by the half-hour of their issue.
struct PromiseRow
{
    RowKey key;
    std::uint64_t count = 0;
    std::uint64_t foreseen = 0;     ///< promised by simulation; the others by rank
    double meanPromisedSeconds = 0; ///< of the medians
    double meanWaitedSeconds = 0;
    double meanErrorSeconds = 0; ///< mean of |promised median − waited|
    double coverage = 0;         ///< share of waits within the expected range: 0.8 is ideal
    double shownCoverage = 0;    ///< within the range that stood on the ticket
    double meanWidthSeconds = 0; ///< p90 − p10
};

/// Rows sorted by their keys. Pure: any thread.
[[nodiscard]] std::vector<PromiseRow> promiseRows(const std::vector<queue::PromiseRecord>& records,
                                                  const time::HallZone& zone, DayRange days,
                                                  const std::vector<ReportKey>& by);

} // namespace starqueue::db
