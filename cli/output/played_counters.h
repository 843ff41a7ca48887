#pragma once

#include <formats/words.h>

#include <queue/simulation/recorded_counters.h>

#include <string>
#include <vector>

namespace starqueue::cli {

/// What decides how many counters are there when recorded days are played again.
enum class CountersBy : std::uint8_t { Record, Plan, Scenario };
consteval auto spelling(CountersBy)
{
    return formats::spelled<CountersBy>(
        {{CountersBy::Record, "record"}, {CountersBy::Plan, "plan"}, {CountersBy::Scenario, "scenario"}});
}

/// How many counters a variant had on recorded days, and with a plan what it says beside the record.
struct PlayedCounters
{
    CountersBy by = CountersBy::Record;
    std::vector<queue::PlanBesideRecord> spans;
};

/// For the table: one line, and one for each span of a plan.
[[nodiscard]] std::string playedCountersText(const PlayedCounters& counters);
/// {"by": "plan", "spans": [{"date", "from", "to", "planned", "recorded"}]}
[[nodiscard]] std::string playedCountersJson(const PlayedCounters& counters);

} // namespace starqueue::cli
