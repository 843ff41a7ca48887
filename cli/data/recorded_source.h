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

/// Where recorded days come from: one of a trace, a CSV file, or a hall's directory with a day.
struct RecordedSource
{
    std::string trace;
    std::string csv;
    std::string data;
    std::string day;                   ///< of the hall's journal
    std::string from;                  ///< first day; empty: from the beginning
    std::string to;                    ///< the day after the last one; empty: to the end
    std::vector<std::string> services; ///< only these, as if there were no others; empty: all
};

struct RecordedDays
{
    std::vector<queue::RecordedDay> days;
    std::uint64_t lines = 0;     ///< of a file; of a journal 0
    std::uint64_t malformed = 0; ///< left out
};

/// Adds the options that say where the days come from; `prefix` stands before trace, csv and data: "--".
void addRecordedSource(CLI::App& command, RecordedSource& source, const std::string& prefix);
[[nodiscard]] inline bool isGiven(const RecordedSource& source)
{
    return !source.trace.empty() || !source.csv.empty() || !source.data.empty();
}

/// Reads the days; what is wrong with the first malformed lines goes to the context's `err`. The error says
/// which file can't be read, or that no such day is there.
[[nodiscard]] tl::expected<RecordedDays, std::string> readDays(const RecordedSource& source,
                                                               Context& context);

} // namespace starqueue::cli
