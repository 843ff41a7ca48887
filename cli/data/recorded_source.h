#pragma once

#include <cli/console/context.h>

#include <queue/demand/recorded_day.h>

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace starqueue::cli {

/// The source of recorded days: a trace, a CSV file, or a hall's directory with a day.
struct RecordedSource
{
    std::string trace;
    std::string csv;
    std::string encoding; ///< of trace or csv; empty: it is found
    std::string data;
    std::string day;                   ///< of the hall's journal
    std::string from;                  ///< first day, inclusive; empty: from the beginning
    std::string to;                    ///< exclusive; empty: to the end
    std::vector<std::string> services; ///< only these, the others are left out; empty: all
};

/// Past business days, read from a journal or a trace.
struct RecordedDays
{
    std::vector<queue::RecordedDay> days;
    std::uint64_t lines = 0;     ///< of the file; 0 for a journal
    std::uint64_t malformed = 0; ///< lines left out
};

/// Adds the options trace, csv, encoding and data, each with `prefix` ("--") before its name.
void addRecordedSource(CLI::App& command, RecordedSource& source, const std::string& prefix);
[[nodiscard]] inline bool isGiven(const RecordedSource& source)
{
    return !source.trace.empty() || !source.csv.empty() || !source.data.empty();
}

/// Reads the days; prints what the file was read as and the faults of the first malformed lines to the
/// context's `err`, without a word of the file. The error says
/// which file can't be read, or that there is no such day.
[[nodiscard]] tl::expected<RecordedDays, std::string> readDays(const RecordedSource& source,
                                                               Context& context);

} // namespace starqueue::cli
