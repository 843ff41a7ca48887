#pragma once

#include <hall/http/limits.h>
#include <hall/http/request.h>

#include <cstddef>
#include <string_view>

#include <tl/expected.hpp>

namespace starqueue::hall::http::parse {

/// Why a request is refused before any handler sees it. Texts are static.
struct HeadRefusal
{
    int status = 400;
    std::string_view code = "bad_request";
    std::string_view detail;
};

/// Everything that stands before the body of a request.
struct Head
{
    Request request; ///< without body, peer and endpoint
    std::size_t contentLength = 0;
    bool keepAlive = true;
    bool isHttp10 = false;
    bool expectsContinue = false;
};

/// Finds the end of a head in bytes that come in pieces, and stops at the
/// first byte that a strict reader and a lax one could read differently:
/// bare CR or LF, NUL and other controls, obs-fold (RFC 9112, 2.2 and 5.2).
class HeadScan
{
public:
    enum class State { NeedMore, Complete, Malformed };

    /// @p bytes is all that arrived since the head began; what was seen before isn't read again.
    [[nodiscard]] State scan(std::string_view bytes);

    /// Bytes of the head, its empty line included; valid once scan() said Complete.
    [[nodiscard]] std::size_t length() const { return m_seen; }

private:
    [[nodiscard]] bool accepts(char byte, char previous) const;

    std::size_t m_seen = 0;
    std::size_t m_lineStart = 0;
};

/// Reads one complete head, its empty line included. Refuses Transfer-Encoding,
/// more than one Host, Content-Length or Authorization, a bad or missing Host,
/// other versions than 1.0 and 1.1, too many fields, a body above the limit.
[[nodiscard]] tl::expected<Head, HeadRefusal> parseHead(std::string_view bytes, const Limits& limits);

} // namespace starqueue::hall::http::parse
