#pragma once

#include <db/users/password.h>
#include <time/instant.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

enum class Existing { Keep, Overwrite };

/// Creates a hall in `dir`: hall.toml, bridge.toml, the databases and keys, tokens/ with one file a face, and
/// users/admin with the password for that user's first log-in, all readable by the owner only. Returns the
/// files written.
///
/// Keep: fails without any change if one of those files exists. Overwrite: they are rewritten, the old tokens
/// revoked and the admin's password replaced. Both keep existing databases and migrate them to the newest
/// version.
[[nodiscard]] tl::expected<std::vector<std::filesystem::path>, std::string>
makeHall(const std::filesystem::path& dir, Existing existing, Instant now,
         db::PasswordCost cost = db::kUsualCost);

} // namespace starqueue::cli
