#include <db/legs/leg_projector.h>

#include <db/legs/leg_values.h>

#include <algorithm>

// What each event makes of the legs and calls.
namespace starqueue::db {

namespace {

std::uint16_t most16(std::uint32_t count)
{
    return static_cast<std::uint16_t>(std::min<std::uint32_t>(count, 0xFFFF));
}

std::uint8_t flagsOf(const queue::Why& why)
{
    const auto flag = [](bool set, std::uint8_t bit) { return set ? bit : std::uint8_t{0}; };
    return static_cast<std::uint8_t>(flag(why.rule == queue::WhyRule::OutOfTurn, Call::kOutOfTurn) |
                                     flag(why.rule == queue::WhyRule::Parked, Call::kReturn) |
                                     flag(why.rule == queue::WhyRule::Guard, Call::kGuard) |
                                     flag(why.help, Call::kHelp));
}

} // namespace

void LegProjector::setCounter(auto& record, queue::CounterIx counter)
{
    db::setCounter(record, m_records.names, m_state, counter);
}

void LegProjector::see(const queue::ClockStepped& event, queue::TicketState)
{
    if (!m_state.date)
        return;
    const auto step = std::chrono::round<std::chrono::seconds>(event.offset - m_clockBefore.ahead);
    m_records.legs.shiftDay(dayNumber(*m_state.date), shownBefore(event.since), step);
    m_records.calls.shiftDay(dayNumber(*m_state.date), shownBefore(event.since), step);
    m_records.visits.shiftDay(dayNumber(*m_state.date), shownBefore(event.since), step);
}

void LegProjector::see(const queue::DayCorrected& event, queue::TicketState)
{
    if (!m_dateBefore)
        return;
    m_records.legs.moveDay(dayNumber(*m_dateBefore), shownBefore(event.since), dayNumber(event.date));
    m_records.calls.moveDay(dayNumber(*m_dateBefore), shownBefore(event.since), dayNumber(event.date));
    m_records.visits.moveDay(dayNumber(*m_dateBefore), shownBefore(event.since), dayNumber(event.date));
}

// Whoever was unserved by a day closed by mistake waits on in the same leg; a parked one had ended it before.
void LegProjector::see(const queue::HallActUndone& event, queue::TicketState)
{
    if (!event.ending)
        return;
    for (const queue::UnservedTicket& one : event.ending->tickets)
        end(one.ticket, one.state == queue::TicketState::Parked ? LegEnd::Parked : LegEnd::Open);
}

void LegProjector::see(const queue::TicketIssued& event, queue::TicketState)
{
    begin(event.ticket, Leg::kFirst);
}

// A call after parking or a no-show has no wait.
void LegProjector::see(const queue::TicketCalled& event, queue::TicketState before)
{
    addCall(event);
    const queue::Ticket& ticket = *m_state.find(event.ticket);
    const bool waited = before == queue::TicketState::Waiting;
    if (!waited || !legOf(event.ticket))
        begin(ticket, 0);
    Leg& leg = *legOf(event.ticket);
    setCounter(leg, event.counter);
    if (waited)
        noteWait(leg, ticket);
}

void LegProjector::see(const queue::TicketServedByHand& event, queue::TicketState)
{
    Leg* const leg = legOf(event.ticket);
    if (!leg)
        return;
    setCounter(*leg, event.counter);
    leg->clerk = m_records.names.place(event.clerk);
    noteWait(*leg, *m_state.find(event.ticket));
    end(event.ticket, LegEnd::Served);
}

// The clerk is recorded at the start of the service: a call can still be undone.
void LegProjector::see(const queue::ServiceStarted& event, queue::TicketState)
{
    handOver(*m_state.find(event.ticket));
}

void LegProjector::see(const queue::CounterHandedOver& event, queue::TicketState)
{
    const queue::Ticket* const ticket = m_state.ticketAt(event.counter);
    if (ticket && ticket->state == queue::TicketState::Serving)
        handOver(*ticket);
}

void LegProjector::see(const queue::TicketUnparked& event, queue::TicketState)
{
    begin(*m_state.find(event.ticket), 0);
    setCounter(*legOf(event.ticket), event.counter);
}

void LegProjector::see(const queue::TicketRequeued& event, queue::TicketState)
{
    Leg* const leg = legOf(event.ticket);
    if (event.callUndone) {
        markCall(event.ticket, Call::kUndone);
        (void)takeStep(event.ticket);
    }
    if (event.callUndone && leg) {
        leg->wait = Leg::kNotCalled;
        leg->flags &= static_cast<std::uint8_t>(~Leg::kInTarget);
        setCounter(*leg, queue::kNoCounter);
        return;
    }
    if (leg)
        leg->flags |= Leg::kRequeued;
    begin(*m_state.find(event.ticket), 0);
}

// A leg that the step began is left behind.
void LegProjector::see(const queue::StepUndone& event, queue::TicketState)
{
    const auto before = takeStep(event.ticket);
    const auto place = m_open.placeOf(event.ticket.value);
    if (!before || !place)
        return;
    if (*place != before->place) {
        Leg& begun = m_records.legs.at(*place);
        Leg left;
        left.began = begun.began;
        left.day = begun.day;
        left.end = LegEnd::TakenBack;
        begun = left;
    }
    m_records.legs.at(before->place) = before->leg;
    m_open.setPlace(event.ticket.value, before->place);
}

void LegProjector::see(const queue::TicketTransferred& event, queue::TicketState)
{
    end(event.ticket, LegEnd::Transferred);
    begin(*m_state.find(event.ticket), 0);
}

void LegProjector::see(const queue::ServiceFinished& event, queue::TicketState)
{
    end(event.ticket, LegEnd::Served);
    if (Leg* const leg = legOf(event.ticket))
        leg->outcome = m_records.names.place(event.outcome);
}

void LegProjector::see(const queue::TicketNoShow& event, queue::TicketState)
{
    if (Leg* const leg = legOf(event.ticket))
        leg->flags |= Leg::kNoShow;
}

void LegProjector::see(const queue::RatingInvited& event, queue::TicketState)
{
    if (Leg* const leg = legOf(event.session.ticket))
        leg->flags |= Leg::kInvited;
}

void LegProjector::see(const queue::TicketRated& event, queue::TicketState)
{
    if (Leg* const leg = legOf(event.ticket))
        leg->score = static_cast<std::uint8_t>(event.score);
}

void LegProjector::see(const queue::TicketRatedLate& event, queue::TicketState)
{
    Leg rating;
    rating.began = wallSeconds(event.visit.legBegan);
    rating.day = dayNumber(event.visit.day);
    rating.tier = m_records.names.place(event.visit.tier);
    rating.service = m_records.names.place(event.visit.service);
    rating.counter = m_records.names.place(event.visit.counter);
    rating.clerk = m_records.names.place(event.visit.clerk);
    rating.outcome = m_records.names.place(event.visit.outcome);
    rating.flags = Leg::kFromPhone;
    rating.score = static_cast<std::uint8_t>(event.score);
    m_records.legs.add(rating);
}

void LegProjector::see(const queue::FairnessViolated& event, queue::TicketState)
{
    markCall(event.ticket, Call::kViolation);
}

void LegProjector::addCall(const queue::TicketCalled& event)
{
    if (!event.why)
        return;
    const queue::Ticket& ticket = *m_state.find(event.ticket);
    Call call;
    call.began = wallSeconds(ticket.called);
    call.day = m_state.date ? dayNumber(*m_state.date) : std::uint16_t{0};
    call.tier = tierName(ticket);
    call.service = m_records.names.place(m_state.rules->services.at(ticket.service.value).id);
    setCounter(call, event.counter);
    call.passed = most16(event.why->passedCount);
    call.longest = millis32(event.why->passedLongest);
    call.elsewhere = most16(event.why->elsewhereCount);
    call.elsewhereLongest = millis32(event.why->elsewhereLongest);
    call.flags = flagsOf(*event.why);
    m_lastCalls[event.ticket.value] = m_records.calls.size();
    m_records.calls.add(call);
}

void LegProjector::markCall(queue::TicketId ticket, std::uint8_t flag)
{
    const auto last = m_lastCalls.find(ticket.value);
    if (last != m_lastCalls.end())
        m_records.calls.at(last->second).flags |= flag;
}

void LegProjector::noteWait(Leg& leg, const queue::Ticket& ticket)
{
    const Millis wait = ticket.called - ticket.legBegan;
    leg.tier = tierName(ticket);
    leg.wait = millis32(wait);
    if (wait <= m_state.rules->tiers.at(ticket.tier.value).target)
        leg.flags |= Leg::kInTarget;
}

/// The wait belongs to the clerk who called; service and rating to the present one.
void LegProjector::handOver(const queue::Ticket& ticket)
{
    const Leg* const leg = legOf(ticket.id);
    if (!leg || leg->clerk == m_records.names.place(m_state.counters.at(ticket.counter.value).clerk))
        return;
    end(ticket.id, LegEnd::HandedOver);
    begin(ticket, 0);
    Leg& next = *legOf(ticket.id);
    next.began = wallSeconds(m_at);
    setCounter(next, ticket.counter);
}

void LegProjector::begin(const queue::Ticket& ticket, std::uint8_t flags)
{
    Leg leg;
    leg.began = wallSeconds(ticket.legBegan);
    leg.day = m_state.date ? dayNumber(*m_state.date) : std::uint16_t{0};
    leg.tier = tierName(ticket);
    leg.service = m_records.names.place(m_state.rules->services.at(ticket.service.value).id);
    leg.flags = flags;
    m_open.add(ticket.id.value, leg);
}

void LegProjector::end(queue::TicketId ticket, LegEnd how)
{
    Leg* const leg = legOf(ticket);
    if (!leg)
        return;
    leg->end = how;
    if (const queue::Ticket* const known = m_state.find(ticket);
        known && !leg->wasCalled() && leg->counter == 0)
        leg->tier = tierName(*known);
}

std::uint16_t LegProjector::tierName(const queue::Ticket& ticket)
{
    return tierIn(m_records.names, m_state, ticket);
}

} // namespace starqueue::db
