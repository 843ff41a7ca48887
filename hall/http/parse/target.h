#pragma once

#include <hall/http/request.h>

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace starqueue::hall::http::parse {

/// The target of a request line, decoded as Request promises.
struct Target
{
    std::string path;
    std::vector<Field> query;
};

/// Reads origin-form, absolute-form ("http://host/path") and "*" (RFC 9112, 3.2).
/// The error says in one sentence what is wrong with the target.
[[nodiscard]] tl::expected<Target, std::string_view> parseTarget(std::string_view text);

} // namespace starqueue::hall::http::parse
