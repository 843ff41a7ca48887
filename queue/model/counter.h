#pragma once

#include <queue/rules/ids.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <string>
#include <vector>

namespace starqueue::queue {

enum class CounterState : std::uint8_t { Closed, Open, Paused };
consteval auto spelling(CounterState)
{
    return spelled<CounterState>(
        {{CounterState::Closed, "closed"}, {CounterState::Open, "open"}, {CounterState::Paused, "paused"}});
}

/// A counter's state today. Whether it calls or serves is its ticket's state.
struct Counter
{
    CounterState state = CounterState::Closed;
    std::string clerk;
    std::string pauseReason;
    bool helpAsked = false;
    TicketId ticket;                ///< called or in service here; 0: none
    RatingSessionId session;        ///< the last one invited here
    std::vector<TicketId> passed{}; ///< by the present call, so that an undo takes their passes back
    std::uint32_t served = 0;       ///< today
    Millis servedFor{0};            ///< sum of today's service times

    friend bool operator==(const Counter&, const Counter&) = default;
};

void describe(auto& a, Of<Counter> auto& counter)
{
    a.field("state", counter.state);
    a.field("clerk", counter.clerk);
    a.field("pauseReason", counter.pauseReason);
    a.field("helpAsked", counter.helpAsked);
    a.field("ticket", counter.ticket);
    a.field("session", counter.session);
    a.fieldOr("passed", counter.passed, {});
    a.field("served", counter.served);
    a.field("servedForSeconds", counter.servedFor);
}

} // namespace starqueue::queue
