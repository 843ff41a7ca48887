#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace starqueue::db {

// The functions of libsodium that the store and the hall use.

using Hash128 = std::array<std::uint8_t, 16>;
using Hash256 = std::array<std::uint8_t, 32>;
using Key256 = std::array<std::uint8_t, 32>;

/// Initialises libsodium; cheap when repeated. Any thread.
void startSodium();

/// `text` as libsodium takes it.
[[nodiscard]] inline const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// BLAKE2b, 256 bits.
[[nodiscard]] Hash256 hashOf(std::string_view text);
/// BLAKE2b, 128 bits: to tell texts apart, none of which is secret.
[[nodiscard]] Hash128 hash128Of(std::string_view text);
/// BLAKE2b, 128 bits, of `before` and `text`.
[[nodiscard]] Hash128 chainedHashOf(std::string_view text, const Hash128& before);
/// A keyed hash (MAC): without the key, phone numbers can't be found by brute force.
[[nodiscard]] Hash256 keyedHashOf(std::string_view text, const Key256& key);

/// HMAC-SHA256 (RFC 2104), which other programs can check.
[[nodiscard]] Hash256 hmacSha256Of(std::string_view text, std::string_view key);

void fillRandom(std::span<std::uint8_t> bytes);
/// Encodes `bytes` as base64url without padding.
[[nodiscard]] std::string base64Url(std::span<const std::uint8_t> bytes);
/// In lower case.
[[nodiscard]] std::string hexOf(std::span<const std::uint8_t> bytes);
/// The bytes again; empty unless `hex` is 32 digits in lower case.
[[nodiscard]] std::optional<Hash128> bitsOfHex(std::string_view hex);

} // namespace starqueue::db
