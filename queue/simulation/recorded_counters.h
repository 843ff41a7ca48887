#pragma once

#include <queue/demand/recorded_day.h>
#include <queue/demand/scenario.h>
#include <queue/rules/opening.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

// How many of a scenario's counters are there when a recorded day is played again. The steps count from the
// day's first customer who was called, as in CounterHours. After the last one whoever is there stays until
// nobody waits.

/// As many as were recorded. Of more `counters` than the day had, the others are there too while anybody was.
[[nodiscard]] std::vector<OpeningStep> recordedCounters(const RecordedDay& day, int counters);

/// What a plan and a record have in one span of a day.
struct PlanBesideRecord
{
    Date date{};
    PlannedSpan planned{};
    double recorded = 0; ///< mean count, short pauses included

    friend bool operator==(const PlanBesideRecord&, const PlanBesideRecord&) = default;
};

/// A day's plan. `midnight`: the beginning of its date, on the scale of the day's instants.
struct PlanOfDay
{
    std::vector<PlannedSpan> spans;
    Instant midnight{};
};

[[nodiscard]] std::vector<PlanBesideRecord> planBeside(const RecordedDay& day, const PlanOfDay& plan);

/// As many as the plan says, of `counters`: in each span so many counters are added to those recorded, or
/// left out, as plan and record differ by (see PlanShift). Outside of its spans as recorded. The same `seed`
/// gives the same.
[[nodiscard]] std::vector<OpeningStep> plannedCounters(const RecordedDay& day, const PlanOfDay& plan,
                                                       int counters, std::uint64_t seed);

} // namespace starqueue::queue
