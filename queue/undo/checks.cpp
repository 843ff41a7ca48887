#include <queue/undo/checks.h>

#include <queue/steps/checks.h>

namespace starqueue::queue {

namespace {

Decision conflict(const std::string& later)
{
    return refuse(RefusalCode::UndoConflict, later,
                  "It can't be taken back, because " + later + " came after it and depends on it.");
}

bool holdsAnother(const State& state, const Ticket& ticket)
{
    if (isNobody(ticket.customerRef))
        return false;
    auto held = state.customers.lower_bound({ticket.customerRef, TicketId{}});
    for (; held != state.customers.end() && held->first == ticket.customerRef; ++held)
        if (held->second != ticket.id)
            return true;
    return false;
}

/// Who stands at the counter now is whom its step left there.
bool isCounterAsLeft(const State& state, const Step& step)
{
    const TicketState now = state.find(step.ticket.id)->state;
    const bool stayed = now == TicketState::Called || now == TicketState::Serving;
    return state.counters.at(step.counter.value).ticket == (stayed ? step.ticket.id : TicketId{});
}

/// Who was called and then cancelled goes back to a counter that hasn't gone on meanwhile.
Decision needCounterAsLeft(const State& state, const Step& step)
{
    const CounterIx at = counterConcerned(step);
    if (at == kNoCounter)
        return {};
    if (step.counter != kNoCounter)
        return isCounterAsLeft(state, step) ? Decision{} : conflict("what " + nameOf(state, at) + " did");
    Counter left = step.atCounter;
    left.ticket = {};
    left.recalled = {};
    left.passed.clear();
    left.before.reset();
    return state.counters.at(at.value) == left ? Decision{} : conflict("what " + nameOf(state, at) + " did");
}

} // namespace

Decision needUndoable(const State& state, const Step& step)
{
    if (const auto day = needOpenDay(state); !day)
        return day;
    if (!step.later.empty())
        return conflict(step.later.first());
    if (step.kind == StepKind::WalkIn)
        return refuse(RefusalCode::NothingToUndo, "serving",
                      "A walk-in can't be taken back, its number is given: finish its service.");
    if (!isCall(step) && state.format < kSinceStepUndo)
        return refuse(RefusalCode::AfterDayChange, "",
                      "An older program opened this day: on the next one this can be taken back.");
    if (!state.find(step.ticket.id))
        return refuse(RefusalCode::NothingToUndo, "", "That ticket isn't of this day any more.");
    // What one of a customer's tickets is worth changed with the other's steps.
    if (holdsAnother(state, step.ticket))
        return refuse(
            RefusalCode::UndoConflict, "duplicate",
            "It can't be taken back, because this customer has another ticket, which depends on it.");
    return needCounterAsLeft(state, step);
}

tl::expected<const Step*, Refusal> needStepToUndo(const State& state, CounterIx counter)
{
    if (const auto known = needCounter(state, counter); !known)
        return tl::unexpected(known.error());
    const Step* const step = state.steps.lastOf(counter);
    if (!step)
        return refuse(RefusalCode::NothingToUndo, apiStateOf(state, counter),
                      "There is no step to be taken back at " + nameOf(state, counter) + " now.");
    if (const auto may = needUndoable(state, *step); !may)
        return tl::unexpected(may.error());
    return step;
}

const Step* undoableStep(const State& state, CounterIx counter, Instant now)
{
    const auto step = needStepToUndo(state, counter);
    return step && now <= undoableUntil(**step) ? *step : nullptr;
}

} // namespace starqueue::queue
