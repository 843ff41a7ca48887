#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace starqueue::db {

// What db/ needs of libsodium. Inside db/ only.

using Hash256 = std::array<std::uint8_t, 32>;
using Key256 = std::array<std::uint8_t, 32>;

/// Chooses the fastest code and the source of randomness; costs nothing after the first time. Any thread.
void startSodium();

/// BLAKE2b, 256 bits.
[[nodiscard]] Hash256 hashOf(std::string_view text);
/// The same, keyed: without the key nothing can be looked up, nor guessed by trying all phone numbers.
[[nodiscard]] Hash256 keyedHashOf(std::string_view text, const Key256& key);

void fillRandom(std::span<std::uint8_t> bytes);
/// `bytes` in base64url without padding.
[[nodiscard]] std::string base64Url(std::span<const std::uint8_t> bytes);

} // namespace starqueue::db
