#pragma once

#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

/// Opens a counter for a clerk.
struct OpenCounter
{
    CounterIx counter;
    std::string clerk;
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
