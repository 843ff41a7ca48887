#include <queue/possible.h>

#include <queue/calls/checks.h>
#include <queue/counters/checks.h>
#include <queue/printing/jobs.h>
#include <queue/service/checks.h>
#include <queue/steps/checks.h>
#include <queue/tickets/checks.h>
#include <queue/undo/checks.h>

#include <algorithm>
#include <array>

namespace starqueue::queue {

namespace {

template <auto need> bool isMet(const State& state, auto subject)
{
    return need(state, subject).has_value();
}

bool mayChangeService(const State& state, const Ticket& ticket)
{
    for (std::uint16_t i = 0; i < state.rules->services.size(); ++i) {
        if (needTarget(state, ticket, {i}))
            return true;
    }
    return false;
}

bool mayTransfer(const State& state, CounterIx counter)
{
    // At least to the head of its own line.
    return needTicketInService(state, counter).has_value() && needOpenDay(state).has_value();
}

/// A profile, or back to the services of the configuration.
bool mayTakeProfile(const State& state, CounterIx counter)
{
    const auto isChanged = [&](const FloorServices& one) { return one.counter == counter; };
    return needCounterToServe(state, counter) &&
           (!state.rules->profiles.empty() || std::ranges::any_of(state.floorServices, isChanged));
}

bool mayTakeWalkIn(const State& state, CounterIx counter)
{
    const auto takes = [&](ServiceIx service) { return needOpenService(state, service).has_value(); };
    return needFreeCounter(state, counter) &&
           std::ranges::any_of(state.rules->counters[counter.value].services, takes);
}

bool mayMove(const State& state, TicketId id)
{
    const auto ticket = needTicketToMove(state, id);
    return ticket && mayChangeService(state, **ticket);
}

bool isCallable(const State& state, TicketId id)
{
    return needCallable(state, *state.find(id)).has_value();
}

/// The first one looked at may be called, unless they hold another ticket, which is rare.
bool mayCallByNumber(const State& state, CounterIx counter)
{
    if (!needFreeCounter(state, counter))
        return false;
    const auto hasCallable = [&](const Lane& lane) {
        bool found = false;
        if (lane.empty())
            return false;
        lane.fromOldest([&](const Place& place) {
            found = isCallable(state, place.ticket);
            return !found;
        });
        return found;
    };
    return std::ranges::any_of(state.line.lanes(), hasCallable) ||
           std::ranges::any_of(state.index.noShows, [&](TicketId id) { return isCallable(state, id); });
}

bool mayTakeBack(const State& state, CounterIx counter, TicketId parked)
{
    return needParkedFor(state, counter, *state.find(parked)).has_value();
}

bool mayUnparkSomebody(const State& state, CounterIx counter)
{
    return needFreeCounter(state, counter) && std::ranges::any_of(state.index.parked, [&](TicketId id) {
               return mayTakeBack(state, counter, id);
           });
}

template <class Subject> struct Row
{
    Action action;
    bool (*isPossible)(const State&, Subject);
};

constexpr std::array kAtCounter{
    Row<CounterIx>{Action::Next, isMet<needFreeCounter>},
    Row<CounterIx>{Action::Call, mayCallByNumber},
    Row<CounterIx>{Action::Recall, isMet<needTicketToRecall>},
    Row<CounterIx>{Action::Start, isMet<needTicketToStart>},
    Row<CounterIx>{Action::Finish, isMet<needTicketToFinish>},
    Row<CounterIx>{Action::NoShow, isMet<needTicketToMarkNoShow>},
    Row<CounterIx>{Action::Park, isMet<needTicketInService>},
    Row<CounterIx>{Action::Unpark, mayUnparkSomebody},
    Row<CounterIx>{Action::Transfer, mayTransfer},
    Row<CounterIx>{Action::Verify, isMet<needTicketAt>},
    Row<CounterIx>{Action::Handover, isMet<needCounterNotClosed>},
    Row<CounterIx>{Action::Help, isMet<needCounterNotClosed>},
    Row<CounterIx>{Action::Undo, isMet<needStepToUndo>},
    Row<CounterIx>{Action::Open, isMet<needCounterToOpen>},
    Row<CounterIx>{Action::Close, isMet<needCounterToClose>},
    Row<CounterIx>{Action::Pause, isMet<needCounterToPause>},
    Row<CounterIx>{Action::Resume, isMet<needCounterToResume>},
    Row<CounterIx>{Action::Profile, mayTakeProfile},
    Row<CounterIx>{Action::Services, isMet<needCounterToServe>},
    Row<CounterIx>{Action::WalkIn, mayTakeWalkIn},
};

constexpr std::array kWithTicket{
    Row<TicketId>{Action::Cancel, isMet<needTicketToCancel>},
    Row<TicketId>{Action::Requeue, isMet<needTicketToRequeue>},
    Row<TicketId>{Action::Move, mayMove},
    Row<TicketId>{Action::Identify, isMet<needTicketToIdentify>},
    Row<TicketId>{Action::Statutory, isMet<needTicketToPrioritize>},
    Row<TicketId>{Action::Reprint, isMet<needTicketToReprint>},
    Row<TicketId>{Action::Postpone, isMet<needTicketToPostpone>},
};

constexpr Actions actionsIn(const auto& rows)
{
    Actions actions;
    for (const auto& row : rows)
        actions.add(row.action);
    return actions;
}

constexpr bool everyActionHasItsCheck()
{
    bool all = kAtCounter.size() + kWithTicket.size() == kActions;
    Actions::all().forEach([&](Action action) {
        all = all && actionsIn(kAtCounter).has(action) != actionsIn(kWithTicket).has(action);
    });
    return all;
}
static_assert(everyActionHasItsCheck());

Actions possibleIn(const auto& rows, const State& state, auto subject, Actions among)
{
    Actions possible;
    for (const auto& row : rows) {
        if (among.has(row.action) && row.isPossible(state, subject))
            possible.add(row.action);
    }
    return possible;
}

} // namespace

Actions possible(const State& state, CounterIx counter, Actions among)
{
    return possibleIn(kAtCounter, state, counter, among);
}

Actions possible(const State& state, TicketId ticket, Actions among)
{
    return possibleIn(kWithTicket, state, ticket, among);
}

bool takesTransfers(const State& state, ServiceIx service)
{
    return needOpenService(state, service).has_value();
}

bool mayUnpark(const State& state, CounterIx counter, TicketId ticket)
{
    const Ticket* parked = state.find(ticket);
    return parked && needFreeCounter(state, counter) && needParkedFor(state, counter, *parked);
}

std::vector<const Ticket*> parkedFor(const State& state, CounterIx counter)
{
    std::vector<const Ticket*> tickets;
    for (const TicketId id : state.index.parked) {
        if (mayTakeBack(state, counter, id))
            tickets.push_back(state.find(id));
    }
    return tickets;
}

} // namespace starqueue::queue
