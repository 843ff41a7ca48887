#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::formats {

// Bytes of other encodings are often valid GB18030, as other characters. What speaks against reading them so.

/// The first line, from 1, that is valid UTF-8 with characters of GB2312 in it, which a line of GB18030 is
/// about once in 400 000 names; empty: none.
[[nodiscard]] std::optional<std::size_t> lineInUtf8(std::string_view bytes);

/// Whether text that is valid GB18030 reads better as UTF-8 with a few bad bytes.
[[nodiscard]] bool isRatherUtf8(std::string_view bytes);
/// Likewise as Big5.
[[nodiscard]] bool isRatherBig5(std::string_view bytes);

} // namespace starqueue::formats
