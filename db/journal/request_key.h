#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace starqueue::db {

/// What makes a command the same command when it is sent again.
struct RequestKey
{
    std::string token;                      ///< the id of the token that sent it, never the token itself
    std::array<std::uint8_t, 16> request{}; ///< the requestId, a UUID
    std::array<std::uint8_t, 16>
        body{}; ///< hash of method, path and body: another one under the same id is refused

    friend auto operator<=>(const RequestKey&, const RequestKey&) = default;
};

} // namespace starqueue::db
