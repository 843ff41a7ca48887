#include <db/legs/leg_projector.h>

#include <db/codec/event_codec.h>

#include <queue/decide.h>

#include <chrono>

namespace starqueue::db {

namespace {

std::uint32_t secondsOf(time::WallTime at)
{
    return static_cast<std::uint32_t>(
        std::chrono::floor<std::chrono::seconds>(at.utc).time_since_epoch().count());
}

/// The ticket that an event is about; 0: none.
queue::TicketId ticketOf(const queue::Event& event)
{
    return std::visit(
        [](const auto& one) {
            if constexpr (requires { queue::TicketId{one.ticket}; })
                return one.ticket;
            else
                return queue::TicketId{};
        },
        event);
}

} // namespace

void LegProjector::resume(const std::vector<OpenLeg>& open)
{
    for (const OpenLeg& leg : open) {
        m_open[leg.ticket] = m_legs.size();
        m_legs.add(leg.leg);
    }
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
    queue::apply(m_state, *event, line.at);
    std::visit([&](const auto& one) { see(one, before); }, *event);
    return {};
}

void LegProjector::noteTicketsOfTheDayBefore()
{
    m_dayBefore.clear();
    if (!m_state.date) // from an archive, which ends before this row
        for (const auto& [ticket, index] : m_open)
            m_dayBefore.insert(ticket);
    for (const queue::Ticket& ticket : m_state.tickets)
        m_dayBefore.insert(ticket.id.value);
}

std::size_t LegProjector::settle(std::size_t first)
{
    std::vector<OpenLeg> kept;
    for (const auto& [ticket, index] : m_open)
        if (m_state.find(queue::TicketId{ticket}) || m_dayBefore.contains(ticket))
            kept.push_back({ticket, m_legs.at(index)});
    std::vector<bool> moves(m_legs.size() - first, false);
    for (const OpenLeg& leg : kept)
        moves[m_open[leg.ticket] - first] = true;
    std::size_t settled = first;
    for (std::size_t i = first; i < m_legs.size(); ++i)
        if (!moves[i - first])
            m_legs.at(settled++) = m_legs.at(i);
    m_legs.shrink(settled);
    m_open.clear();
    resume(kept);
    return settled;
}

std::vector<OpenLeg> LegProjector::open() const
{
    std::vector<OpenLeg> open;
    for (const auto& [ticket, index] : m_open)
        open.push_back({ticket, m_legs.at(index)});
    return open;
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
