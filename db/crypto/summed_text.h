#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// `body` after a line with `title` and one with its hash, so that damage to a small file is found. Against
/// faults: whoever writes the file can write the hash.
[[nodiscard]] std::string withSum(std::string_view title, std::string_view body);

/// The body of what withSum() made with that title; empty: it is none, or damaged.
[[nodiscard]] std::optional<std::string> bodyWithSum(std::string_view title, std::string_view text);

} // namespace starqueue::db
