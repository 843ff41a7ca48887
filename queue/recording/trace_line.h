#pragma once

#include <time/instant.h>

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::queue {

enum class TraceOutcome : std::uint8_t { Agent, Hang, Phantom };

/// One call of the "Anonymous Bank" call centre trace (Technion, 1999). The trace has no time zone: instants
/// are as if it were UTC.
struct TraceCall
{
    struct Span
    {
        Instant from{};
        Instant until{};

        friend bool operator==(const Span&, const Span&) = default;
    };

    Date date{};
    int priority = 0;           ///< 2: a priority customer; 0 and 1: everybody else
    std::string type;           ///< service type, such as "PS"
    Span voiceUnit;             ///< may end before it begins: the voice unit's clock was off
    std::optional<Span> waited; ///< empty: did not wait
    std::optional<Span> served; ///< empty: no service is recorded
    TraceOutcome outcome = TraceOutcome::Hang;
    std::string server; ///< empty: none is recorded

    friend bool operator==(const TraceCall&, const TraceCall&) = default;
};

/// Parses one line, with or without its line end: 17 tab-separated fields, as in the trace's heading. The
/// error names the wrong field: no time, no number, or seconds that contradict the two times before them.
[[nodiscard]] tl::expected<TraceCall, std::string> parseTraceLine(std::string_view line);

} // namespace starqueue::queue
