#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace starqueue::queue::test {
namespace {

/// A call, by the rules or not; an accepted one is undone at once.
void checkUndo(const State& state, const Command& call, CounterIx counter, Instant now)
{
    const auto carryOut = [now](State& on, const Command& command, Events& events) {
        const bool done = decide(on, command, now, events).has_value();
        for (const Event& event : events)
            apply(on, event, now);
        return done;
    };
    State after = state;
    Events events;
    if (!carryOut(after, call, events))
        return;
    const auto dropsPaper = [](const Event& event) { return std::holds_alternative<PrintJobEnded>(event); };
    Events undone;
    RC_ASSERT(carryOut(after, UndoCall{counter}, undone));
    if (state.rules->discipline != Discipline::Weighted && std::ranges::none_of(events, dropsPaper))
        RC_ASSERT(after == state);
}

RC_GTEST_PROP(RandomDays, StandAsBeforeOnceACallIsUndone, ())
{
    RandomDay day(*anyRules());
    day.otherRules = *anyRules();
    for (const Attempt& attempt : *anyAttempts()) {
        day.make(attempt);
        const CounterIx counter{static_cast<std::uint16_t>(attempt.who % day.state.counters.size())};
        checkUndo(day.state, CallNext{counter}, counter, day.now);
        if (day.state.tickets.empty())
            continue;
        const TicketId any = day.state.tickets[attempt.what % day.state.tickets.size()].id;
        checkUndo(day.state, CallNumber{counter, any, "asked"}, counter, day.now);
        checkUndo(day.state, Unpark{counter, any}, counter, day.now);
    }
}

} // namespace
} // namespace starqueue::queue::test
