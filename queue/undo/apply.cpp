#include <queue/undo/undo.h>

#include <queue/steps/changes.h>
#include <queue/steps/issued_counts.h>
#include <queue/steps/sent_to_clerk.h>
#include <queue/steps/take_step.h>

#include <stdexcept>

namespace starqueue::queue {

namespace {

template <class Map, class Value>
void putBackValue(Map& map, TicketId ticket, const std::optional<Value>& value)
{
    if (value)
        map[ticket] = *value;
    else
        map.erase(ticket);
}

/// The session of a service that hasn't ended, which the line before has ended: no press counts for it.
void withdrawSession(State& state, const Ticket& ticket, const Step& step)
{
    if (ticket.session != step.ticket.session)
        sessionIn(state, ticket.session).state = RatingState::Withdrawn;
}

/// Whoever was passed meanwhile was; who had left was forgotten, and passed by nobody.
std::uint32_t passesAfter(const State& state, const Ticket& ticket, const Step& step)
{
    if (ticket.state == TicketState::Finished || ticket.state == TicketState::Cancelled)
        return step.passes;
    const auto found = state.passes.find(ticket.id);
    return found == state.passes.end() ? 0 : found->second;
}

void putBackTicket(State& state, Ticket& ticket, const Step& step)
{
    const bool wasCancelled = ticket.state == TicketState::Cancelled;
    const std::uint32_t passes = passesAfter(state, ticket, step);
    enter(state, ticket, TicketState::Cancelled); // out of all lists
    setCalled(state, ticket, step.ticket.called);
    const PrintJobId job = ticket.printJob;
    ticket = step.ticket;
    ticket.printJob = job; // it may have been printed again since
    ticket.state = TicketState::Cancelled;
    if (wasCancelled)
        noteCancelTakenBack(state, ticket);
    if (passes > 0)
        state.passes[ticket.id] = passes;
    enter(state, ticket, step.ticket.state);
}

} // namespace

void apply(State& state, const StepUndone& event, Instant)
{
    const auto taken = event.counter == kNoCounter ? takeFloorStep(state, event.ticket, event.of)
                                                   : takeStepAt(state, event.counter);
    if (!taken || taken->ticket.id != event.ticket)
        throw std::out_of_range("an event takes back a step that wasn't made");
    const Step& step = *taken;
    Ticket& ticket = ticketIn(state, event.ticket);
    if (step.kind == StepKind::Finish)
        withdrawSession(state, ticket, step);
    putBackTicket(state, ticket, step);
    putBackValue(state.references, event.ticket, step.reference);
    putBackValue(state.putFirst, event.ticket, step.putFirst);
    putBackValue(state.boundClerks, event.ticket, step.boundClerk);
    putBackValue(state.postponements, event.ticket, step.postponed);
    if (const CounterIx counter = counterConcerned(step); counter != kNoCounter)
        state.counters.at(counter.value) = step.atCounter;
    followClerk(state, ticket); // who may hold another counter by now
}

} // namespace starqueue::queue
