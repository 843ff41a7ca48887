#pragma once

#include <db/crypto/hashing.h>

#include <queue/model/ticket.h>

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// `text` encrypted and authenticated (XChaCha20-Poly1305) with a person's key, bound to the person's
/// reference; a fresh nonce stands in front. Inside db/ only.
[[nodiscard]] std::string seal(std::string_view text, const Key256& key, const queue::Bits128& ref);
/// Empty: not sealed with this key for this person, or tampered with.
[[nodiscard]] std::optional<std::string> unseal(std::string_view sealed, const Key256& key,
                                                const queue::Bits128& ref);

} // namespace starqueue::db
