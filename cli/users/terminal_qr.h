#pragma once

#include <string>

namespace starqueue::cli {

/// `text` as a QR code for a terminal with light letters on a dark ground, two rows of modules a line.
[[nodiscard]] std::string terminalQr(const std::string& text);

} // namespace starqueue::cli
