#pragma once

#include <queue/rules/rules.h>

#include <string>

namespace starqueue::db {

/// The rules as the journal carries them: one JSON object, the same text for the same rules.
[[nodiscard]] std::string encodeRules(const queue::Rules& rules);
/// BLAKE2b, 128 bits, of encodeRules(), in hexadecimal: tells whether two sets of rules are the same.
[[nodiscard]] std::string rulesHash(const queue::Rules& rules);

} // namespace starqueue::db
