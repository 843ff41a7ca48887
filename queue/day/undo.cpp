#include <queue/day/day.h>

#include <queue/counters/counters.h>
#include <queue/day/carry.h>
#include <queue/steps/changes.h>
#include <queue/steps/checks.h>

#include <algorithm>
#include <utility>

namespace starqueue::queue {

namespace {

Decision needUndoable(const HallAct& act, Instant now)
{
    if (now - act.at > kUndoTime)
        return refuse(RefusalCode::NothingToUndo, "",
                      "More than 10 minutes have passed: what was done to the whole hall stays.");
    if (!act.later.empty())
        return refuse(RefusalCode::UndoConflict, act.later,
                      "It can't be taken back, because " + act.later + " came after it and depends on it.");
    return {};
}

/// By the checks of any change: the rules may have changed since the counter had them.
Decision giveFormer(const State& state, const FloorServices& former, Instant now, Events& events)
{
    if (const auto day = needOpenDay(state); !day) // what a counter was given ends with the day
        return day;
    return decide(state, SetCounterServices{former.counter, former.services, former.profile}, now, events);
}

void restore(State& state, const DayEnding& ending)
{
    state.dayOpen = true;
    for (const UnservedTicket& one : ending.tickets) {
        Ticket& ticket = ticketIn(state, one.ticket);
        ticket.ended = {};
        ticket.parkedAt = one.parkedAt;
        enter(state, ticket, one.state);
    }
    for (const auto& [place, counter] : ending.counters) {
        state.counters.at(place.value) = counter;
        noteOpen(state, place);
    }
    for (const PrintJobId id : ending.jobs) {
        PrintJob& job = jobIn(state, id);
        job.state = PrintJobState::Pending;
        job.outcome = PrintOutcome::None;
        state.openJobs.push_back(id);
    }
    std::ranges::sort(state.openJobs);
}

} // namespace

Decision decide(const State& state, const UndoHallAct& command, Instant now, Events& events)
{
    const auto act = std::ranges::find(state.acts.rbegin(), state.acts.rend(), command.at, &HallAct::at);
    if (act == state.acts.rend() || (act->kind == HallActKind::DayOpened && !act->before))
        return refuse(
            RefusalCode::NothingToUndo, "",
            "Nothing of the last 10 minutes that concerned the whole hall is to be taken back there.");
    if (const auto undoable = needUndoable(*act, now); !undoable)
        return undoable;
    if (act->kind == HallActKind::CounterServices)
        if (const auto given = giveFormer(state, act->former, now, events); !given)
            return given;
    if (act->kind == HallActKind::ServiceOpened)
        add(events, ServiceClosed{act->service});
    if (act->kind == HallActKind::ServiceClosed)
        add(events, ServiceOpened{act->service});
    const Date date = act->before ? *act->before->date : *state.date;
    add(events, HallActUndone{act->kind, date, act->at, act->ending});
    if (act->before)
        add(events, formerDay(*act->before, state));
    return {};
}

void apply(State& state, const HallActUndone& event, Instant at)
{
    if (event.ending)
        restore(state, *event.ending);
    const auto taken = [&](const HallAct& act) {
        return (act.at == event.of && act.kind == event.act) || act.at == at;
    };
    if (event.act != HallActKind::DayOpened)
        std::erase_if(state.acts, taken);
}

} // namespace starqueue::queue
