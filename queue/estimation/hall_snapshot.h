#pragma once

#include <queue/experience/opening_habits.h>
#include <queue/state/state.h>
#include <time/local_time.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// An open counter in a snapshot.
struct CounterSnapshot
{
    CounterIx counter;
    bool taken = false; ///< a customer of `service`, called at `since`, is there
    ServiceIx service{};
    TierIx tier{};
    Instant since{};
};

/// How often a waiting ticket with a limit may still be passed in turn.
struct PassesLeft
{
    TicketId ticket;
    std::uint32_t left = 0;
};

/// The snapshot of a State that estimates start from. Cheap to take on the writer's thread and to hand to
/// another.
struct HallSnapshot
{
    Instant at{};
    std::shared_ptr<const Rules> rules;
    Line line;
    TierCredits credits;
    std::vector<CounterSnapshot> counters; ///< the open ones
    TicketId lastTicket;
    DayHoursPtr hours;                    ///< of the day
    std::vector<PassesLeft> passesLeft{}; ///< of those in the line; empty: nobody has a limit
};

[[nodiscard]] HallSnapshot hallSnapshot(const State& state, Instant now);
/// What openings are foreseen from, on the business day of `date` at the snapshot's local time. `hall` must
/// outlive it.
[[nodiscard]] PresentHall presentHall(const HallSnapshot& hall, Date date, const time::LocalTime& local);

} // namespace starqueue::queue
