#pragma once

#include <queue/schema/field.h>

namespace starqueue::queue {

// An event's type says what the event is called (kName), who sees it at all (kSeenBy), and its fields:
// describe() gives the contract's first, then what only replay needs. kOnlyWhere tells it from another event
// of its name; kOfOneKiosk hides it from kiosks other than the one in its field "kiosk".

/// Ticket and number, as most events begin.
void describeTicket(auto& a, auto& ticket)
{
    a.field(toAll("ticket"), ticket);
    a.number(toAll("number"), ticket);
}

void describeTicketAt(auto& a, auto& event)
{
    describeTicket(a, event.ticket);
    a.field(toAll("counter"), event.counter);
}

template <class E> [[nodiscard]] constexpr bool isOfOneKiosk()
{
    if constexpr (requires { E::kOfOneKiosk; })
        return E::kOfOneKiosk;
    else
        return false;
}

} // namespace starqueue::queue
