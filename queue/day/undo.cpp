#include <queue/day/day.h>

#include <queue/counters/counters.h>
#include <queue/day/carry.h>
#include <queue/steps/changes.h>
#include <queue/steps/checks.h>
#include <queue/steps/sent_to_clerk.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace starqueue::queue {

namespace {

Decision needUndoable(const HallAct& act, Instant now)
{
    if (now - act.at > kUndoTime)
        return refuse(RefusalCode::NothingToUndo, "",
                      "More than 10 minutes have passed: what was done to the whole hall stays.");
    if (!act.later.empty())
        return refuse(RefusalCode::UndoConflict, act.later.first(),
                      "It can't be taken back, because " + act.later.first() +
                          " came after it and depends on it.");
    return {};
}

/// By the checks of any change: the rules may have changed since the counter had them.
Decision giveFormer(const State& state, const FloorServices& former, Instant now, Events& events)
{
    if (const auto day = needOpenDay(state); !day) // what a counter was given ends with the day
        return day;
    return decide(state, SetCounterServices{former.counter, former.services, former.profile}, now, events);
}

/// What was changed for all is again what it was; a day that was opened or closed is so by the undo itself.
Decision setBack(const State& state, const HallAct& act, Instant now, Events& events)
{
    switch (act.kind) {
    case HallActKind::ServiceOpened:
        add(events, ServiceClosed{act.service});
        return {};
    case HallActKind::ServiceClosed:
        add(events, ServiceOpened{act.service});
        return {};
    case HallActKind::CounterServices:
        return giveFormer(state, act.former, now, events);
    case HallActKind::MessageChanged:
        add(events, MessageChanged{act.formerMessage.first, act.formerMessage.second});
        return {};
    case HallActKind::DayOpened:
    case HallActKind::DayClosed:
        return {};
    }
    return {};
}

/// "account": the id of the service, counter or message that it was done to; empty: the whole hall.
std::string subjectOf(const State& state, const HallAct& act)
{
    switch (act.kind) {
    case HallActKind::ServiceOpened:
    case HallActKind::ServiceClosed:
        return state.rules->services.at(act.service.value).id;
    case HallActKind::CounterServices:
        return state.rules->counters.at(act.former.counter.value).id;
    case HallActKind::MessageChanged:
        return act.formerMessage.first;
    case HallActKind::DayOpened:
    case HallActKind::DayClosed:
        return {};
    }
    return {};
}

bool isMeant(const State& state, const HallAct& act, const UndoHallAct& command)
{
    return act.at == command.at && (!command.kind || act.kind == *command.kind) &&
           (command.subject.empty() || subjectOf(state, act) == command.subject);
}

/// The last such act is no more to be taken back.
void forgetAct(State& state, HallActKind kind, Instant at, const std::string& subject)
{
    const auto found = std::ranges::find_if(state.acts.rbegin(), state.acts.rend(), [&](const HallAct& act) {
        return act.kind == kind && act.at == at && subjectOf(state, act) == subject;
    });
    if (found != state.acts.rend())
        state.acts.erase(std::next(found).base());
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
    followClerks(state);
    for (const PrintJobId id : ending.jobs) {
        PrintJob& job = jobIn(state, id);
        job.state = PrintJobState::Pending;
        job.outcome = PrintOutcome::None;
        job.ended = {};
        state.openJobs.push_back(id);
    }
    std::ranges::sort(state.openJobs);
}

} // namespace

Decision decide(const State& state, const UndoHallAct& command, Instant now, Events& events)
{
    const auto act = std::ranges::find_if(state.acts.rbegin(), state.acts.rend(),
                                          [&](const HallAct& one) { return isMeant(state, one, command); });
    const bool isKnown = act != state.acts.rend() && (act->kind != HallActKind::DayOpened || act->before);
    if (!isKnown || !state.date) // a message may have been changed before the first day
        return refuse(
            RefusalCode::NothingToUndo, "",
            "Nothing of the last 10 minutes that concerned the whole hall is to be taken back there.");
    if (const auto undoable = needUndoable(*act, now); !undoable)
        return undoable;
    if (const auto back = setBack(state, *act, now, events); !back)
        return back;
    const Date date = act->before ? *act->before->date : *state.date;
    const bool mayName = state.format >= kSinceActSubjects;
    add(events, HallActUndone{act->kind, date, act->at, act->ending,
                              mayName ? subjectOf(state, *act) : std::string{}});
    if (act->before)
        add(events, formerDay(*act->before, state));
    return {};
}

// What the undo itself did, in the lines before, is no act to be taken back either.
void apply(State& state, const HallActUndone& event, Instant at)
{
    if (event.ending)
        restore(state, *event.ending);
    if (event.act == HallActKind::DayOpened)
        return;
    if (state.format < kSinceActSubjects) {
        std::erase_if(state.acts, [&](const HallAct& act) {
            return (act.at == event.of && act.kind == event.act) || act.at == at;
        });
        return;
    }
    if (event.act != HallActKind::DayClosed)
        forgetAct(state, reverseOf(event.act), at, event.subject);
    forgetAct(state, event.act, event.of, event.subject);
}

} // namespace starqueue::queue
