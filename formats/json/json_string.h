#pragma once

#include <string>
#include <string_view>

namespace starqueue::formats {

/// Appends `value` as a JSON string, quoted and escaped (RFC 8259). Bytes that aren't UTF-8 become U+FFFD:
/// readers would refuse the whole text.
void appendJsonString(std::string& out, std::string_view value);

} // namespace starqueue::formats
