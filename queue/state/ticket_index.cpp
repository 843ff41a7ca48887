#include <queue/state/ticket_index.h>

#include <queue/state/find_by_id.h>
#include <queue/state/state.h>

#include <algorithm>
#include <charconv>

namespace starqueue::queue {

namespace {

constexpr std::size_t kChunks = 64;

std::uint64_t firstHalf(const Bits128& secret)
{
    std::uint64_t half = 0;
    for (std::size_t i = 0; i < secret.size() / 2; ++i)
        half = half << 8U | secret.at(i);
    return half;
}

/// In constant time, whatever differs.
bool isSame(const Bits128& a, const Bits128& b)
{
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(a.at(i)) ^ b.at(i);
    return difference == 0;
}

std::array<std::uint8_t, 3> shortened(TicketId id)
{
    return {static_cast<std::uint8_t>(id.value), static_cast<std::uint8_t>(id.value >> 8U),
            static_cast<std::uint8_t>(id.value >> 16U)};
}

/// Ids of one day differ by less than 2^24, so 24 bits and the newest id give the whole id.
const Ticket* ticketAt(const SecretIndex::Tickets& tickets, const std::array<std::uint8_t, 3>& id)
{
    constexpr std::uint64_t kMask = 0xFF'FFFF;
    const std::uint64_t low = id[0] | std::uint64_t{id[1]} << 8U | std::uint64_t{id[2]} << 16U;
    const std::uint64_t newest = tickets.back().id.value;
    return findById(tickets, TicketId{newest - ((newest - low) & kMask)});
}

/// Inserts `thing` into, or erases it from, the sorted vector.
template <class Thing> void setContained(std::vector<Thing>& things, const Thing& thing, bool contained)
{
    // Fast path: changes are mostly at the end.
    const bool isLast = things.empty() || things.back() < thing;
    const auto place = isLast ? things.end() : std::ranges::lower_bound(things, thing);
    const bool there = place != things.end() && *place == thing;
    if (contained && !there)
        things.insert(place, thing);
    if (!contained && there)
        things.erase(place);
}

/// The number after `prefix`; 0: `text` isn't `prefix` and digits.
std::uint32_t numberAfter(std::string_view prefix, std::string_view text)
{
    if (!text.starts_with(prefix))
        return 0;
    text.remove_prefix(prefix.size());
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

} // namespace

void SecretIndex::add(const Tickets& tickets, const Ticket& ticket)
{
    if (ticket.secret == Bits128{})
        return;
    m_chunks.resize(kChunks);
    Chunk& chunk = m_chunks[chunkOf(ticket.secret)];
    if (chunk.size() == chunk.capacity()) // doubling would leave half the chunk unused
        chunk.reserve(chunk.size() + chunk.size() / 16 + 4);
    const auto half = [&](const ShortId& id) { return firstHalf(ticketAt(tickets, id)->secret); };
    const auto place = std::ranges::upper_bound(chunk, firstHalf(ticket.secret), {}, half);
    chunk.insert(place, shortened(ticket.id));
}

const Ticket* SecretIndex::find(const Tickets& tickets, const Bits128& secret) const
{
    if (m_chunks.empty() || secret == Bits128{})
        return nullptr;
    const auto half = [&](const ShortId& id) { return firstHalf(ticketAt(tickets, id)->secret); };
    const auto alike = std::ranges::equal_range(m_chunks[chunkOf(secret)], firstHalf(secret), {}, half);
    const Ticket* found = nullptr;
    for (const ShortId& id : alike) {
        const Ticket* ticket = ticketAt(tickets, id);
        if (isSame(ticket->secret, secret))
            found = ticket;
    }
    return found;
}

bool wasCalled(const Ticket& ticket)
{
    const bool called = ticket.state == TicketState::Called || ticket.state == TicketState::Serving ||
                        ticket.state == TicketState::Finished || ticket.state == TicketState::NoShow;
    return called && ticket.called != Instant{};
}

const Ticket* ticketWithSecret(const State& state, const Bits128& secret)
{
    return state.index.secrets.find(state.tickets, secret);
}

const Ticket* ticketNumberedToday(const State& state, ServiceIx service, std::uint32_t number)
{
    return state.find(state.index.numbers.find(service, number));
}

std::vector<const Ticket*> ticketsNumbered(const State& state, std::string_view number)
{
    std::vector<const Ticket*> found;
    if (!state.rules) // before the first day
        return found;
    const auto take = [&](const Ticket* ticket) {
        if (ticket && state.numberOf(*ticket) == number && std::ranges::find(found, ticket) == found.end())
            found.push_back(ticket);
    };
    const auto takeNumbered = [&](ServiceIx service, std::string_view prefix) {
        const std::uint32_t value = numberAfter(prefix, number);
        take(value == 0 ? nullptr : ticketNumberedToday(state, service, value));
    };
    for (std::uint16_t service = 0; service < state.rules->services.size(); ++service)
        takeNumbered({service}, state.rules->services[service].prefix);
    for (const FormerService& former : state.formerNames.services)
        takeNumbered(former.service, former.prefix);
    for (const TicketId id : state.index.carried)
        take(state.find(id));
    std::ranges::sort(found, std::ranges::greater{}, &Ticket::id);
    return found;
}

const Ticket* namesakeInTheRoom(const State& state, TicketId ticket, std::string_view number)
{
    for (const Ticket* other : ticketsNumbered(state, number))
        if (other->id != ticket && state.isInTheRoom(*other))
            return other;
    return nullptr;
}

void noteTicket(State& state, const Ticket& ticket)
{
    state.index.secrets.add(state.tickets, ticket);
    if (ticket.id > state.issued.before)
        state.index.numbers.add(ticket.numberedIn, ticket.number, ticket.id);
    else
        state.index.carried.push_back(ticket.id);
}

void noteAway(TicketIndex& index, const Ticket& ticket)
{
    setContained(index.parked, ticket.id, ticket.state == TicketState::Parked);
    setContained(index.noShows, ticket.id, ticket.state == TicketState::NoShow);
}

void noteCall(TicketIndex& index, const RecentCall& call, bool stands)
{
    setContained(index.calls, call, stands);
}

void rebuildIndex(State& state)
{
    state.index = {};
    for (const Ticket& ticket : state.tickets) {
        noteTicket(state, ticket);
        noteAway(state.index, ticket);
        noteCall(state.index, {ticket.called, ticket.id}, wasCalled(ticket));
    }
}

} // namespace starqueue::queue
