#pragma once

#include <queue/model/ticket.h>
#include <queue/rules/number_index.h>

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace starqueue::queue {

struct State;

/// Finds the ticket of a secret without a look at every ticket of the day. A value; about 3 bytes a ticket.
///
/// Holds ids cut to 24 bits in sorted chunks, one for each value of a secret's first six bits, so that a
/// newcomer moves few of the others. The tickets themselves stay where they are: each call gets them.
class SecretIndex
{
public:
    using Tickets = std::deque<Ticket>; ///< by id, as in State

    /// `ticket` is one of `tickets` and newer than those added before. Without a secret it is not noted.
    void add(const Tickets& tickets, const Ticket& ticket);

    /// Null: none of `tickets` has this secret. How long it takes tells at most the first half of a secret:
    /// the second half, 64 random bits, is compared in constant time.
    [[nodiscard]] const Ticket* find(const Tickets& tickets, const Bits128& secret) const;

private:
    using ShortId = std::array<std::uint8_t, 3>;
    using Chunk = std::vector<ShortId>; ///< by the first half of the secret

    [[nodiscard]] static std::size_t chunkOf(const Bits128& secret) { return secret.front() >> 2U; }

    std::vector<Chunk> m_chunks; ///< by the first six bits; none before the first secret
};

/// The last call of a ticket that is called, in service, finished or absent.
struct RecentCall
{
    Instant called;
    TicketId ticket;

    friend constexpr auto operator<=>(const RecentCall&, const RecentCall&) = default;
};

/// How the tickets of a day are found by other things than their id. Derived from State::tickets: apply()
/// keeps it, so that a replay builds it. A value; a ticket that waits takes less than 7 bytes in it.
struct TicketIndex
{
    SecretIndex secrets;
    NumberIndex numbers;           ///< of this day's tickets; those carried over are not in it
    std::vector<TicketId> carried; ///< from the days before: few
    std::vector<TicketId> parked;  ///< by id
    std::vector<TicketId> noShows; ///< by id
    std::vector<RecentCall> calls; ///< oldest call first
};

/// Null: no ticket of this day has the secret.
[[nodiscard]] const Ticket* ticketWithSecret(const State& state, const Bits128& secret);
/// Those that bear `number`, such as "A012": this day's, then those carried over from days before, newest
/// first.
[[nodiscard]] std::vector<const Ticket*> ticketsNumbered(const State& state, std::string_view number);
/// Today's ticket of that service and number; null: not given.
[[nodiscard]] const Ticket* ticketNumberedToday(const State& state, ServiceIx service, std::uint32_t number);

// From here on for apply() alone.

/// `ticket`, one of State::tickets, has come.
void noteTicket(State& state, const Ticket& ticket);
/// Among the parked or the no-shows, as its state says.
void noteAway(TicketIndex& index, const Ticket& ticket);
void noteCall(TicketIndex& index, const RecentCall& call, bool stands);
/// After tickets were taken out: builds the whole anew.
void rebuildIndex(State& state);
/// The ticket is called, in service, finished or absent, and so among TicketIndex::calls.
[[nodiscard]] bool wasCalled(const Ticket& ticket);

} // namespace starqueue::queue
