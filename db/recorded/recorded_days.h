#pragma once

#include <db/journal/journal.h>

#include <queue/demand/recorded_day.h>

#include <string>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// The business day `date` from the journal; empty: no such day. Reads the journal from its beginning; any
/// thread.
[[nodiscard]] tl::expected<std::optional<queue::RecordedDay>, StorageError> recordedDay(Journal& journal,
                                                                                        Date date);

/// A CSV file's days.
struct RecordedCsv
{
    /// A row that was skipped, and why, without a word of what stands there.
    struct SkippedLine
    {
        std::size_t line = 0;
        std::string detail;
    };

    std::vector<queue::RecordedDay> days; ///< oldest first; presence is derived
    std::size_t customers = 0;            ///< valid rows, of all services
    std::vector<SkippedLine> skipped;
};

/// Reads customers, one a row, in any order: UTF-8 with the columns issued and service (required), stars,
/// key_contact, called, started, finished, left, counter (optional); other columns are ignored.
///
/// Times are local times of the hall, "2026-11-22 10:24:05" (T may replace the blank, seconds are optional),
/// stored as if they were UTC; the day is that of the issue. `left`: when somebody who was never called gave
/// up. Called but neither started nor finished: a no-show. `services`: only these, the others are left out;
/// empty: all. Each row below the heading is a customer or skipped; a heading that is wrong skips all.
[[nodiscard]] RecordedCsv readRecordedCsv(std::string_view text,
                                          const std::vector<std::string>& services = {});

} // namespace starqueue::db
