#pragma once

#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

struct CounterOpened
{
    CounterIx counter;
    std::string clerk;
};
struct CounterClosed
{
    CounterIx counter;
};
struct CounterPaused
{
    CounterIx counter;
    std::string reason;
};
struct CounterResumed
{
    CounterIx counter;
};
struct CounterHandedOver
{
    CounterIx counter;
    std::string clerk;
};
struct HelpAsked
{
    CounterIx counter;
};
struct ServiceOpened
{
    ServiceIx service;
};
struct ServiceClosed
{
    ServiceIx service;
};

} // namespace starqueue::queue
