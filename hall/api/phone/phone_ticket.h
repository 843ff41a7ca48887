#pragma once

#include <hall/api/request/problem.h>

#include <queue/state/state.h>

#include <string_view>

namespace starqueue::hall {

// The ticket that a phone's address is about: the secret in it is the right to that one ticket.

/// Null: none of today has that secret.
[[nodiscard]] const queue::Ticket* ticketWith(const queue::State& state, std::string_view secret);
/// That there is no such ticket.
[[nodiscard]] queue::Refusal noSuchTicket();
/// Likewise, as a restored hall says it: it knows nobody who came after its backup was taken.
[[nodiscard]] Problem noTicketIn(const queue::State& state);
/// That the journal failed, and with it what would have been answered.
[[nodiscard]] Problem notKnownNow();

} // namespace starqueue::hall
