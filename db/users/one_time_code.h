#pragma once

#include <time/wall_time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

// Codes by time (RFC 6238) of six digits, every 30 s, by HMAC-SHA-1: what every authenticator makes.

/// Of whole steps since 1970.
[[nodiscard]] std::int64_t codeStepAt(time::WallTime at);
[[nodiscard]] std::string oneTimeCode(std::string_view secret, std::int64_t step);
/// The step within `reach` of `around`, the nearest first, of which `code` is; empty: of none. Takes as long
/// for every code.
[[nodiscard]] std::optional<std::int64_t> stepOfCode(std::string_view secret, std::string_view code,
                                                     std::int64_t around, std::int64_t reach);

/// 160 random bits.
[[nodiscard]] std::string newCodeSecret();
/// As people type it into an authenticator: base 32 in fours.
[[nodiscard]] std::string typedCodeSecret(std::string_view secret);
/// otpauth://totp/… for an authenticator's camera.
[[nodiscard]] std::string codeAddress(std::string_view secret, std::string_view hall, std::string_view user);

/// What was typed without the blanks and hyphens between, in small letters.
[[nodiscard]] std::string plainCode(std::string_view typed);
/// 120 random bits: "abcdef-ghijkm-npqrst-uvwxyz".
[[nodiscard]] std::string newRecoveryCode();
[[nodiscard]] std::string hashOfRecoveryCode(std::string_view plain);

} // namespace starqueue::db
