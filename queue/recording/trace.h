#pragma once

#include <queue/demand/recorded_day.h>
#include <queue/recording/trace_line.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::queue {

/// The stars that stand for a trace's priority customers.
inline constexpr int kTracePriorityStars = 5;

/// Takes a trace's lines one by one. A malformed line is counted and left out; nothing ends the reading.
class Trace
{
public:
    /// A line that could not be read.
    struct Fault
    {
        std::uint64_t line = 0; ///< from 1, with the heading
        std::string detail;
    };
    /// Of malformed lines, the first ones are kept with what is wrong with them.
    static constexpr std::size_t kFaultsKept = 20;

    /// The first line may be the heading; empty lines are passed over.
    void take(std::string_view line);

    [[nodiscard]] const std::vector<TraceCall>& calls() const { return m_calls; }
    [[nodiscard]] std::uint64_t lines() const { return m_lines; } ///< with a call or malformed
    [[nodiscard]] std::uint64_t malformed() const { return m_malformed; }
    [[nodiscard]] const std::vector<Fault>& faults() const { return m_faults; }

private:
    std::vector<TraceCall> m_calls;
    std::vector<Fault> m_faults;
    std::uint64_t m_taken = 0;
    std::uint64_t m_lines = 0;
    std::uint64_t m_malformed = 0;
};

/// The days of a trace, oldest first, with the counters' presence derived (see derivePresence).
///
/// Somebody joins the line at q_start and is called at q_exit; who didn't wait comes and is called at the
/// start of the service. Who hung up in the voice unit, and phantom calls, never came to the line.
/// A call that an unknown server took stands at a counter of its own, "?1", "?2"…
/// `services`: only these types, as if there were no others; empty: all.
[[nodiscard]] std::vector<RecordedDay> recordedDays(const std::vector<TraceCall>& calls,
                                                    const std::vector<std::string>& services);

} // namespace starqueue::queue
