#pragma once

#include <db/crypto/hashing.h>

#include <queue/model/ticket.h>

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// Encrypts and authenticates `text` (XChaCha20-Poly1305) with a person's key; the person's reference is the
/// associated data. A fresh nonce is prepended. Private to db/.
[[nodiscard]] std::string seal(std::string_view text, const Key256& key, const queue::Bits128& ref);
/// Decrypts; empty if it was sealed with another key or for another person, or tampered with.
[[nodiscard]] std::optional<std::string> unseal(std::string_view sealed, const Key256& key,
                                                const queue::Bits128& ref);

} // namespace starqueue::db
