#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::hall::http {

/// One header line or one query parameter.
struct Field
{
    std::string name;
    std::string value;

    bool operator==(const Field&) const = default;
};

/// A request that arrived whole and keeps to every limit. A plain value.
///
/// The path is percent-decoded, valid UTF-8, free of control characters, begins
/// with "/" (or is "*" for OPTIONS) and holds no empty, "." or ".." segment; a
/// trailing "/" is kept. Query names and values are decoded likewise, "+" being
/// a space; "?open" is a parameter with an empty value.
struct Request
{
    std::string method; ///< as sent, upper case by convention: "GET", "HEAD", "POST", …
    std::string path;
    std::vector<Field> query;
    std::vector<Field> headers; ///< in the order sent; at most one Host, Content-Length, Authorization
    std::string body;
    std::string peer; ///< numeric address of the client, without the port
    bool peerIsLoopback = false;
    std::size_t endpoint = 0; ///< Endpoint::id of the listening endpoint it came in at

    /// First header of that name in any case; none if absent. Valid while the request lives.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;

    /// First query parameter of exactly that name; none if absent.
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
};

/// GET or HEAD.
[[nodiscard]] bool isRead(const Request& request);

/// Compares ASCII without case, as header names are compared.
[[nodiscard]] bool equalIgnoringCase(std::string_view left, std::string_view right);

} // namespace starqueue::hall::http
