#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace starqueue::house {

/// What `text` says; a discarded value if it isn't JSON. nlohmann's tree, which checkers like to read, by
/// simdjson's parser: runs parse so much that nlohmann's own would take a tenth of their time.
[[nodiscard]] nlohmann::json parsedJson(std::string_view text);

/// The text in that field; empty: there is none.
[[nodiscard]] std::string textIn(const nlohmann::json& object, const char* name);
/// The integer in that field; 0: there is none.
[[nodiscard]] std::int64_t integerIn(const nlohmann::json& object, const char* name);

} // namespace starqueue::house
