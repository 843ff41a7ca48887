#pragma once

#include <time/instant.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

enum class Existing { Keep, Overwrite };

/// Creates a hall in `dir`: hall.toml, bridge.toml, the databases and keys, and tokens/ with one file a face,
/// readable by the owner only. Returns the files written.
///
/// Keep: fails without any change if one of those files exists. Overwrite: they are rewritten and the old
/// tokens revoked. Both keep existing databases and migrate them to the newest version.
[[nodiscard]] tl::expected<std::vector<std::filesystem::path>, std::string>
makeHall(const std::filesystem::path& dir, Existing existing, Instant now);

} // namespace starqueue::cli
