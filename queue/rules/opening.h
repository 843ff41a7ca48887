#pragma once

#include <queue/schema/field.h>
#include <time/instant.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::queue {

/// A stretch during which customers are let in, half-open.
struct OpenTime
{
    Instant from{};
    Instant lastTicket{}; ///< from here on kiosks give no number
    Instant to{};

    friend bool operator==(const OpenTime&, const OpenTime&) = default;
};

void describe(auto& a, Of<OpenTime> auto& time)
{
    a.field("from", time.from);
    a.field("lastTicket", time.lastTicket);
    a.field("to", time.to);
}

/// In order, not touching each other.
using OpenTimes = std::vector<OpenTime>;

/// A service that is given only at some of the hall's open times.
struct ServiceTimes
{
    std::string service; ///< its id: places in the rules may change under it
    OpenTimes times;     ///< within the hall's

    friend bool operator==(const ServiceTimes&, const ServiceTimes&) = default;
};

void describe(auto& a, Of<ServiceTimes> auto& service)
{
    a.field("service", service.service);
    a.field("times", service.times);
}

/// When a hall is open around one business day, and when next after it. The rules know no time zone: who
/// does computes these instants from the opening hours, so that a clock change is right.
struct DayHours
{
    Instant begins{};              ///< of the business day: nothing of the day was before
    std::optional<OpenTimes> hall; ///< empty: always open
    std::vector<ServiceTimes> services;

    friend bool operator==(const DayHours&, const DayHours&) = default;
};

void describe(auto& a, Of<DayHours> auto& hours)
{
    a.field("begins", hours.begins);
    a.field("hall", hours.hall);
    a.field("services", hours.services);
}

/// How a hall or service stands at some instant.
struct Opening
{
    bool open = true;                  ///< customers are let in
    bool issues = true;                ///< and kiosks give numbers
    std::optional<Instant> closes;     ///< where it is open and will close
    std::optional<Instant> lastTicket; ///< likewise
    std::optional<Instant> opens;      ///< where kiosks give none: when they do next, as far as is known

    friend bool operator==(const Opening&, const Opening&) = default;
};

/// Null: nothing is known of hours, so always open.
using DayHoursPtr = std::shared_ptr<const DayHours>;

[[nodiscard]] Opening openingAt(const OpenTimes& times, Instant at);
/// The hall's.
[[nodiscard]] Opening hallOpening(const DayHoursPtr& hours, Instant at);
/// The service's, which is never open while the hall is not.
[[nodiscard]] Opening serviceOpening(const DayHoursPtr& hours, std::string_view service, Instant at);
[[nodiscard]] bool sameHours(const DayHoursPtr& a, const DayHoursPtr& b);

} // namespace starqueue::queue
