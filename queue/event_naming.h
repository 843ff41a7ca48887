#pragma once

#include <queue/events.h>
#include <queue/state/state.h>

#include <string>
#include <type_traits>

namespace starqueue::queue {

// Private to queue/.

template <class E, class... Others> constexpr bool kIsOneOf = (std::is_same_v<E, Others> || ...);

/// The ticket that `event` is about; 0: none of those that the day has already.
template <class E> [[nodiscard]] TicketId ticketOf(const E& event)
{
    if constexpr (requires { TicketId{event.ticket}; })
        return event.ticket;
    else if constexpr (requires { TicketId{event.visit.ticket}; })
        return event.visit.ticket;
    else
        return {};
}

/// These are, or begin, steps with a ticket: see queue/state/step.h.
template <class E>
constexpr bool kIsStep = kIsOneOf<E, TicketCalled, TicketUnparked, TicketRecalled, ServiceStarted,
                                  ServiceFinished, TicketNoShow, TicketParked, TicketTransferred,
                                  TicketRequeued, TicketCancelled, TicketPostponed, TicketReturned>;

/// "ticket_called A012".
template <class E> [[nodiscard]] std::string named(const State& state, const E& event)
{
    std::string name{E::kName};
    if constexpr (std::is_same_v<E, TicketIssued>)
        name += ' ' + state.numberOf(event.ticket);
    else if (const Ticket* const ticket = state.find(ticketOf(event)))
        name += ' ' + state.numberOf(*ticket);
    if constexpr (std::is_same_v<E, MessageChanged>)
        name += ' ' + event.id;
    return name;
}

} // namespace starqueue::queue
