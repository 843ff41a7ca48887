#pragma once

#include <queue/rules/ids.h>
#include <queue/rules/rules.h>
#include <time/instant.h>
#include <time/wall_time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::queue {

/// A customer of a recorded day. One leg of a visit: a transfer or re-queue makes another RecordedCustomer.
struct RecordedCustomer
{
    Instant arrives{}; ///< joins the line
    ServiceIx service; ///< index into RecordedDay::services
    std::uint8_t stars = 0;
    bool keyContact = false;
    GroupIx statutory = kNoGroup;   ///< or one alike in line, where the reason was dropped
    std::optional<Instant> called;  ///< empty: never
    std::optional<Instant> left;    ///< never called: when they gave up; empty: not known
    Millis approach{0};             ///< from the call to the start of the service
    Millis serves{0};               ///< from its start to its end
    bool comes = true;              ///< false: a no-show
    CounterIx counter = kNoCounter; ///< that called them: index into RecordedDay::counters

    friend bool operator==(const RecordedCustomer&, const RecordedCustomer&) = default;
};

/// A counter of a past day.
struct RecordedCounter
{
    std::string id;
    std::vector<ServiceIx> services; ///< that it may give

    friend bool operator==(const RecordedCounter&, const RecordedCounter&) = default;
};

/// A counter was staffed from `from` to before `until`.
struct Presence
{
    CounterIx counter;
    Instant from{};
    Instant until{};

    friend bool operator==(const Presence&, const Presence&) = default;
};

/// The demand and staffing of a past business day, independent of its rules: arrivals, service times,
/// counters. Plain values, from a journal, a CSV file or another system's trace.
struct RecordedDay
{
    Date date{};
    std::vector<std::string> services;
    std::vector<RecordedCounter> counters;
    std::vector<RecordedCustomer> customers; ///< by arrival
    std::vector<Presence> presences;         ///< by counter, then time; they don't overlap
    time::WallOffset clock{};                ///< from its instants to what people saw

    friend bool operator==(const RecordedDay&, const RecordedDay&) = default;
};

} // namespace starqueue::queue
