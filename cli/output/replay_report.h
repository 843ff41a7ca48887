#pragma once

#include <cli/data/recorded_source.h>

#include <queue/replay/order_report.h>

#include <ostream>

namespace starqueue::cli {

/// Head starts as the command line takes them, "0,30,90.5,strict": seconds, or strict. The error names the
/// part that is neither.
[[nodiscard]] tl::expected<std::vector<queue::TrialHeadStart>, std::string>
parseHeadStarts(const std::string& text);

/// For people: what was read, then a table of head starts and one of lags.
void printReplay(const RecordedDays& read, const queue::OrderReport& report, std::ostream& out);
/// The same figures for programs; seconds and counts.
void printReplayJson(const RecordedDays& read, const queue::OrderReport& report, std::ostream& out);

} // namespace starqueue::cli
