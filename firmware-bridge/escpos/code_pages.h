#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::escpos {

/// The single-byte character sets of thermal printers, chosen by ESC t. Which number a set has there differs
/// by model; the sets are the same everywhere. Both directions may be called from any thread.

/// "cp437", "cp866", …: the names that a printer's profile may use, in the order in which a text tries them.
[[nodiscard]] const std::vector<std::string_view>& codePageNames();
[[nodiscard]] bool isCodePage(std::string_view name);

/// One UTF-8 character as a byte of that page; empty: it has none such, or the page is unknown.
[[nodiscard]] std::optional<char> toCodePage(std::string_view name, std::string_view character);

/// Bytes of that page as UTF-8; what the page doesn't have becomes U+FFFD.
[[nodiscard]] std::string fromCodePage(std::string_view name, std::string_view bytes);

/// The page's name by Epson's numbers of ESC t, which most printers share; empty: not one that is known here.
[[nodiscard]] std::string_view epsonCodePage(int number);

} // namespace starqueue::escpos
