#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::escpos {

/// GB18030, the character set of thermal printers and displays sold in China,
/// through formats::Conversion: Qt 6 core has no such codec without ICU.
/// Both directions may be called from any thread.

/// One UTF-8 character or text in GB18030; empty when it isn't valid UTF-8.
[[nodiscard]] std::optional<std::string> toGb18030(std::string_view utf8);

/// GB18030 bytes as UTF-8; whatever isn't GB18030 becomes U+FFFD, so that nothing is hidden.
[[nodiscard]] std::string fromGb18030(std::string_view bytes);

/// How many bytes the character that starts with `bytes` takes: 1, 2 or 4; 0 when
/// more bytes are needed to tell. Bytes that can start nothing count as 1.
[[nodiscard]] std::size_t gb18030Length(std::string_view bytes);

} // namespace starqueue::escpos
