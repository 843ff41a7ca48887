#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

// RapidCheck prints its seed; RC_PARAMS="seed=…" repeats a run.

namespace starqueue::queue::test {
namespace {

/// When `command` was carried out, for the undo.
Instant doneBy(RandomDay& day, const Command& command)
{
    day.now += Seconds{1};
    day.carryOut(command);
    return day.now;
}

/// Papers that were being printed are given up by the next day, and stay so; nobody asks for the last minute.
State withoutWhatADayEnds(State state)
{
    for (const PrintJobId id : state.openJobs) {
        PrintJob& job = *std::ranges::find(state.printJobs, id, &PrintJob::id);
        job.state = PrintJobState::Ended;
        job.outcome = PrintOutcome::Dropped;
    }
    state.openJobs.clear();
    state.issued.perKiosk.clear();
    return state;
}

RC_GTEST_PROP(RandomDays, AreAsBeforeWhenWhatWasDoneToTheWholeHallIsTakenBack, ())
{
    RandomDay day(*anyRules());
    for (const Attempt& attempt : *anyAttempts())
        day.make(attempt);
    if (!day.state.dayOpen)
        day.carryOut(OpenDay{Date{std::chrono::sys_days{*day.state.date} + std::chrono::days{1}}, nullptr});
    const Date next{std::chrono::sys_days{*day.state.date} + std::chrono::days{1}};
    const State open = day.state;
    doneBy(day, UndoHallAct{doneBy(day, CloseDay{})});
    RC_ASSERT(day.state == open);
    doneBy(day, CloseDay{});
    day.now += std::chrono::hours{1}; // rating windows that are over by then end with or without a new day
    day.carryOut(Tick{});
    const State closed = withoutWhatADayEnds(day.state);
    doneBy(day, UndoHallAct{doneBy(day, OpenDay{next, nullptr})});
    RC_ASSERT(withoutWhatADayEnds(day.state) == closed);
    RC_ASSERT(replayed(day, 0) == day.state);
}

} // namespace
} // namespace starqueue::queue::test
