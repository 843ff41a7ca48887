#pragma once

#include <queue/demand/recorded_day.h>
#include <queue/events.h>
#include <queue/state/state.h>

#include <map>
#include <set>

namespace starqueue::queue {

/// Records a business day from its events as demand and staffing, independent of its rules.
///
/// A leg that is called without a wait (after parking or a no-show) arrives when it is called. Who was away
/// by their own wish has arrived that much later, so that the wait is the real one. Tickets carried over from
/// the day before are left out: their arrival isn't known.
class DayRecorder
{
public:
    /// `after` is the state after `event`. Starts with the day's day_opened; another one of the same date
    /// goes on with it.
    void see(const Event& event, Instant at, const State& after);
    /// Another date was opened: nobody is present until this one goes on.
    void rest(Instant at);

    /// The day up to `now`, where open presences end. The recorder is consumed.
    [[nodiscard]] RecordedDay finish(Instant now) &&;

private:
    void take(const DayOpened& event, Instant at, const State& after);
    void take(const RulesSet& event, Instant at, const State& after);
    void take(const TicketIssued& event, Instant at, const State& after);
    void take(const TicketCalled& event, Instant at, const State& after);
    void take(const ServiceStarted& event, Instant at, const State& after);
    void take(const ServiceFinished& event, Instant at, const State& after);
    void take(const TicketNoShow& event, Instant at, const State& after);
    void take(const TicketRequeued& event, Instant at, const State& after);
    void take(const TicketReturned& event, Instant at, const State& after);
    void take(const TicketParked& event, Instant at, const State& after);
    void take(const TicketTransferred& event, Instant at, const State& after);
    void take(const TicketCancelled& event, Instant at, const State& after);
    void take(const TicketUnserved& event, Instant at, const State& after);
    void take(const HallActUndone& event, Instant at, const State& after);
    void take(const StepUndone& event, Instant at, const State& after);
    void take(const TicketIdentified& event, Instant at, const State& after);
    void take(const StatutoryGranted& event, Instant at, const State& after);
    void take(const CounterOpened& event, Instant at, const State& after);
    void take(const CounterResumed& event, Instant at, const State& after);
    void take(const CounterPaused& event, Instant at, const State& after);
    void take(const CounterClosed& event, Instant at, const State& after);
    /// Other events change neither customers nor counters.
    template <class Other> void take(const Other&, Instant, const State&) {}

    void nameAll(const Rules& rules);
    void begin(const Ticket& ticket, Instant at);
    void describe(const Ticket& ticket);
    /// The ticket's present leg; null: it was issued on another day.
    [[nodiscard]] RecordedCustomer* legOf(TicketId ticket);
    void keepStep(TicketId ticket);
    void dropLeg(TicketId ticket, std::size_t before);
    void leave(TicketId ticket, Instant at);
    void endService(TicketId ticket, Instant at);
    void come(CounterIx counter, Instant at);
    void go(CounterIx counter, Instant at);

    const Rules* m_rules = nullptr; ///< in force, while see() runs
    RecordedDay m_day;
    std::map<TicketId, std::size_t> m_legs; ///< index into m_day.customers
    /// The leg before, of those whose present one began with their present call.
    std::map<TicketId, std::size_t> m_legsBefore;
    /// A ticket's leg before its last step.
    struct BeforeStep
    {
        std::size_t leg = 0;
        RecordedCustomer customer;
    };
    std::map<TicketId, BeforeStep> m_steps;
    std::set<std::size_t> m_dropped; ///< of m_day.customers: began with a step that was undone
    std::map<CounterIx, Instant> m_presentSince;
};

} // namespace starqueue::queue
