#pragma once

#include <hall/api/context/hall.h>

#include <span>
#include <string_view>

namespace starqueue::hall {

using Handler = void (*)(Hall&, const ExchangePtr&);

/// Whom a call needs besides the role.
enum class Needs {
    Caller,
    Proof,       ///< a caller; a user who has given the password in the last minutes
    AnyPassword, ///< also somebody who must change the password first
    Nobody       ///< anybody, without a role
};

/// A route of the API.
struct Route
{
    std::string_view method;
    std::string_view pattern; ///< below /api/v1; {…} matches one segment
    Roles roles;
    Handler handler;
    /// What a command's body may hold besides requestId, and as "?from" what the query may: see
    /// unknownField() and unknownParameter().
    std::string_view fields{};
    Needs needs = Needs::Caller;
};

// Each file of the API lists its own.
[[nodiscard]] std::span<const Route> ticketRoutes();
[[nodiscard]] std::span<const Route> floorTicketRoutes();
[[nodiscard]] std::span<const Route> counterRoutes();
[[nodiscard]] std::span<const Route> counterVisitRoutes();
[[nodiscard]] std::span<const Route> counterServicesRoutes();
[[nodiscard]] std::span<const Route> heartbeatRoutes();
[[nodiscard]] std::span<const Route> floorRoutes();
[[nodiscard]] std::span<const Route> wholeHallRoutes();
[[nodiscard]] std::span<const Route> undoRoutes();
[[nodiscard]] std::span<const Route> ratingRoutes();
[[nodiscard]] std::span<const Route> deviceRoutes();
[[nodiscard]] std::span<const Route> deviceRequestRoutes();
[[nodiscard]] std::span<const Route> reportRoutes();
[[nodiscard]] std::span<const Route> exportRoutes();
[[nodiscard]] std::span<const Route> staffingRoutes();
[[nodiscard]] std::span<const Route> loginRoutes();
[[nodiscard]] std::span<const Route> sessionRoutes();
[[nodiscard]] std::span<const Route> ownPasswordRoutes();
[[nodiscard]] std::span<const Route> userRoutes();

} // namespace starqueue::hall
