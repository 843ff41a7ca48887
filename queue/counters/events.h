#pragma once

#include <queue/rules/ids.h>
#include <queue/schema/event_fields.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// A clerk opened a counter.
struct CounterOpened
{
    static constexpr std::string_view kName = "counter_opened";
    static constexpr Audiences kSeenBy = kEverybody;

    CounterIx counter;
    std::string clerk;
};

void describe(auto& a, Of<CounterOpened> auto& e)
{
    a.field(toAll("counter"), e.counter);
    a.field(toStaff("clerk"), e.clerk);
}

/// A counter was closed.
struct CounterClosed
{
    static constexpr std::string_view kName = "counter_closed";
    static constexpr Audiences kSeenBy = kEverybody;

    CounterIx counter;
};

void describe(auto& a, Of<CounterClosed> auto& e)
{
    a.field(toAll("counter"), e.counter);
}

/// A counter was paused; with a customer at it, the pause begins after them.
struct CounterPaused
{
    static constexpr std::string_view kName = "counter_paused";
    static constexpr Audiences kSeenBy = kEverybody;

    CounterIx counter;
    std::string reason;
};

void describe(auto& a, Of<CounterPaused> auto& e)
{
    a.field(toAll("counter"), e.counter);
    a.field(toStaff("reason"), e.reason);
}

/// A pause ended.
struct CounterResumed
{
    static constexpr std::string_view kName = "counter_resumed";
    static constexpr Audiences kSeenBy = kEverybody;

    CounterIx counter;
};

void describe(auto& a, Of<CounterResumed> auto& e)
{
    a.field(toAll("counter"), e.counter);
}

/// Another clerk works at the counter from now on.
struct CounterHandedOver
{
    static constexpr std::string_view kName = "counter_handed_over";
    static constexpr Audiences kSeenBy = kStaff;

    CounterIx counter;
    std::string clerk;
};

void describe(auto& a, Of<CounterHandedOver> auto& e)
{
    a.field(toAll("counter"), e.counter);
    a.field(toStaff("clerk"), e.clerk);
}

/// A counter was given other services for the rest of the day.
struct CounterServicesSet
{
    static constexpr std::string_view kName = "counter_services_set";
    static constexpr int kSince = 3;
    static constexpr Audiences kSeenBy = kEverybody;

    CounterIx counter;
    std::vector<ServiceIx> services; ///< empty: those of the configuration again
    std::string profile{};
};

void describe(auto& a, Of<CounterServicesSet> auto& e)
{
    a.field(toAll("counter"), e.counter);
    a.field(toAll("services"), e.services);
    a.fieldOr(toStaff("profile"), e.profile, {});
}

/// A counter asked for the duty manager.
struct HelpAsked
{
    static constexpr std::string_view kName = "counter_help_asked";
    static constexpr Audiences kSeenBy = kStaff;

    CounterIx counter;
};

void describe(auto& a, Of<HelpAsked> auto& e)
{
    a.field(toAll("counter"), e.counter);
}

/// A service takes tickets again.
struct ServiceOpened
{
    static constexpr std::string_view kName = "service_opened";
    static constexpr Audiences kSeenBy = kEverybody;

    ServiceIx service;
};

void describe(auto& a, Of<ServiceOpened> auto& e)
{
    a.field(toAll("service"), e.service);
}

/// A service takes no more tickets.
struct ServiceClosed
{
    static constexpr std::string_view kName = "service_closed";
    static constexpr Audiences kSeenBy = kEverybody;

    ServiceIx service;
};

void describe(auto& a, Of<ServiceClosed> auto& e)
{
    a.field(toAll("service"), e.service);
}

} // namespace starqueue::queue
