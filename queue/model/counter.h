#pragma once

#include <queue/model/ticket.h>
#include <queue/rules/ids.h>
#include <queue/schema/field.h>
#include <queue/schema/words.h>
#include <time/instant.h>

#include <optional>
#include <string>
#include <vector>

namespace starqueue::queue {

enum class CounterState : std::uint8_t { Closed, Open, Paused };
consteval auto spelling(CounterState)
{
    return spelled<CounterState>(
        {{CounterState::Closed, "closed"}, {CounterState::Open, "open"}, {CounterState::Paused, "paused"}});
}

/// Where a ticket stood before it was called, so that the call can be undone exactly.
struct BeforeCall
{
    TicketState state = TicketState::Waiting;
    CounterIx counter = kNoCounter;
    CounterIx parkedAt = kNoCounter;
    CounterIx boundTo = kNoCounter;
    bool first = false;
    std::uint8_t recalls = 0;
    Instant legBegan{};
    Instant called{};
    Instant started{};
    Instant ended{};
    std::shared_ptr<const Why> why{}; ///< of the call before
    std::string boundClerk{};         ///< to whom it was sent; empty: to nobody

    friend bool operator==(const BeforeCall& a, const BeforeCall& b);
};

void describe(auto& a, Of<BeforeCall> auto& before)
{
    a.field("state", before.state);
    a.fieldOr("counter", before.counter, kNoCounter);
    a.fieldOr("parkedAt", before.parkedAt, kNoCounter);
    a.fieldOr("boundTo", before.boundTo, kNoCounter);
    a.fieldOr("first", before.first, false);
    a.fieldOr("recalls", before.recalls, 0);
    a.field("legBeganAt", before.legBegan);
    a.fieldOr("calledAt", before.called, {});
    a.fieldOr("startedAt", before.started, {});
    a.fieldOr("endedAt", before.ended, {});
    a.fieldOr("why", before.why, nullptr);
    a.fieldOr("boundClerk", before.boundClerk, {});
}

/// A counter's state today. Whether it calls or serves is its ticket's state.
struct Counter
{
    CounterState state = CounterState::Closed;
    std::string clerk;
    std::string pauseReason;
    bool helpAsked = false;
    TicketId ticket;                    ///< called or in service here; 0: none
    RatingSessionId session;            ///< the last one invited here
    std::vector<TicketId> passed{};     ///< by the present call, so that an undo takes their passes back
    std::optional<BeforeCall> before{}; ///< while its ticket is called
    Instant recalled{};                 ///< when its ticket was called again last; {}: it wasn't
    std::uint32_t served = 0;           ///< today
    Millis servedFor{0};                ///< sum of today's service times

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
    a.fieldOr("before", counter.before, std::nullopt);
    a.fieldOr("recalledAt", counter.recalled, {});
    a.field("served", counter.served);
    a.field("servedForSeconds", counter.servedFor);
}

} // namespace starqueue::queue
