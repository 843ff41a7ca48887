#pragma once

#include <queue/rules/rules.h>

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace starqueue::db {

/// The rules as the journal carries them: one JSON object, the same text for the same rules.
[[nodiscard]] std::string encodeRules(const queue::Rules& rules);
/// The error says which field doesn't fit.
[[nodiscard]] tl::expected<queue::Rules, std::string> decodeRules(std::string_view json);
/// BLAKE2b, 128 bits, of encodeRules(), in hexadecimal: tells whether two sets of rules are the same.
[[nodiscard]] std::string rulesHash(const queue::Rules& rules);

} // namespace starqueue::db
