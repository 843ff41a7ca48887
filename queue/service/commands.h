#pragma once

#include <queue/model/reference.h>
#include <queue/rules/ids.h>

#include <optional>
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
    std::string outcome{};  ///< one of Rules::outcomes; empty: none is recorded
    Reference reference{};  ///< what it gives takes the place of what was given at issue
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
/// Sends the customer in service to wait for another service, for a counter, or at the head of the line.
struct Transfer
{
    CounterIx counter;
    std::optional<ServiceIx> service; ///< empty: the one that it is for
    CounterIx to = kNoCounter;        ///< who alone calls it while it is open; kNoCounter: whoever may
    std::string clerk{};              ///< instead of `to`: this clerk, who holds one, and wherever they go
    bool first = false;               ///< before everybody but those whom guard and count put first
    std::string reason{};             ///< of `first`, which needs one
};
/// Records whether the customer at the counter is who the ticket says.
struct Verify
{
    CounterIx counter;
    bool matches;
    bool merge = false; ///< cancels the customer's other tickets, which nobody has proven
};

} // namespace starqueue::queue
