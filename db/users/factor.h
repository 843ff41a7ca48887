#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace starqueue::db {

/// A user's second factor as it is kept. Private to db/.
///
/// It stands behind the hash in the user's row: one thing is sealed with them, copied with them, and can't be
/// lost without the password. A program from before it takes the whole for a hash that no password has.
struct Factor
{
    std::string sealed;                  ///< the secret of the codes, base64url
    std::int64_t drift = 0;              ///< how many steps the codes' clock is ahead of the hall's
    std::vector<std::int64_t> used{};    ///< steps whose code was taken, the last one last
    std::vector<std::string> recovery{}; ///< hashes of the recovery codes that are left, hexadecimal

    friend bool operator==(const Factor&, const Factor&) = default;
};

/// The column of a user's row.
[[nodiscard]] std::string withFactor(const std::string& hash, const std::optional<Factor>& factor);
/// What withFactor() was given. A factor that isn't readable leaves the column as it is: no password is
/// right.
[[nodiscard]] std::pair<std::string, std::optional<Factor>> splitFactor(std::string_view column);

} // namespace starqueue::db
