#pragma once

#include <tl/expected.hpp>

#include <optional>
#include <string>

namespace starqueue::cli {

/// Reads a new password or PIN: from a terminal twice and without echo, else one line of the standard input.
/// The error says in a sentence why there is none.
[[nodiscard]] tl::expected<std::string, std::string> readNewSecret();

/// Reads a customer's number or code likewise, once: an argument could be read by every user of the machine.
[[nodiscard]] tl::expected<std::string, std::string> readIdentity();

/// Puts a question to whoever sits before the terminal; nothing without one, and at its end (Ctrl-D).
[[nodiscard]] std::optional<std::string> readAnswer(const std::string& question);

} // namespace starqueue::cli
