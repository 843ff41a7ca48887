#pragma once

#include <hall/api/request/caller.h>

#include <db/writer/denied.h>
#include <db/writer/writer.h>

#include <tl/expected.hpp>

#include <string>

namespace starqueue::hall {

// Whose tickets and counters a caller may change, beyond what the calls' table gives its role. The handlers
// deny by these checks, and answers say by them what the caller may do. On the writer's thread, but for
// needOwnCounter() and needOwnDevice().

/// Denies unless: a kiosk, its own fresh ticket; a clerk, the ticket at their counter; floor staff, any.
[[nodiscard]] tl::expected<void, db::Denied> needOwn(const Caller& caller, const db::View& view,
                                                     const queue::Ticket& ticket);
/// Denies a clerk any counter but the token's own, and a bridge those that its token isn't bound to.
[[nodiscard]] tl::expected<void, db::Denied> needOwnCounter(const Caller& caller, const std::string& counter);
/// Denies a bridge the print jobs of kiosks that its token isn't bound to.
[[nodiscard]] tl::expected<void, db::Denied> needOwnKiosk(const Caller& bridge, const std::string& kiosk);
/// Denies a bridge a device that says it belongs to a kiosk or counter that the token isn't bound to.
[[nodiscard]] tl::expected<void, db::Denied> needOwnDevice(const Caller& bridge, const queue::Device& device);

/// What the caller may do now: neither denied nor refused, for at least one value of the arguments. Unpark is
/// meant at the caller's own counter.
[[nodiscard]] queue::Actions mayDo(const Caller& caller, const db::View& view, const queue::Ticket& ticket);
[[nodiscard]] queue::Actions mayDo(const Caller& caller, const db::View& view, queue::CounterIx counter);

} // namespace starqueue::hall
