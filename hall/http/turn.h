#pragma once

#include <sync/capability.h>

namespace starqueue::hall::http {

/// The server's turn: one thread at a time has it, and sees all that the ones before have done. Connections,
/// their sockets and handlers are touched in the turn only. The event loop gives it to what it calls.
inline constexpr sync::Capability turn{};

} // namespace starqueue::hall::http
