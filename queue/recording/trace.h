#pragma once

#include <queue/demand/recorded_day.h>
#include <queue/recording/trace_line.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::queue {

/// The stars given to a trace's priority customers.
inline constexpr int kTracePriorityStars = 5;

/// Parses a trace line by line. A malformed line is counted and skipped.
class Trace
{
public:
    /// A malformed line.
    struct Fault
    {
        std::uint64_t line = 0; ///< from 1, the heading included
        std::string detail;
    };
    /// Faults are kept for so many malformed lines, the first ones.
    static constexpr std::size_t kFaultsKept = 20;

    /// The first line may be the heading; empty lines are skipped.
    void addLine(std::string_view line);

    [[nodiscard]] const std::vector<TraceCall>& calls() const { return m_calls; }
    [[nodiscard]] std::uint64_t lines() const { return m_lines; } ///< calls and malformed lines
    [[nodiscard]] std::uint64_t malformed() const { return m_malformed; }
    [[nodiscard]] const std::vector<Fault>& faults() const { return m_faults; }

private:
    std::vector<TraceCall> m_calls;
    std::vector<Fault> m_faults;
    std::uint64_t m_lineCount = 0;
    std::uint64_t m_lines = 0;
    std::uint64_t m_malformed = 0;
};

/// The days of a trace, oldest first, with derived presences (see derivePresence).
///
/// A caller joins the line at q_start and is called at q_exit; one who didn't wait arrives and is called at
/// the start of the service. Callers who hung up in the voice unit, and phantom calls, are left out. Calls of
/// an unknown server get counters "?1", "?2"… `services`: only these types, the others are left out; empty:
/// all.
[[nodiscard]] std::vector<RecordedDay> recordedDays(const std::vector<TraceCall>& calls,
                                                    const std::vector<std::string>& services);

} // namespace starqueue::queue
