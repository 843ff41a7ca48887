#pragma once

#include <string>
#include <string_view>

namespace starqueue::formats {

/// Appends `value` as a JSON string, in quotes. What isn't UTF-8 becomes U+FFFD: it would make the whole
/// unreadable.
void appendJsonString(std::string& out, std::string_view value);

} // namespace starqueue::formats
