#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace starqueue::hall::http {

/// Where a server listens.
struct Endpoint
{
    std::string address;
    std::uint16_t port = 0; ///< the real one, also when 0 was asked for
    std::size_t id = 0;     ///< 0 for the first start() of a server, 1 for the second, …
};

/// Why a server doesn't listen.
struct ServerError
{
    enum class Reason { BadAddress, CannotListen, Stopped };

    Reason reason = Reason::CannotListen;
    std::string text; ///< names the address, the port and what is wrong
};

} // namespace starqueue::hall::http
