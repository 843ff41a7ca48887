#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace starqueue::db {

/// The idempotency key of a command.
struct RequestKey
{
    std::string token;                      ///< the id of the sender's token, not its secret
    std::array<std::uint8_t, 16> request{}; ///< the requestId, a UUID
    std::array<std::uint8_t, 16>
        body{}; ///< hash of method, path and body: the same id with another body is refused

    friend auto operator<=>(const RequestKey&, const RequestKey&) = default;
};

} // namespace starqueue::db
