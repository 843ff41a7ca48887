#include <db/legs/leg_projector.h>

#include <db/codec/event_codec.h>
#include <db/legs/leg_values.h>

#include <queue/decide.h>
#include <queue/note_step.h>

#include <chrono>

namespace starqueue::db {

void LegProjector::resume(const Open& open)
{
    m_open.resume(open.legs);
    m_visits.resume(open.visits);
}

tl::expected<void, std::string> LegProjector::apply(const Recorded& line)
{
    const auto event = decodeEvent(line.name, line.payload, m_state.rules.get());
    if (!event)
        return tl::unexpected{"journal line " + std::to_string(line.seq) + ": " + event.error()};
    const queue::Ticket* const ticket = m_state.find(ticketOf(*event));
    const auto before = ticket ? ticket->state : queue::TicketState::Waiting;
    m_at = line.at;
    m_clockBefore = m_state.clock;
    m_dateBefore = m_state.date;
    if (std::holds_alternative<queue::DayOpened>(*event))
        noteTicketsOfTheDayBefore();
    keepStep(*event, line.at);
    queue::apply(m_state, *event, line.at);
    std::visit([&](const auto& one) { see(one, before); }, *event);
    m_visits.see(m_state, *event, line.at);
    return {};
}

void LegProjector::keepStep(const queue::Event& event, Instant at)
{
    const auto step = queue::stepBegunBy(m_state, event, at);
    if (!step)
        return;
    if (const auto place = m_open.placeOf(step->ticket.value))
        m_steps[step->ticket.value].push_back({*place, m_records.legs.at(*place)});
}

std::optional<LegProjector::BeforeStep> LegProjector::takeStep(queue::TicketId ticket)
{
    const auto steps = m_steps.find(ticket.value);
    if (steps == m_steps.end() || steps->second.empty())
        return {};
    const BeforeStep last = steps->second.back();
    steps->second.pop_back();
    return last;
}

void LegProjector::noteTicketsOfTheDayBefore()
{
    m_dayBefore.clear();
    if (!m_state.date) { // from an archive, which ends before this row
        for (const auto& open : m_visits.open())
            m_dayBefore.insert(open.ticket);
    }
    for (const queue::Ticket& ticket : m_state.tickets)
        m_dayBefore.insert(ticket.id.value);
}

LegProjector::Settled LegProjector::settle(Settled first)
{
    const auto mayChange = [this](std::uint64_t ticket) {
        return m_state.find(queue::TicketId{ticket}) || m_dayBefore.contains(ticket);
    };
    return {m_open.settle(first.legs, mayChange), m_visits.settle(first.visits, mayChange)};
}

std::uint32_t LegProjector::wallSeconds(Instant at) const
{
    return secondsOf(m_state.clock.wall(at));
}

/// What the clock showed at `at` before the present row; 0 for the epoch.
std::uint32_t LegProjector::shownBefore(Instant at) const
{
    return at == Instant{} ? 0 : secondsOf(m_clockBefore.wall(at));
}

} // namespace starqueue::db
