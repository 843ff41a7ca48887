#pragma once

#include <queue/rules/ids.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// Opens a counter for a clerk.
struct OpenCounter
{
    CounterIx counter;
    std::string clerk;
    bool takesOver = false; ///< another counter that the clerk holds, and where nobody is, closes
};
/// Closes a counter that has no ticket.
struct CloseCounter
{
    CounterIx counter;
};
/// Pauses a counter, at once or after its present customer.
struct PauseCounter
{
    CounterIx counter;
    std::string reason;
};
/// Ends or takes back a pause.
struct ResumeCounter
{
    CounterIx counter;
};
/// Gives an open counter, with its customer, to another clerk.
struct Handover
{
    CounterIx counter;
    std::string clerk;
};
/// Gives a counter these services for the rest of the day.
struct SetCounterServices
{
    CounterIx counter;
    std::vector<ServiceIx> services; ///< empty: those of the configuration again
    std::string profile{};           ///< whose they are; empty: chosen one by one
};
/// Asks the duty manager to the counter.
struct AskHelp
{
    CounterIx counter;
};
/// Lets a service take tickets again.
struct OpenService
{
    ServiceIx service;
};
/// Stops a service from taking tickets; those that wait are still served.
struct CloseService
{
    ServiceIx service;
};

} // namespace starqueue::queue
