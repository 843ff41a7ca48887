#include <queue/note_step.h>

#include <queue/event_naming.h>

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

namespace starqueue::queue {

namespace {

using Begun = std::optional<StepBegun>;

/// As many steps on the floor are kept: more than a hall's staff takes within kStepUndoTime.
constexpr std::size_t kMostOnFloor = 32;

/// Of the command that the counter's step is of.
bool belongsTo(const State& state, CounterIx counter, StepKind kind, TicketId ticket, Instant at)
{
    const Step* const step = state.steps.lastOf(counter);
    return step && step->kind == kind && step->ticket.id == ticket && step->at == at;
}

Begun begun(const State& state, const TicketCalled& event, Instant at)
{
    if (belongsTo(state, event.counter, StepKind::Unpark, event.ticket, at))
        return {};
    return StepBegun{event.silent ? StepKind::WalkIn : StepKind::Call, event.counter, event.ticket};
}

Begun begun(const State& state, const ServiceStarted& event, Instant at)
{
    if (belongsTo(state, event.counter, StepKind::WalkIn, event.ticket, at))
        return {};
    return StepBegun{StepKind::Start, event.counter, event.ticket};
}

Begun begun(const State& /*state*/, const TicketTransferred& event, Instant /*at*/)
{
    const bool isMoved = event.counter == kNoCounter;
    return StepBegun{isMoved ? StepKind::Move : StepKind::Transfer, event.counter, event.ticket};
}

Begun begun(const State& /*state*/, const TicketRequeued& event, Instant /*at*/)
{
    return event.callUndone ? Begun{} : StepBegun{StepKind::Requeue, kNoCounter, event.ticket};
}

Begun begun(const State& state, const TicketReturned& event, Instant at)
{
    const auto postponed = state.postponements.find(event.ticket);
    const bool early = postponed != state.postponements.end() && at < postponed->second.until;
    return early ? StepBegun{StepKind::Requeue, kNoCounter, event.ticket} : Begun{};
}

template <class E> Begun begun(const State& /*state*/, const E& event, Instant /*at*/)
{
    if constexpr (std::is_same_v<E, TicketRecalled>)
        return StepBegun{StepKind::Recall, event.counter, event.ticket};
    else if constexpr (std::is_same_v<E, ServiceFinished>)
        return StepBegun{StepKind::Finish, event.counter, event.ticket};
    else if constexpr (std::is_same_v<E, TicketNoShow>)
        return StepBegun{StepKind::NoShow, event.counter, event.ticket};
    else if constexpr (std::is_same_v<E, TicketParked>)
        return StepBegun{StepKind::Park, event.counter, event.ticket};
    else if constexpr (std::is_same_v<E, TicketUnparked>)
        return StepBegun{StepKind::Unpark, event.counter, event.ticket};
    else if constexpr (std::is_same_v<E, TicketCancelled>)
        return StepBegun{StepKind::Cancel, kNoCounter, event.ticket};
    else if constexpr (std::is_same_v<E, TicketPostponed>)
        return StepBegun{StepKind::Postpone, kNoCounter, event.ticket};
    else
        return {};
}

/// These come with the call that breaks a rule, and change nothing.
template <class E> constexpr bool kOnlyReports = kIsOneOf<E, FairnessViolated, NumberDoubled>;
template <class E>
constexpr bool kIsOfCounter = kIsOneOf<E, CounterOpened, CounterClosed, CounterPaused, CounterResumed,
                                       CounterHandedOver, CounterServicesSet, HelpAsked, TicketServedByHand>;

/// After these all counters and tickets stand otherwise, or at other times.
template <class E> bool isOfAll(const E& event)
{
    if constexpr (std::is_same_v<E, HallActUndone>)
        return event.act == HallActKind::DayOpened || event.act == HallActKind::DayClosed;
    return kIsOneOf<E, DayOpened, DayClosed, RulesSet, ClockStepped, DayCorrected>;
}

std::string keyOf(TicketId ticket)
{
    return std::to_string(ticket.value);
}

template <class E> void noteLater(State& state, Step& step, const E& event, Instant at)
{
    step.later.note(at, keyOf(ticketOf(event)), named(state, event));
}

template <class E> void noteLaterOf(State& state, TicketId id, const E& event, Instant at)
{
    const Ticket* const ticket = state.find(id);
    if (!ticket || kOnlyReports<E>)
        return;
    if (Step* const step = state.steps.lastOf(ticket->counter); step && step->ticket.id == id)
        noteLater(state, *step, event, at);
    for (Step& step : state.steps.ofFloor)
        if (step.ticket.id == id)
            noteLater(state, step, event, at);
}

template <class E> void noteLaterAt(State& state, CounterIx counter, const E& event, Instant at)
{
    if (Step* const step = state.steps.lastOf(counter))
        noteLater(state, *step, event, at);
}

/// No earlier step with that ticket depends any more on what was taken back.
void forgetLater(State& state, const StepUndone& event)
{
    const auto forget = [&](Step& step) {
        if (step.ticket.id == event.ticket)
            step.later.forget(event.of, keyOf(event.ticket));
    };
    for (auto& step : state.steps.ofCounters)
        if (step)
            forget(*step);
    std::ranges::for_each(state.steps.ofFloor, forget);
}

/// The counter that it gives back stands otherwise for that counter's own last step with somebody else.
void noteUndone(State& state, const StepUndone& event, Instant at)
{
    forgetLater(state, event);
    const Ticket* const ticket = state.find(event.ticket);
    const Step* const last = ticket ? state.steps.lastOf(ticket->counter) : nullptr;
    if (event.counter == kNoCounter && last && last->ticket.id != event.ticket)
        noteLaterAt(state, ticket->counter, event, at);
}

template <class E> void noteLaterSteps(State& state, const E& event, Instant at)
{
    if (isOfAll(event))
        state.steps = {};
    else if constexpr (std::is_same_v<E, StepUndone>)
        noteUndone(state, event, at);
    else {
        if constexpr (kIsOfCounter<E>)
            noteLaterAt(state, event.counter, event, at);
        noteLaterOf(state, ticketOf(event), event, at);
    }
}

template <class Map> auto valueOf(const Map& map, TicketId ticket)
{
    const auto found = map.find(ticket);
    return found == map.end() ? std::nullopt : std::optional{found->second};
}

Step asItIs(const State& state, const StepBegun& begun, const Ticket& ticket, Instant at)
{
    Step step;
    step.kind = begun.kind;
    step.at = at;
    step.counter = begun.counter;
    step.ticket = ticket;
    step.passes = valueOf(state.passes, ticket.id).value_or(0);
    if (const CounterIx counter = counterConcerned(step); counter != kNoCounter)
        step.atCounter = state.counters.at(counter.value);
    step.reference = valueOf(state.references, ticket.id);
    step.putFirst = valueOf(state.putFirst, ticket.id);
    step.boundClerk = valueOf(state.boundClerks, ticket.id);
    step.postponed = valueOf(state.postponements, ticket.id);
    if (begun.kind == StepKind::Call && state.rules->discipline == Discipline::Weighted)
        step.credits = state.credits;
    return step;
}

void keep(State& state, const StepBegun& begun, Step step)
{
    Steps& steps = state.steps;
    if (begun.counter == kNoCounter) {
        if (steps.ofFloor.size() == kMostOnFloor)
            steps.ofFloor.erase(steps.ofFloor.begin());
        steps.ofFloor.push_back(std::move(step));
        return;
    }
    if (steps.ofCounters.size() < state.counters.size())
        steps.ofCounters.resize(state.counters.size());
    steps.ofCounters.at(begun.counter.value) = std::move(step);
}

void forgetOld(std::vector<Step>& steps, Instant at)
{
    if (!steps.empty() && at - steps.front().at > kStepUndoTime)
        std::erase_if(steps, [&](const Step& step) { return at - step.at > kStepUndoTime; });
}

} // namespace

std::optional<StepBegun> stepBegunBy(const State& state, const Event& event, Instant at)
{
    return std::visit([&](const auto& one) { return begun(state, one, at); }, event);
}

void noteStep(State& state, const Event& event, Instant at)
{
    forgetOld(state.steps.ofFloor, at);
    const auto begins = stepBegunBy(state, event, at);
    const bool goesOn = !begins && (std::holds_alternative<TicketCalled>(event) ||
                                    std::holds_alternative<ServiceStarted>(event));
    if (!goesOn)
        std::visit([&](const auto& one) { noteLaterSteps(state, one, at); }, event);
    if (!begins)
        return;
    if (const Ticket* const ticket = state.find(begins->ticket))
        keep(state, *begins, asItIs(state, *begins, *ticket, at));
}

} // namespace starqueue::queue
