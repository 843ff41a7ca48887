#pragma once

#include <cli/data/recorded_source.h>

#include <queue/replay/order_report.h>

#include <ostream>

namespace starqueue::cli {

/// Parses head starts, "0,30,90.5,strict": seconds, or strict. The error names the invalid part.
[[nodiscard]] tl::expected<std::vector<queue::TrialHeadStart>, std::string>
parseHeadStarts(const std::string& text);

/// Prints as text what was read, then a table of head starts and one of lags.
void printReplay(const RecordedDays& read, const queue::OrderReport& report, std::ostream& out);
/// Prints the same figures as JSON, in seconds and counts.
void printReplayJson(const RecordedDays& read, const queue::OrderReport& report, std::ostream& out);

} // namespace starqueue::cli
