#pragma once

#include <queue/rules/day_kind.h>
#include <queue/schema/field.h>
#include <time/instant.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::queue {

/// An open time of a hall or service, half-open interval.
struct OpenTime
{
    Instant from{};
    Instant lastTicket{}; ///< kiosks issue no number from here on
    Instant to{};

    friend bool operator==(const OpenTime&, const OpenTime&) = default;
};

void describe(auto& a, Of<OpenTime> auto& time)
{
    a.field("from", time.from);
    a.field("lastTicket", time.lastTicket);
    a.field("to", time.to);
}

/// The open times of a day, in order and with gaps between them.
using OpenTimes = std::vector<OpenTime>;

/// The open times of a service that isn't given at all of the hall's.
struct ServiceTimes
{
    std::string service; ///< its id: a rule change may change indices
    OpenTimes times;     ///< within the hall's

    friend bool operator==(const ServiceTimes&, const ServiceTimes&) = default;
};

void describe(auto& a, Of<ServiceTimes> auto& service)
{
    a.field("service", service.service);
    a.field("times", service.times);
}

/// By when a case that is opened on a business day is due, counted in working days. No date (Date{}): no
/// deadline is configured, or nobody knows the date.
struct CaseDates
{
    Date contactOn{};           ///< whoever rated badly is called by then
    Date closeOn{};             ///< and what was wrong is mended by then
    bool isProvisional = false; ///< a year whose public days aren't known lies in between

    friend bool operator==(const CaseDates&, const CaseDates&) = default;
};

/// When a hall is open around one business day, and when next after it. The rules know no time zone: who
/// does computes these instants from the opening hours, so that a clock change is right.
struct DayHours
{
    Instant begins{};              ///< start of the business day, before its first event
    std::optional<OpenTimes> hall; ///< empty: always open
    std::vector<ServiceTimes> services;
    CaseDates cases{}; ///< since kSinceCaseDates

    friend bool operator==(const DayHours&, const DayHours&) = default;
};

void describe(auto& a, Of<DayHours> auto& hours)
{
    a.field("begins", hours.begins);
    a.field("hall", hours.hall);
    a.field("services", hours.services);
    a.fieldOr("contactDueOn", hours.cases.contactOn, {});
    a.fieldOr("mendedDueOn", hours.cases.closeOn, {});
    a.fieldOr("dueIsProvisional", hours.cases.isProvisional, false);
}

/// Whether a hall or service is open at some instant.
struct Opening
{
    bool open = true;                  ///< customers are let in
    bool issues = true;                ///< kiosks issue numbers
    std::optional<Instant> closes;     ///< the next closing while open; empty: never
    std::optional<Instant> lastTicket; ///< likewise
    std::optional<Instant> opens;      ///< while kiosks issue none: when they do next, if known

    friend bool operator==(const Opening&, const Opening&) = default;
};

/// Null: no opening hours, always open.
using DayHoursPtr = std::shared_ptr<const DayHours>;

/// How many counters are meant to be open in a span of the day, in local time since midnight.
struct PlannedSpan
{
    Minutes from{0};
    Minutes to{0}; ///< at most 24:00
    int counters = 0;

    friend bool operator==(const PlannedSpan&, const PlannedSpan&) = default;
};

/// The counters that are meant to be open, by DayKind. A day's spans are in order and don't overlap; outside
/// of them the plan says nothing.
using CounterPlan = std::array<std::vector<PlannedSpan>, 8>;

[[nodiscard]] Opening openingAt(const OpenTimes& times, Instant at);
/// The hall's opening.
[[nodiscard]] Opening hallOpening(const DayHoursPtr& hours, Instant at);
/// The service's opening: never open while the hall is closed.
[[nodiscard]] Opening serviceOpening(const DayHoursPtr& hours, std::string_view service, Instant at);
/// All of it `by` later.
[[nodiscard]] DayHours shifted(DayHours hours, Millis by);
/// As a day of that form (queue/schema/format.h) can have them.
[[nodiscard]] DayHoursPtr hoursInForm(DayHoursPtr hours, int format);
[[nodiscard]] bool sameHours(const DayHoursPtr& a, const DayHoursPtr& b);

} // namespace starqueue::queue
