#pragma once

#include <db/journal/journal.h>

#include <queue/demand/recorded_day.h>

#include <iosfwd>

namespace starqueue::db {

/// What the journal knows of the business day `date`; empty: it has no such day. Reads the journal from its
/// beginning; any thread.
[[nodiscard]] tl::expected<std::optional<queue::RecordedDay>, StorageError> recordedDay(Journal& journal,
                                                                                        Date date);

/// A CSV file's days.
struct RecordedCsv
{
    /// A line that doesn't fit, and was left out.
    struct Problem
    {
        std::size_t line = 0;
        std::string detail;
    };

    std::vector<queue::RecordedDay> days; ///< oldest first; counters' presence is derived
    std::size_t customers = 0;            ///< lines that fit, of whatever service
    std::vector<Problem> problems;
};

/// Reads customers, one a line, in any order: UTF-8 with the heading issued,service (needed), stars,
/// key_contact, called, started, finished, left, counter (where known); further columns are passed over.
///
/// Times are those of the hall's own clock, "2026-11-22 10:24:05" (a T may stand between, seconds may be
/// left out); they count as if it showed UTC, and the day is that of the issue. `left`: when somebody who was
/// never called gave up. Called but not started nor finished: nobody came.
/// `services`: only these, as if there were no others; empty: all.
[[nodiscard]] RecordedCsv readRecordedCsv(std::istream& in, const std::vector<std::string>& services = {});

} // namespace starqueue::db
