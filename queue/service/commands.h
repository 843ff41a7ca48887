#pragma once

#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

/// Starts serving the ticket that is called at the counter.
struct StartService
{
    CounterIx counter;
};
/// Ends serving; invites to rate unless a reason to skip is given.
struct FinishService
{
    CounterIx counter;
    std::string skipRating; /**< reason; empty: invite to rate */
};
/// Records that the called customer didn't come.
struct MarkNoShow
{
    CounterIx counter;
};
/// Lets the customer in service fill in a form and come back to this counter.
struct Park
{
    CounterIx counter;
    std::string reason;
};
/// Sends the customer in service to wait for another service.
struct Transfer
{
    CounterIx counter;
    ServiceIx service;
};
/// Records whether the customer at the counter is who the ticket says.
struct Verify
{
    CounterIx counter;
    bool matches;
    bool merge = false; ///< cancels the customer's other tickets, which nobody has proven
};

} // namespace starqueue::queue
