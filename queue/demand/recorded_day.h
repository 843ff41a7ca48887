#pragma once

#include <queue/rules/ids.h>
#include <queue/rules/rules.h>
#include <time/instant.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::queue {

/// Somebody who came on a recorded day, and what became of them.
///
/// One leg of a visit: whoever was transferred or put back in line stands here once for each time that
/// they waited.
struct RecordedCustomer
{
    Instant arrives{}; ///< joins the line
    ServiceIx service; ///< place in RecordedDay::services
    std::uint8_t stars = 0;
    bool keyContact = false;
    Statutory statutory = Statutory::None;
    std::optional<Instant> called;  ///< empty: never
    std::optional<Instant> left;    ///< of who was never called: when they gave up; empty: not known
    Millis approach{0};             ///< from the call to the start of the service
    Millis serves{0};               ///< from its start to its end
    bool comes = true;              ///< false: called, and nobody came
    CounterIx counter = kNoCounter; ///< that called: place in RecordedDay::counters

    friend bool operator==(const RecordedCustomer&, const RecordedCustomer&) = default;
};

struct RecordedCounter
{
    std::string id;
    std::vector<ServiceIx> services; ///< that it may give

    friend bool operator==(const RecordedCounter&, const RecordedCounter&) = default;
};

/// A counter could call from `from` to before `until`.
struct Presence
{
    CounterIx counter;
    Instant from{};
    Instant until{};

    friend bool operator==(const Presence&, const Presence&) = default;
};

/// What a business day brought, whatever rules it went by: who came for what, how long it took, which
/// counters were there. Plain values, from a journal, a CSV file or another system's trace.
struct RecordedDay
{
    Date date{};
    std::vector<std::string> services;
    std::vector<RecordedCounter> counters;
    std::vector<RecordedCustomer> customers; ///< by arrival
    std::vector<Presence> presences;         ///< by counter, then time; without overlap

    friend bool operator==(const RecordedDay&, const RecordedDay&) = default;
};

} // namespace starqueue::queue
