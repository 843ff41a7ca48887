#pragma once

#include <queue/rules/ids.h>
#include <queue/rules/rules.h>
#include <queue/schema/field.h>
#include <time/instant.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// What a service was called on the paper of its tickets up to `last`.
struct FormerService
{
    ServiceIx service;
    TicketId last;
    std::string prefix{};
    Name name{};

    friend bool operator==(const FormerService&, const FormerService&) = default;
};

void describe(auto& a, Of<FormerService> auto& former)
{
    a.field("service", former.service);
    a.field("lastTicket", former.last);
    a.field("prefix", former.prefix);
    a.field("name", former.name);
}

/// What a counter was called for those who were called to it before `until`.
struct FormerCounter
{
    CounterIx counter;
    Instant until{};
    Name name{};

    friend bool operator==(const FormerCounter&, const FormerCounter&) = default;
};

void describe(auto& a, Of<FormerCounter> auto& former)
{
    a.field("counter", former.counter);
    a.field("until", former.until);
    a.field("name", former.name);
}

/// The names that have changed under tickets already issued: what is on paper stays. A value.
struct FormerNames
{
    std::vector<FormerService> services; ///< oldest first
    std::vector<FormerCounter> counters; ///< oldest first

    /// Null: as the rules say.
    [[nodiscard]] const FormerService* serviceOf(ServiceIx service, TicketId ticket) const;
    [[nodiscard]] const FormerCounter* counterOf(CounterIx counter, Instant called) const;

    /// The rules change from `old` to `next`, which keeps the indices, after the ticket `last`.
    void note(const Rules& old, const Rules& next, TicketId last, Instant at);

    friend bool operator==(const FormerNames&, const FormerNames&) = default;
};

} // namespace starqueue::queue
