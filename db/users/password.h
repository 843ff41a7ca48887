#pragma once

#include <db/tokens/tokens.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// What one hash costs by Argon2id, and so one guess.
struct PasswordCost
{
    std::uint64_t passes;
    std::size_t bytes; ///< of memory

    friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};

/// About 0.1 s.
inline constexpr PasswordCost kUsualCost{2, std::size_t{64} * 1024 * 1024};
/// For tests.
inline constexpr PasswordCost kLeastCost{1, std::size_t{8} * 1024};

/// With its salt and cost. Empty: there isn't so much memory.
[[nodiscard]] std::optional<std::string> passwordHash(std::string_view password, PasswordCost cost);
/// A hash of nothing that costs as much to compare with: for where there is no such user.
[[nodiscard]] std::string nobodysHash(PasswordCost cost);
/// Whether `hash` was made by today's algorithm at that cost.
[[nodiscard]] bool isOfCost(const std::string& hash, PasswordCost cost);
[[nodiscard]] bool isPasswordOf(const std::string& hash, std::string_view password);

/// Why `secret` can't be the password, or a clerk's PIN, of somebody with that name, as a sentence; empty: it
/// can.
[[nodiscard]] std::string whyNotSecret(Role role, std::string_view name, std::string_view secret);
/// Why nobody can have `name` (a clerk: the number), as a sentence; empty: one can.
[[nodiscard]] std::string whyNotName(std::string_view name);

/// 20 random letters and digits, for somebody to change at the first log-in.
[[nodiscard]] std::string newPassword();

} // namespace starqueue::db
