#pragma once

#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

struct StartService
{
    CounterIx counter;
};
struct FinishService
{
    CounterIx counter;
    std::string skipRating; /**< reason; empty: invite to rate */
};
struct MarkNoShow
{
    CounterIx counter;
};
struct Park
{
    CounterIx counter;
    std::string reason;
};
struct Transfer
{
    CounterIx counter;
    ServiceIx service;
};
struct Verify
{
    CounterIx counter;
    bool matches;
};

} // namespace starqueue::queue
