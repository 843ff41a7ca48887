#pragma once

#include <queue/rules/ids.h>

#include <string>

namespace starqueue::queue {

struct OpenCounter
{
    CounterIx counter;
    std::string clerk;
};
struct CloseCounter
{
    CounterIx counter;
};
struct PauseCounter
{
    CounterIx counter;
    std::string reason;
};
struct ResumeCounter
{
    CounterIx counter;
};
struct Handover
{
    CounterIx counter;
    std::string clerk;
};
struct AskHelp
{
    CounterIx counter;
};
struct OpenService
{
    ServiceIx service;
};
struct CloseService
{
    ServiceIx service;
};

} // namespace starqueue::queue
