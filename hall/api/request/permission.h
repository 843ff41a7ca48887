#pragma once

#include <hall/api/request/caller.h>

#include <db/writer/denied.h>
#include <db/writer/writer.h>

#include <tl/expected.hpp>

#include <string>

namespace starqueue::hall {

// Whose tickets and counters a caller may change, beyond what the calls' table gives its role. The handlers
// deny by these checks, and answers say by them what the caller may do. On the writer's thread, but for
// needOwnCounter().

/// A kiosk may mend what it has just issued, a clerk the ticket at the own counter; staff on the floor any.
[[nodiscard]] tl::expected<void, db::Denied> needOwn(const Caller& caller, const db::View& view,
                                                     const queue::Ticket& ticket);
/// A clerk's token works at its own counter only.
[[nodiscard]] tl::expected<void, db::Denied> needOwnCounter(const Caller& caller, const std::string& counter);
/// A bridge presses for those counters that it has reported a keypad at.
[[nodiscard]] tl::expected<void, db::Denied> needKeypad(const Caller& caller, const queue::State& state,
                                                        const std::string& counter);

/// What the caller may do now: neither denied nor refused, with some words. Unpark means the caller's own
/// counter.
[[nodiscard]] queue::Actions mayDo(const Caller& caller, const db::View& view, const queue::Ticket& ticket);
[[nodiscard]] queue::Actions mayDo(const Caller& caller, const db::View& view, queue::CounterIx counter);

} // namespace starqueue::hall
