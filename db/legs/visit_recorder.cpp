#include <db/legs/visit_recorder.h>

#include <db/legs/leg_values.h>

#include <queue/state/visit.h>

#include <algorithm>

namespace starqueue::db {

namespace {

VisitEnd visitEndOf(const queue::Ticket& ticket)
{
    switch (ticket.state) {
    case queue::TicketState::Finished:
        return VisitEnd::Finished;
    case queue::TicketState::NoShow:
        return VisitEnd::NoShow;
    case queue::TicketState::Cancelled:
        return VisitEnd::Cancelled;
    case queue::TicketState::Unserved:
        return VisitEnd::Unserved;
    default:
        return VisitEnd::Open;
    }
}

std::uint8_t most8(std::size_t count)
{
    return static_cast<std::uint8_t>(std::min<std::size_t>(count, 0xFF));
}

void setFlag(VisitRecord& record, std::uint8_t flag, bool on)
{
    record.flags = static_cast<std::uint8_t>(on ? record.flags | flag : record.flags & ~flag);
}

} // namespace

void VisitRecorder::see(const queue::State& state, const queue::Event& event, Instant at)
{
    if (const auto* issued = std::get_if<queue::TicketIssued>(&event))
        return begin(state, issued->ticket);
    if (const auto* undone = std::get_if<queue::HallActUndone>(&event); undone && undone->ending) {
        for (const queue::UnservedTicket& one : undone->ending->tickets)
            update(state, one.ticket, at);
        return;
    }
    const queue::TicketId ticket = ticketOf(event);
    update(state, ticket, at);
    VisitRecord* const record = m_visits.of(ticket.value);
    if (const auto* byHand = std::get_if<queue::TicketServedByHand>(&event); byHand && record)
        record->clerk = m_names.place(byHand->clerk);
    if (const auto* finished = std::get_if<queue::ServiceFinished>(&event); finished && record)
        record->outcome = m_names.place(finished->outcome);
    if (const auto* undone = std::get_if<queue::StepUndone>(&event);
        undone && record && undone->step == queue::StepKind::Finish)
        record->outcome = 0;
}

void VisitRecorder::begin(const queue::State& state, const queue::Ticket& ticket)
{
    VisitRecord record;
    record.began = secondsOf(state.clock.wall(ticket.issued));
    record.day = state.date ? dayNumber(*state.date) : std::uint16_t{0};
    m_visits.add(ticket.id.value, record);
    update(state, ticket.id, ticket.issued);
}

void VisitRecorder::update(const queue::State& state, queue::TicketId id, Instant at)
{
    VisitRecord* const record = m_visits.of(id.value);
    const queue::Ticket* const ticket = state.find(id);
    if (!record || !ticket)
        return;
    const queue::Visit visit = queue::visitOf(state, *ticket, at);
    if (!record->has(VisitRecord::kServed)) {
        noteService(state, *ticket, *record);
        const Millis target = state.rules->tiers.at(ticket->tier.value).target;
        setFlag(*record, VisitRecord::kInTarget, visit.wait <= target);
    }
    setFlag(*record, VisitRecord::kServed, visit.served);
    record->wait = millis32(visit.wait);
    record->toFirst = visit.toFirst ? millis32(*visit.toFirst) : VisitRecord::kNotCalled;
    record->postponed = millis32(visit.postponed);
    record->calls = most8(visit.calls);
    record->counters = most8(visit.counters);
    record->end = visitEndOf(*ticket);
}

void VisitRecorder::noteService(const queue::State& state, const queue::Ticket& ticket, VisitRecord& record)
{
    record.tier = tierIn(m_names, state, ticket);
    record.service = m_names.place(state.rules->services.at(ticket.service.value).id);
    setCounter(record, m_names, state, ticket.counter);
}

} // namespace starqueue::db
