#pragma once

#include <queue/model/ticket.h>
#include <queue/state/number_index.h>

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace starqueue::queue {

struct State;

/// An index from secret to ticket. A value; about 3 bytes a ticket.
///
/// Keeps 24-bit ids in sorted chunks, one for each value of a secret's first six bits, so that an insertion
/// moves few entries. The tickets stay outside: each call is passed them.
class SecretIndex
{
public:
    using Tickets = std::deque<Ticket>; ///< by id, as in State

    /// `ticket` is one of `tickets` and newer than those added before. Without a secret it isn't indexed.
    void add(const Tickets& tickets, const Ticket& ticket);

    /// Null: none of `tickets` has this secret. Timing reveals at most the first half of a secret; the second
    /// half, 64 random bits, is compared in constant time.
    [[nodiscard]] const Ticket* find(const Tickets& tickets, const Bits128& secret) const;

private:
    using ShortId = std::array<std::uint8_t, 3>;
    using Chunk = std::vector<ShortId>; ///< by the first half of the secret

    [[nodiscard]] static std::size_t chunkOf(const Bits128& secret) { return secret.front() >> 2U; }

    std::vector<Chunk> m_chunks; ///< by the first six bits; none before the first secret
};

/// The last call of a ticket that is called, in service, finished or a no-show.
struct RecentCall
{
    Instant called;
    TicketId ticket;

    friend constexpr auto operator<=>(const RecentCall&, const RecentCall&) = default;
};

/// The secondary indexes of the day's tickets. Derived from State::tickets: apply() keeps them, so that a
/// replay rebuilds them. A value; less than 7 bytes a waiting ticket.
struct TicketIndex
{
    SecretIndex secrets;
    NumberIndex numbers;           ///< of this day's tickets, without those carried over
    std::vector<TicketId> carried; ///< carried over from the days before: few
    std::vector<TicketId> parked;  ///< by id
    std::vector<TicketId> noShows; ///< by id
    std::vector<RecentCall> calls; ///< oldest call first
};

/// Null: no ticket of this day has the secret.
[[nodiscard]] const Ticket* ticketWithSecret(const State& state, const Bits128& secret);
/// The tickets with `number`, such as "A012": this day's, then those carried over, newest first.
[[nodiscard]] std::vector<const Ticket*> ticketsNumbered(const State& state, std::string_view number);
/// Somebody in the room with the number of `ticket`, another than it; null: nobody.
[[nodiscard]] const Ticket* namesakeInTheRoom(const State& state, TicketId ticket, std::string_view number);
/// Today's ticket of that service and number; null: none.
[[nodiscard]] const Ticket* ticketNumberedToday(const State& state, ServiceIx service, std::uint32_t number);

// The functions below are for apply() only.

/// Indexes `ticket`, the newest of State::tickets.
void noteTicket(State& state, const Ticket& ticket);
/// Among the parked or the no-shows, as its state says.
void noteAway(TicketIndex& index, const Ticket& ticket);
void noteCall(TicketIndex& index, const RecentCall& call, bool stands);
/// Rebuilds the indexes after tickets were removed.
void rebuildIndex(State& state);
/// It is called, in service, finished or a no-show: those are in TicketIndex::calls.
[[nodiscard]] bool wasCalled(const Ticket& ticket);

} // namespace starqueue::queue
