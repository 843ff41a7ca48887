#pragma once

#include <queue/model/why.h>
#include <queue/rules/ids.h>

#include <time/instant.h>

#include <cstdint>
#include <memory>

namespace starqueue::queue {

struct TicketCalled
{
    TicketId ticket;
    CounterIx counter;
    std::shared_ptr<const Why> why;
};
struct TicketRecalled
{
    TicketId ticket;
    CounterIx counter;
    std::uint8_t recall;
};
struct TicketUnparked
{
    TicketId ticket;
    CounterIx counter;
};
/// Somebody was overtaken by more than the rules allow: must never occur.
struct FairnessViolated
{
    TicketId ticket;
    TicketId passed;
    Millis by;
    Millis bound;
};

} // namespace starqueue::queue
